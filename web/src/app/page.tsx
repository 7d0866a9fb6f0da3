import type { ComponentType } from 'react';
import { redirect, useLoaderData, type LazyRouteFunction, type RouteObject } from 'react-router';
import type { Namespace } from '../i18n/languages';
import type { T } from '../i18n/use-t';
import { ApiProblem } from '../shared/api/api-problem';
import type { Api } from '../shared/api/client';
import { useHydrated } from '../shared/ui/use-now';
import { toRouteError } from './route-error';
import { PageSkeleton } from './PageSkeleton';
import type { Services } from './services';

export interface PageRequest {
  readonly api: Api;
  readonly services: Services;
  readonly request: Request;
  readonly url: URL;
  /** A parameter of the route's own path. */
  readonly param: (name: string) => string;
}

export interface Head {
  readonly title: string;
  readonly description?: string;
  /** Kept out of search engines. */
  readonly isPrivate?: boolean;
}

export interface HeadRequest<Data> {
  readonly t: T;
  readonly locale: string;
  readonly data: Data;
  readonly url: URL;
}

/** A page is one file that exports this as `page`. */
export interface Page<Data> {
  readonly Component: ComponentType;
  /** Reads what the page shows, on the server at first and in the browser afterwards. */
  readonly load?: (request: PageRequest) => Promise<Data | Response>;
  /** Takes a form of the page. Works for a plain form post too. */
  readonly act?: (request: PageRequest, form: FormData) => Promise<unknown>;
  head(request: HeadRequest<Data>): Head;
}

export interface PageHandle {
  readonly head?: (request: HeadRequest<unknown>) => Head;
}

export interface PageOptions {
  readonly words?: readonly Namespace[];
  /** Only for people who are signed in, and drawn in the browser only. */
  readonly isPrivate?: boolean;
}

/** Makes the part of a route that is fetched when the route is first visited. */
export function lazyPage(
  services: Services,
  fetchPage: () => Promise<{ page: Page<unknown> }>,
  { words = [], isPrivate = false }: PageOptions = {},
): LazyRouteFunction<RouteObject> {
  return async () => {
    const [{ page }] = await Promise.all([fetchPage(), services.words.need(words)]);
    const { load, act, head } = page;
    return {
      Component: isPrivate ? inBrowserOnly(page.Component, services.isServer) : page.Component,
      loader: async (args) => {
        const request = pageRequest(services, args);
        const elsewhere = isPrivate ? await signInFirst(services, request.url) : null;
        if (elsewhere !== null) return elsewhere;
        if (load === undefined || (isPrivate && services.isServer)) return null;
        return load(request).catch((error: unknown) => {
          throw toRouteError(error);
        });
      },
      ...(act && {
        action: async (args) => act(pageRequest(services, args), await args.request.formData()),
      }),
      handle: { head } satisfies PageHandle,
    };
  };
}

/** Thrown by a page whose address names nothing: the answer is a real 404. */
export function pageMissing(): ApiProblem {
  return new ApiProblem(404, 'http.not_found');
}

export function usePageData<Data>(): Data {
  return useLoaderData() as Data;
}

/** The way to the sign-in page and back, for a visitor whom nobody knows yet. */
async function signInFirst(services: Services, url: URL): Promise<Response | null> {
  const { person } = await services.me();
  return person === null
    ? redirect(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`)
    : null;
}

function pageRequest(
  services: Services,
  { request, params }: { request: Request; params: Record<string, string | undefined> },
): PageRequest {
  return {
    api: services.api,
    services,
    request,
    url: new URL(request.url),
    param: (name) => {
      const value = params[name];
      if (value === undefined) throw new Error(`the route has no parameter ${name}`);
      return value;
    },
  };
}

function inBrowserOnly(Component: ComponentType, isServer: boolean): ComponentType {
  if (isServer) return PageSkeleton;
  return function InBrowserOnly() {
    return useHydrated() ? <Component /> : <PageSkeleton />;
  };
}
