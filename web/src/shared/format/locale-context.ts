import { createContext, useContext } from 'react';
import { directionOf, type Language } from '../../i18n/languages';

/** How this visitor reads: words, numbers, dates and hours. */
export interface Locale {
  readonly language: Language;
  /** Tag for Intl: the language as it is written in the visitor's country. */
  readonly locale: string;
  /** Null while nobody has told the server: then times say that they are UTC. */
  readonly timeZone: string | null;
  readonly direction: 'ltr' | 'rtl';
}

/** Countries whose own way of writing a language Intl knows well; elsewhere the first one is used. */
const WRITTEN_IN: Record<Language, readonly [string, ...string[]]> = {
  en: ['GB', 'US', 'CA', 'AU', 'NZ', 'IE', 'IN', 'ZA'],
  fr: ['FR', 'BE', 'CH', 'CA', 'LU'],
  ar: ['MA', 'DZ', 'TN', 'EG', 'SA', 'AE', 'JO', 'LB'],
};

/**
 * Intl tag for a language and a country. Arabic is pinned to the digits that card numbers, clocks and
 * inputs use, so that server and browser, whose tables differ, write the same.
 */
export function localeTag(language: Language, country: string): string {
  const written = WRITTEN_IN[language];
  const region = written.includes(country) ? country : written[0];
  return `${language}-${region}${language === 'ar' ? '-u-nu-latn' : ''}`;
}

export function localeFor(language: Language, country: string, timeZone: string | null): Locale {
  return {
    language,
    locale: localeTag(language, country),
    timeZone,
    direction: directionOf(language),
  };
}

export const LocaleContext = createContext<Locale>(localeFor('en', 'GB', null));

export function useLocale(): Locale {
  return useContext(LocaleContext);
}
