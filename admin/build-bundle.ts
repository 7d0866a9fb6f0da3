import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { BUNDLE_FOLDER, prepareAdminJs } from './adminjs-environment.js';
import { ASSETS_FOLDER, assetSources } from './http/asset-files.js';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Run at build time: makes the bundle of our components and puts everything the console serves in one folder, compressed. */
async function buildBundle(): Promise<void> {
  await rm(BUNDLE_FOLDER, { recursive: true, force: true });
  await mkdir(ASSETS_FOLDER, { recursive: true });
  prepareAdminJs({ makesBundle: true });
  const { default: AdminJS } = await import('adminjs');
  const { componentLoader } = await import('./component-files.js');
  await new AdminJS({ componentLoader: componentLoader() }).initialize();
  for (const source of assetSources()) await place(source.file, source.name);
}

async function place(file: string, name: string): Promise<void> {
  const target = join(ASSETS_FOLDER, name);
  await copyFile(file, target);
  if (!/\.(js|css|svg)$/.test(name)) return;
  const bytes = await readFile(file);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  await writeFile(`${target}.br`, await toBrotli(bytes, quality));
  await writeFile(`${target}.gz`, await toGzip(bytes));
}

await buildBundle();
