import { cpSync, existsSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What makes another demo, or none. */
const ITS_OWN = ['DATABASE_URL', 'DEMO', 'NODE_ENV'];

/**
 * A folder with the demo's data for one program. Living through the demo's past takes a program some seconds, so
 * that one run of tests does it once (in the folder that `TEST_DEMO_DIR` names) and gives each program a copy, as
 * if it had been started before and ended.
 *
 * @param live starts a program on a folder and ends it once it is ready
 */
export async function demoData(
  env: Readonly<Record<string, string>>,
  live: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-program-'));
  const run = process.env['TEST_DEMO_DIR'];
  if (run === undefined || ITS_OWN.some((name) => name in env)) return folder;
  const lived = join(run, 'demo');
  if (!existsSync(lived)) {
    const draft = mkdtempSync(join(run, 'draft-'));
    await live(draft);
    // Whole or not at all: a run that is cut off leaves a draft that nobody copies.
    renameSync(draft, lived);
  }
  cpSync(lived, folder, { recursive: true });
  return folder;
}
