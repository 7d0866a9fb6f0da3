import type { RequestListener } from 'node:http';
import { prepareAdminJs } from './adminjs-environment.js';
import type { ProgramContext } from './faces.js';

export interface ConsoleOptions {
  /** The running program; the console asks its faces and has no rights of its own. */
  readonly app: ProgramContext;
  /** Where the console is mounted, e.g. `/admin`. */
  readonly publicPath: string;
}

/**
 * Builds the staff console. It takes seconds to load, so whoever calls this imports it lazily, after
 * the API answers.
 *
 * @returns answers every request whose path begins with `publicPath`
 */
export async function createConsole({ app, publicPath }: ConsoleOptions): Promise<RequestListener> {
  prepareAdminJs({ makesBundle: false });
  const { buildConsole } = await import('./build-console.js');
  return buildConsole(app, publicPath);
}
