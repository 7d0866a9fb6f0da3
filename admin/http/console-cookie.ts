import type { CookieOptions, Request } from 'express';
import type { AppConfig } from '../../src/platform/config/config.js';

/** Carries the sign-in to the console; the one of the pages does not open it. */
export const CONSOLE_COOKIE = 'visavis_console';

export function consoleToken(request: Request): string | undefined {
  return cookieNamed(CONSOLE_COOKIE, request);
}

export function cookieNamed(name: string, request: Request): string | undefined {
  return request
    .get('cookie')
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

export function cookieOptions(config: AppConfig, publicPath: string): CookieOptions {
  return {
    path: publicPath,
    httpOnly: true,
    sameSite: 'strict',
    secure: config.http.isLan || config.http.publicUrl.startsWith('https:'),
  };
}
