import type { Language, Namespace, Words } from '../i18n/languages';
import { directionOf } from '../i18n/languages';
import type { Head } from './page';
import type { Theme } from './theme';

/** Addresses of the built files that a page starts with. */
export interface PageAssets {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** Modules the scripts will ask for at once. */
  readonly preloads: readonly string[];
}

/** What the browser must know to draw the same page again. */
export interface BootData {
  readonly language: Language;
  readonly timeZone: string | null;
  readonly theme: Theme;
  readonly words: Partial<Record<Namespace, Words>>;
}

export const BOOT_ELEMENT = 'visavis-boot';

export interface DocumentParts {
  readonly head: Head;
  readonly boot: BootData;
  readonly assets: PageAssets;
  readonly nonce: string;
  readonly body: string;
}

export function documentHtml({ head, boot, assets, nonce, body }: DocumentParts): string {
  const { language, theme } = boot;
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="${directionOf(language)}" data-theme="${theme}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    `<title>${escapeHtml(head.title)}</title>`,
    head.description && `<meta name="description" content="${escapeHtml(head.description)}">`,
    head.isPrivate && '<meta name="robots" content="noindex">',
    '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf8f4">',
    '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#16181a">',
    // React Aria reads the nonce from here for the one style that it adds.
    `<meta property="csp-nonce" nonce="${nonce}">`,
    `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(FAVICON)}">`,
    ...assets.styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    ...assets.preloads.map((href) => `<link rel="modulepreload" href="${href}">`),
    '</head>',
    '<body>',
    `<div id="root">${body}</div>`,
    `<script type="application/json" id="${BOOT_ELEMENT}">${scriptJson(boot)}</script>`,
    ...assets.scripts.map((src) => `<script type="module" nonce="${nonce}" src="${src}"></script>`),
    '</body>',
    '</html>',
  ]
    .filter(Boolean)
    .join('\n');
}

export function escapeHtml(text: string): string {
  const ENTITIES: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** JSON that cannot end the script element it stands in. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

const FAVICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 32"><path d="M2 30V16A13 13 0 0 1 15 3a3 3 0 0 1 3 3v21a3 3 0 0 1-3 3z" fill="#0b6b4c"/>' +
  '<path d="M38 30V16A13 13 0 0 0 25 3a3 3 0 0 0-3 3v21a3 3 0 0 0 3 3z" fill="#7a8a83"/></svg>';
