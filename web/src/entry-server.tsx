import { renderPage, type RenderAnswer, type RenderRequest } from './app/render';
import type { Language, Namespace, Words } from './i18n/languages';

const files = import.meta.glob<Words>('./i18n/locales/*/*.json', {
  eager: true,
  import: 'default',
});

async function loadWords(language: Language, namespace: Namespace): Promise<Words> {
  const words = files[`./i18n/locales/${language}/${namespace}.json`];
  if (words === undefined) throw new Error(`no words for ${language}/${namespace}`);
  return words;
}

/** Draws a page for the server of the pages. */
export function render(request: RenderRequest): Promise<RenderAnswer> {
  return renderPage(request, loadWords);
}
