import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Request, type Response, Router } from 'express';
import { ASSETS_FOLDER } from './asset-files.js';
import { CONSOLE_STYLE } from './console-style.js';
import { LOGO } from './logo.js';

const TYPE_OF = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  eot: 'application/vnd.ms-fontobject',
  ttf: 'font/ttf',
  woff: 'font/woff',
} as const;

/** @param reader `open` is what the sign-in page shows too; the scripts are for staff */
export function assetRoutes(reader: 'open' | 'staff'): Router {
  const router = Router();
  if (reader === 'open') {
    router.get('/logo.svg', (_request, response) => sendText(response, LOGO, TYPE_OF.svg));
    router.get('/console.css', (_request, response) =>
      sendText(response, CONSOLE_STYLE, TYPE_OF.css),
    );
    return router;
  }
  router.get('/frontend/assets/:file', sendBuilt);
  return router;
}

function sendText(response: Response, text: string, type: string): void {
  response.set({ 'content-type': type, 'cache-control': 'private, no-cache' }).send(text);
}

/** Looked at again on every load, and then mostly answered by 304: a release replaces them under the same name. */
function sendBuilt(request: Request<{ file: string }>, response: Response): void {
  const { file } = request.params;
  const kind = /^[\w-]+(?:\.bundle)?\.(js|css|svg|eot|ttf|woff)$/.exec(file)?.[1];
  if (kind === undefined) {
    response.sendStatus(404);
    return;
  }
  const encoding = request.acceptsEncodings(['br', 'gzip']);
  const ending = encoding === 'br' ? '.br' : encoding === 'gzip' ? '.gz' : '';
  const isCompressed = ending !== '' && existsSync(join(ASSETS_FOLDER, file + ending));
  response.set({
    'content-type': TYPE_OF[kind as keyof typeof TYPE_OF],
    vary: 'accept-encoding',
    ...(isCompressed && encoding ? { 'content-encoding': encoding } : {}),
  });
  response.sendFile(isCompressed ? file + ending : file, {
    root: ASSETS_FOLDER,
    cacheControl: false,
    headers: { 'cache-control': 'private, no-cache' },
  });
}
