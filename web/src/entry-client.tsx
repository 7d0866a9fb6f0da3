import './app/styles.css';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { createBrowserRouter, matchRoutes, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { App } from './app/App';
import { BOOT_ELEMENT, type BootData } from './app/document';
import { createRoutes } from './app/routes';
import { createServices } from './app/services';
import { keepInCookie, ZONE_COOKIE } from './app/theme';
import { createPageWords } from './i18n/create-i18n';
import type { Language, Namespace, Words } from './i18n/languages';
import { createApi } from './shared/api/client';
import type { MeView } from './shared/api/contract';
import { localeFor } from './shared/format/locale-context';
import { browserTimeZone } from './shared/format/time';

const files = import.meta.glob<Words>('./i18n/locales/*/*.json', { import: 'default' });

async function loadWords(language: Language, namespace: Namespace): Promise<Words> {
  const load = files[`./i18n/locales/${language}/${namespace}.json`];
  if (load === undefined) throw new Error(`no words for ${language}/${namespace}`);
  return load();
}

async function start(): Promise<void> {
  const boot = JSON.parse(document.getElementById(BOOT_ELEMENT)?.textContent ?? '{}') as BootData;
  const words = await createPageWords(boot.language, loadWords);
  words.learn(boot.words);
  await words.need(['common', 'errors']);
  const me = drawnMe();
  const services = createServices(
    createApi(window.location.origin, (request) => fetch(request)),
    words,
    { isServer: false, ...(me && { me }) },
  );
  const routes = createRoutes(services);
  await fetchMatchedPages(routes);
  const router = createBrowserRouter(routes);
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root element');
  const country = me?.display.country ?? 'FR';
  startTransition(() => {
    hydrateRoot(
      root,
      <App
        services={services}
        theme={boot.theme}
        locale={localeFor(boot.language, country, boot.timeZone)}
      >
        <RouterProvider router={router} />
      </App>,
    );
  });
  keepInCookie(ZONE_COOKIE, browserTimeZone());
}

/** The visitor as the server saw them; saves asking again. */
function drawnMe(): MeView | undefined {
  const drawn = (window as { __staticRouterHydrationData?: { loaderData?: { root?: MeView } } })
    .__staticRouterHydrationData;
  return drawn?.loaderData?.root;
}

/** What the server has drawn must be here before hydration, or the page would blink. */
async function fetchMatchedPages(routes: RouteObject[]): Promise<void> {
  const matches = matchRoutes(routes, window.location) ?? [];
  await Promise.all(
    matches.map(async ({ route }) => {
      if (typeof route.lazy !== 'function') return;
      Object.assign(route, { ...(await route.lazy()), lazy: undefined });
    }),
  );
}

void start();
