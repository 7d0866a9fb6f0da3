import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLE_FOLDER } from '../adminjs-environment.js';

/** Where the build puts the scripts, styles and fonts that the console serves. */
export const ASSETS_FOLDER = join(BUNDLE_FOLDER, 'assets');

export interface AssetSource {
  /** As AdminJS' pages ask for it, under `frontend/assets/`. */
  readonly name: string;
  readonly file: string;
}

/**
 * The production scripts of AdminJS, whatever NODE_ENV says: the development ones are ten times as
 * large, and AdminJS would bundle our components anew when they are asked for.
 */
export function assetSources(): AssetSource[] {
  const adminJs = dirname(fileURLToPath(import.meta.resolve('adminjs')));
  const assets = join(adminJs, 'lib', 'frontend', 'assets');
  const fromAdminJs = createRequire(join(adminJs, 'index.js'));
  const designSystem = join(dirname(fromAdminJs.resolve('@adminjs/design-system')), '..');
  return [
    { name: 'app.bundle.js', file: join(assets, 'scripts', 'app-bundle.production.js') },
    { name: 'global.bundle.js', file: join(assets, 'scripts', 'global-bundle.production.js') },
    { name: 'design-system.bundle.js', file: join(designSystem, 'bundle.production.js') },
    { name: 'components.bundle.js', file: join(BUNDLE_FOLDER, 'bundle.js') },
    { name: 'icomoon.css', file: join(assets, 'styles', 'icomoon.css') },
    ...['eot', 'svg', 'ttf', 'woff'].map((kind) => ({
      name: `icomoon.${kind}`,
      file: join(assets, 'fonts', `icomoon.${kind}`),
    })),
  ];
}
