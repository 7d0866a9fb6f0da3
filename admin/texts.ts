import type { LocaleTranslations } from 'adminjs';
import { LANGUAGES } from '../src/platform/i18n/languages.js';
import type { Translator } from '../src/platform/i18n/translator.js';

export type Translate = (key: string, params?: Record<string, unknown>) => string;

/** The console's own texts in the language of whoever reads. */
export async function consoleTexts(translator: Translator, language: string): Promise<Translate> {
  const t = await translator.for(language);
  return (key, params) => t(`console:${key}`, params ?? {});
}

/** The texts that AdminJS shows, by language; the placeholders in them are filled in the browser. */
export async function adminJsTexts(
  translator: Translator,
): Promise<Readonly<Record<string, LocaleTranslations>>> {
  const entries = await Promise.all(
    LANGUAGES.map(async (language) => {
      const t = await translator.for(language);
      const texts: unknown = t('console:adminjs', { returnObjects: true, skipInterpolation: true });
      return [language, texts as LocaleTranslations] as const;
    }),
  );
  return Object.fromEntries(entries);
}
