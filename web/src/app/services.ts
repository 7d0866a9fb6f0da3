import { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { PageWords } from '../i18n/create-i18n';
import { ok, type Api } from '../shared/api/client';
import type { MeView } from '../shared/api/contract';

/** What the pages need of the outside: one set per request on the server, one per tab in a browser. */
export interface Services {
  readonly api: Api;
  readonly words: PageWords;
  readonly queryClient: QueryClient;
  readonly isServer: boolean;
  /** Who is looking. Asked once; `refreshMe` asks again after something about the person changed. */
  readonly me: () => Promise<MeView>;
  readonly refreshMe: () => Promise<MeView>;
}

export function createServices(
  api: Api,
  words: PageWords,
  options: { isServer: boolean; me?: MeView },
): Services {
  let known: Promise<MeView> | null = options.me ? Promise.resolve(options.me) : null;
  const refreshMe = (): Promise<MeView> => (known = ok(api.GET('/me')));
  return {
    api,
    words,
    isServer: options.isServer,
    queryClient: new QueryClient({
      defaultOptions: { queries: { staleTime: 10_000, retry: 1, refetchOnWindowFocus: true } },
    }),
    me: () => known ?? refreshMe(),
    refreshMe,
  };
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('useServices is used outside of the application');
  return services;
}

export function useApi(): Api {
  return useServices().api;
}
