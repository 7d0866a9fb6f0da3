import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ComponentLoader } from 'adminjs';

/** Our own components by the name AdminJS knows them under; the file has the same name. */
const OWN = [
  'ApplicationPage',
  'CategoryAddPage',
  'CategoryPage',
  'Dashboard',
  'DeadLetterPage',
  'PayoutPage',
  'MailPage',
  'RevisionPage',
  'StateCell',
  'WaitingCell',
] as const;
/** Components of AdminJS that ours stand in for. */
const INSTEAD = ['LoggedIn'] as const;

/** The same list for the build step, which bundles them, and the running console, which names them. */
export function componentLoader(): ComponentLoader {
  const loader = new ComponentLoader();
  for (const name of OWN) loader.add(name, fileOf(name));
  for (const name of INSTEAD) loader.override(name, fileOf(name));
  return loader;
}

/** `.js` beside the built program, `.tsx` beside the sources under test. */
function fileOf(name: string): string {
  const built = fileURLToPath(new URL(`./components/${name}.js`, import.meta.url));
  return existsSync(built) ? built : built.replace(/\.js$/, '.tsx');
}
