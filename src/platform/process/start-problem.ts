import { ConfigError } from '../config/load-config.js';
import { DataFileError } from '../database/sqlite-file.js';

/**
 * What whoever starts the program is told when it cannot start: one clear sentence where we know the
 * cause, else null, and the whole error belongs in the log.
 */
export function startProblemOf(error: unknown, port: number): string | null {
  if (error instanceof ConfigError || error instanceof DataFileError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program: stop it, or choose another with PORT=3001 npm start.`;
  if (code === 'EACCES')
    return `Port ${port} may not be used without more rights: choose one above 1023 with PORT=3000 npm start.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return 'The database of DATABASE_URL does not answer: check its address and that it runs.';
  if (code === 'ER_ACCESS_DENIED_ERROR')
    return 'The database of DATABASE_URL refuses the user or the password.';
  return null;
}
