import createClient, { type Client } from 'openapi-fetch';
import { ApiProblem } from './api-problem';
import type { StoredFile } from './contract';
import type { paths } from './paths';

/** How a request reaches the API: the network in a browser, the same process on the server. */
export type ApiFetch = (request: Request) => Promise<Response>;

export type Api = Client<paths>;

/**
 * The typed client of `/api/v1`.
 *
 * @throws ApiProblem (as a rejection) for every answer that is not a success
 */
export function createApi(origin: string, apiFetch: ApiFetch): Api {
  const api = createClient<paths>({ baseUrl: `${origin}/api/v1`, fetch: apiFetch });
  api.use({
    async onResponse({ response }) {
      if (!response.ok) throw await ApiProblem.of(response);
    },
  });
  return api;
}

/** The body of a call; refusals have been thrown before. */
export async function ok<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}

/** The header that makes a repeated call the same call; the description of the API spells it both ways. */
export function idempotent(key: string): { 'Idempotency-Key': string; 'idempotency-key': string } {
  return { 'Idempotency-Key': key, 'idempotency-key': key };
}

/** A new key for a call that makes money or bookings; keep it when the same call is tried again. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}

/**
 * Sends a file.
 *
 * @throws ApiProblem when the server refuses it
 */
export async function uploadFile(file: File): Promise<StoredFile> {
  const body = new FormData();
  body.append('file', file);
  const response = await fetch('/api/v1/files', { method: 'POST', body });
  if (!response.ok) throw await ApiProblem.of(response);
  return (await response.json()) as StoredFile;
}
