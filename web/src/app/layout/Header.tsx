import { Form, Link, NavLink, useLocation, useSearchParams, useSubmit } from 'react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { Me } from '../../shared/api/contract';
import { Avatar } from '../../shared/ui/Avatar';
import { buttonClass } from '../../shared/ui/Button';
import { cx } from '../../shared/ui/cx';
import { DownIcon, MenuIcon } from '../../shared/ui/icons';
import { SearchField } from '../../shared/ui/SearchField';
import { useMe } from '../me';
import { Wordmark } from './Wordmark';

/** Long enough to finish a word, short enough to feel immediate. */
const TYPING_PAUSE_MS = 250;

export function Header(): ReactNode {
  const t = useT();
  const { person } = useMe();
  const { pathname } = useLocation();
  return (
    <header className="z-30 md:sticky md:top-0 border-b border-line bg-paper">
      <div className="mx-auto grid max-w-page grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 px-4 py-2.5 sm:px-6 md:grid-cols-[auto_minmax(0,30rem)_1fr]">
        <Link
          to="/"
          className="col-start-1 row-start-1 inline-flex min-h-11 items-center"
          aria-label={t('common:home')}
        >
          <Wordmark />
        </Link>
        <div
          className={cx(
            'col-span-2 row-start-2 md:col-span-1 md:col-start-2 md:row-start-1',
            // The start page has a large one of its own.
            pathname === '/' && 'max-md:hidden',
          )}
        >
          <HeaderSearch />
        </div>
        <nav
          aria-label={t('common:nav.main')}
          className="col-start-2 row-start-1 flex items-center justify-end gap-1 md:col-start-3"
        >
          {person === null ? <VisitorLinks /> : <PersonLinks person={person} />}
        </nav>
      </div>
    </header>
  );
}

function HeaderSearch() {
  const [params] = useSearchParams();
  const { pathname } = useLocation();
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isOnResults = pathname === '/search';
  const query = isOnResults ? (params.get('q') ?? '') : '';
  useEffect(() => {
    const field = form.current?.elements.namedItem('q');
    if (field instanceof HTMLInputElement && document.activeElement !== field) field.value = query;
  }, [query]);
  // On the results page they follow the typing; elsewhere a change of page waits for Enter.
  const searchWhileTyping = () => {
    clearTimeout(typing.current);
    if (isOnResults)
      typing.current = setTimeout(
        () => void submit(form.current, { replace: true }),
        TYPING_PAUSE_MS,
      );
  };
  return (
    <Form ref={form} action="/search" role="search" onInput={searchWhileTyping}>
      <SearchField defaultValue={query} suggests={!isOnResults} />
    </Form>
  );
}

const LINK =
  'inline-flex min-h-11 items-center rounded-full px-3.5 font-medium whitespace-nowrap hover:bg-sunken aria-[current=page]:bg-accent-soft';

function VisitorLinks() {
  const t = useT();
  return (
    <>
      <NavLink to="/become-an-expert" className={`${LINK} max-lg:hidden`}>
        {t('common:nav.becomeExpert')}
      </NavLink>
      <NavLink to="/sign-in" className={LINK}>
        {t('common:nav.signIn')}
      </NavLink>
      <Link to="/sign-up" className={buttonClass('primary', 'whitespace-nowrap max-sm:hidden')}>
        {t('common:nav.signUp')}
      </Link>
    </>
  );
}

function PersonLinks({ person }: { person: Me }) {
  const t = useT();
  const isExpert = person.roles.includes('expert');
  return (
    <>
      {isExpert && (
        <NavLink to="/studio" className={`${LINK} max-sm:hidden`}>
          {t('common:nav.studio')}
        </NavLink>
      )}
      <NavLink to="/bookings" className={`${LINK} max-lg:hidden`}>
        {t('common:nav.bookings')}
      </NavLink>
      <PersonMenu person={person} isExpert={isExpert} />
    </>
  );
}

/** A disclosure of links; without JavaScript it opens just the same. */
function PersonMenu({ person, isExpert }: { person: Me; isExpert: boolean }) {
  const t = useT();
  const menu = useRef<HTMLDetailsElement>(null);
  const submit = useSubmit();
  const { pathname } = useLocation();
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  const entries = [
    ...(isExpert ? [['/studio', t('common:nav.studio')]] : []),
    ['/bookings', t('common:nav.bookings')],
    ['/receipts', t('common:nav.receipts')],
    ['/settings', t('common:nav.settings')],
    ...(isExpert ? [] : [['/become-an-expert', t('common:nav.becomeExpert')]]),
  ] as const;
  return (
    <details
      ref={menu}
      key={pathname}
      className="relative"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        menu.current?.querySelector('summary')?.focus();
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-full py-1 ps-1 pe-2.5 hover:bg-sunken">
        <Avatar src={person.avatarUrl} size="sm" />
        <span className="sr-only">{t('common:nav.account', { name: person.displayName })}</span>
        <MenuIcon className="md:hidden" />
        <DownIcon className="hidden md:block" />
      </summary>
      <div className="absolute end-0 top-full z-40 mt-2 w-64 rounded-lg border border-line bg-surface p-2 shadow-float">
        <p className="own-words truncate px-3 py-2 text-sm text-muted">{person.displayName}</p>
        <ul>
          {entries.map(([to, label]) => (
            <li key={to}>
              <NavLink to={to} className={`${LINK} w-full`} onClick={close}>
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
        <form
          method="post"
          action="/sign-out"
          className="mt-1 border-t border-line pt-1"
          onSubmit={(event) => {
            event.preventDefault();
            void submit(null, { method: 'post', action: '/sign-out' });
          }}
        >
          <button className={`${LINK} w-full text-start`}>{t('common:nav.signOut')}</button>
        </form>
      </div>
    </details>
  );
}
