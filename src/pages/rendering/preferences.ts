import type { FastifyReply, FastifyRequest } from 'fastify';
import { isThemeName, THEME_COOKIE, YEAR_SECONDS } from './visitor-cookies.js';

type ApiFetch = (request: Request) => Promise<Response>;

/** Takes the small form at the foot of every page: language, country and look, with or without JavaScript. */
export async function takePreferences(
  request: FastifyRequest,
  reply: FastifyReply,
  apiFetch: ApiFetch,
): Promise<void> {
  const typed = new URLSearchParams(bodyText(request));
  const display = pick(typed, ['language', 'country']);
  const answer = await apiFetch(
    request.person
      ? jsonRequest('PATCH', '/api/v1/me', pick(typed, ['language']))
      : jsonRequest('PUT', '/api/v1/me/display', display),
  );
  for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie);
  const theme = typed.get('theme');
  if (isThemeName(theme))
    void reply.header(
      'set-cookie',
      `${THEME_COOKIE}=${theme}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`,
    );
  await reply.header('cache-control', 'no-store').redirect(ownPath(typed.get('returnTo')), 303);
}

/** A path of this installation; anything that could lead elsewhere becomes the start page. */
export function ownPath(path: string | null): string {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : '/';
}

/** The body of a plain form, whichever way the parser left it. */
export function bodyText({ body }: { body: unknown }): string {
  if (typeof body === 'string') return body;
  if (typeof body !== 'object' || body === null) return '';
  const pairs = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, String(each)]),
  );
  return new URLSearchParams(pairs).toString();
}

function pick(typed: URLSearchParams, names: readonly string[]): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = typed.get(name);
    if (value) picked[name] = value;
  }
  return picked;
}

function jsonRequest(method: string, path: string, body: object): Request {
  return new Request(new URL(path, 'http://visavis.internal'), {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
