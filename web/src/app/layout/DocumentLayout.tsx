import { useEffect, useRef, type ReactNode } from 'react';
import { Outlet, ScrollRestoration, useLocation, useMatches, useNavigation } from 'react-router';
import { useT } from '../../i18n/use-t';
import { useLocale } from '../../shared/format/locale-context';
import { useIsImmersive } from '../../shared/ui/immersive';
import { headOf } from '../head';
import { DutyPlace } from './DutyPlace';
import { Footer } from './Footer';
import { Header } from './Header';
import { RealtimeLink } from './RealtimeLink';
import { ToastPlace } from './ToastPlace';

/** What is around every page: skip link, header with the search field, the page, footer, live places. */
export function DocumentLayout(): ReactNode {
  const t = useT();
  const main = useRef<HTMLElement>(null);
  useTitle();
  useFocusAfterNavigation(main);
  const isImmersive = useIsImmersive();
  return (
    <>
      <a
        href="#main"
        className="sr-only rounded-full bg-accent text-on-accent focus:not-sr-only focus:fixed focus:start-4 focus:top-4 focus:z-50 focus:px-5 focus:py-3"
      >
        {t('common:skip')}
      </a>
      <NavigationBar />
      {!isImmersive && <Header />}
      <main
        id="main"
        ref={main}
        tabIndex={-1}
        className="mx-auto min-h-[60dvh] w-full max-w-page px-4 pt-6 pb-16 sm:px-6 sm:pt-8"
      >
        <Outlet />
      </main>
      {!isImmersive && <Footer />}
      <DutyPlace />
      <ToastPlace />
      <RealtimeLink />
      <ScrollRestoration />
    </>
  );
}

function useTitle(): void {
  const t = useT();
  const { locale } = useLocale();
  const matches = useMatches();
  const location = useLocation();
  useEffect(() => {
    // A page that could not be read has no data; what stands in for it names itself.
    if (matches.at(-1)?.loaderData === undefined) return;
    const url = new URL(window.location.href);
    document.title = headOf(matches, { t, locale, url, failed: null }).title;
  }, [t, locale, matches, location]);
}

/** A new page is read from its heading; a change of the same page (a filter) leaves the focus alone. */
function useFocusAfterNavigation(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const heading = main.current?.querySelector<HTMLElement>('h1[tabindex]');
    (heading ?? main.current)?.focus({ preventScroll: true });
  }, [pathname, main]);
}

/** A thin line while the next page is on its way. */
function NavigationBar() {
  const t = useT();
  const isBusy = useNavigation().state !== 'idle';
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-0 z-50 h-1">
      {isBusy && (
        <>
          <span className="sr-only">{t('common:loading')}</span>
          <span className="block h-full w-full animate-pulse-soft bg-accent" />
        </>
      )}
    </div>
  );
}
