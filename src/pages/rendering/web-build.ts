import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Files of the built pages that a document starts with. */
export interface PageAssets {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly preloads: readonly string[];
}

export interface RenderRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly apiFetch: (request: Request) => Promise<Response>;
  readonly language: string;
  readonly nonce: string;
  readonly theme: string;
  readonly timeZone: string | null;
  readonly assets: PageAssets;
}

export interface RenderAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly cookies: readonly string[];
  readonly html: string;
}

export interface WebBuild {
  readonly clientDir: string;
  readonly assets: PageAssets;
  readonly render: (request: RenderRequest) => Promise<RenderAnswer>;
}

interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

type Manifest = Record<string, ManifestChunk>;

/** Beside the compiled server: `dist/web`, seen from `dist/src/pages/rendering`. */
export const BUILT_WEB_DIR = fileURLToPath(new URL('../../../web/', import.meta.url));

/** @returns null when the pages have not been built, e.g. when the server runs from its sources */
export async function loadWebBuild(dir: string = BUILT_WEB_DIR): Promise<WebBuild | null> {
  const manifestFile = `${dir}/client/.vite/manifest.json`;
  const rendererFile = `${dir}/server/entry-server.js`;
  if (!existsSync(manifestFile) || !existsSync(rendererFile)) return null;
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  const { render } = (await import(rendererFile)) as Pick<WebBuild, 'render'>;
  return { clientDir: `${dir}/client`, assets: assetsOf(manifest), render };
}

/** The entry with everything it imports at once, so that the browser fetches all of it in one go. */
export function assetsOf(manifest: Manifest): PageAssets {
  const entry = manifest['src/entry-client.tsx'];
  if (!entry) throw new Error('the build of the pages has no entry');
  const needed = new Set<ManifestChunk>();
  const visit = (chunk: ManifestChunk): void => {
    for (const name of chunk.imports ?? []) {
      const next = manifest[name];
      if (!next || needed.has(next)) continue;
      needed.add(next);
      visit(next);
    }
  };
  visit(entry);
  const chunks = [...needed];
  const styles = [entry, ...chunks].flatMap(({ css }) => css ?? []);
  return {
    scripts: [`/${entry.file}`],
    styles: [...new Set(styles)].map((file) => `/${file}`),
    preloads: chunks.map(({ file }) => `/${file}`),
  };
}
