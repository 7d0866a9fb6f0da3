import { renderToString } from 'react-dom/server';
import {
  createStaticHandler,
  createStaticRouter,
  isRouteErrorResponse,
  StaticRouterProvider,
  type StaticHandlerContext,
} from 'react-router';
import { createPageWords } from '../i18n/create-i18n';
import { servedLanguage, type LoadWords } from '../i18n/languages';
import type { T } from '../i18n/use-t';
import { createApi, ok, type Api, type ApiFetch } from '../shared/api/client';
import type { MeView } from '../shared/api/contract';
import { localeFor } from '../shared/format/locale-context';
import { App } from './App';
import { documentHtml, type PageAssets } from './document';
import { headOf } from './head';
import { createRoutes } from './routes';
import { createServices } from './services';
import { themeOf } from './theme';

export interface RenderRequest {
  /** Full address as the visitor asked for it. */
  readonly url: string;
  readonly method?: string;
  readonly headers: Record<string, string>;
  /** Body of a plain form post. */
  readonly body?: string;
  readonly apiFetch: ApiFetch;
  /** Language to fall back on while the API cannot say who is looking. */
  readonly language: string;
  readonly nonce: string;
  readonly theme: string;
  /** Zone that the visitor's browser told earlier, when it did. */
  readonly timeZone?: string | null;
  readonly assets: PageAssets;
}

export interface RenderAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** Cookies that API calls of this page set, in order. */
  readonly cookies: readonly string[];
  readonly html: string;
}

/** Draws one page, or says where to go instead. `loadWords` reads the locale files. */
export async function renderPage(
  input: RenderRequest,
  loadWords: LoadWords,
): Promise<RenderAnswer> {
  const cookies: string[] = [];
  const api = createApi(new URL(input.url).origin, async (request) => {
    const response = await input.apiFetch(request);
    cookies.push(...response.headers.getSetCookie());
    return response;
  });
  const me = await readMe(api, input.language);
  const language = servedLanguage(me.display.language);
  const words = await createPageWords(language, loadWords);
  await words.need(['common', 'errors']);
  const services = createServices(api, words, { isServer: true, me });
  const handler = createStaticHandler(createRoutes(services));
  const context = await handler.query(toRequest(input));
  if (context instanceof Response) return redirectAnswer(context, cookies);

  const timeZone = me.person?.timeZone ?? input.timeZone ?? null;
  const locale = localeFor(language, me.display.country, timeZone);
  const theme = themeOf(input.theme);
  const router = createStaticRouter(handler.dataRoutes, context, {});
  // Everything the page shows has been loaded by now, so there is nothing to wait for while drawing.
  const body = renderToString(
    <App services={services} locale={locale} theme={theme}>
      <StaticRouterProvider router={router} context={context} nonce={input.nonce} />
    </App>,
  );
  const status = statusOf(context);
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'cache-control': 'private, no-store',
    },
    cookies,
    html: documentHtml({
      head: headOf(matchesWithData(context), {
        t: words.i18n.t as T,
        locale: locale.locale,
        url: new URL(input.url),
        failed: status === 404 ? 'missing' : status >= 400 ? 'error' : null,
      }),
      boot: { language, timeZone, theme, words: words.known() },
      assets: input.assets,
      nonce: input.nonce,
      body,
    }),
  };
}

async function readMe(api: Api, language: string): Promise<MeView> {
  try {
    return await ok(api.GET('/me'));
  } catch {
    // A page that cannot know its visitor is still a page.
    return {
      person: null,
      display: { country: 'FR', language, currencyHint: 'EUR', emergencyNumber: null },
      servedCountries: [],
      payment: { provider: 'sandbox', publishableKey: null },
    };
  }
}

function toRequest({ url, method = 'GET', headers, body }: RenderRequest): Request {
  return new Request(url, { method, headers, ...(body === undefined ? {} : { body }) });
}

function redirectAnswer(response: Response, cookies: readonly string[]): RenderAnswer {
  // After a form post the browser must follow with GET.
  const status = response.status === 302 ? 303 : response.status;
  return {
    status,
    headers: { location: response.headers.get('location') ?? '/', 'cache-control': 'no-store' },
    cookies,
    html: '',
  };
}

/** The router answers 500 for any thrown error; a refusal of the API knows better. */
function statusOf(context: StaticHandlerContext): number {
  for (const error of Object.values(context.errors ?? {})) {
    if (isRouteErrorResponse(error)) return error.status;
  }
  return context.statusCode;
}

function matchesWithData(context: StaticHandlerContext) {
  return context.matches.map(({ route }) => ({
    handle: route.handle as unknown,
    loaderData: (context.loaderData as Record<string, unknown>)[route.id],
  }));
}
