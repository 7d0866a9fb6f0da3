/** Languages of the pages. A language is one folder of JSON under `locales/`. */
export const LANGUAGES = ['en', 'fr', 'ar'] as const;

export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_LANGUAGE: Language = 'en';

export const NAMESPACES = [
  'common',
  'errors',
  'home',
  'search',
  'listing',
  'account',
  'legal',
  'help',
  'room',
  'receipt',
  'bookings',
  'studio',
  'settings',
  'tax',
] as const;

export type Namespace = (typeof NAMESPACES)[number];

/** Words of one namespace: a tree of texts. */
export interface Words {
  [key: string]: string | Words;
}

export type LoadWords = (language: Language, namespace: Namespace) => Promise<Words>;

export function isLanguage(code: string | undefined | null): code is Language {
  return LANGUAGES.some((language) => language === code);
}

/** The language of the pages for any language tag: "fr-CA" is served in French. */
export function servedLanguage(tag: string | undefined | null): Language {
  const base = tag?.split('-')[0];
  return isLanguage(base) ? base : DEFAULT_LANGUAGE;
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr';
}
