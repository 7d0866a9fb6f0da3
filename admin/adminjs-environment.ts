import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const DIST = basename(dirname(HERE)) === 'dist' ? dirname(HERE) : join(dirname(HERE), 'dist');

/** What the build leaves for the running console; no leading dot, or Express answers 404 under it. */
export const BUNDLE_FOLDER = join(DIST, 'console-bundle');

/**
 * AdminJS takes where its bundle lies, and whether it makes one, from the environment only, and reads
 * it while it is being imported. So this runs before its first import; nothing else writes there.
 *
 * @param makesBundle true in the build step; a running program serves what was built
 */
export function prepareAdminJs({ makesBundle }: { readonly makesBundle: boolean }): void {
  process.env['ADMIN_JS_TMP_DIR'] = BUNDLE_FOLDER;
  process.env['ADMIN_JS_SKIP_BUNDLE'] = String(!makesBundle);
}
