/** Name of a language in the reader's language. */
export function languageName(code: string, locale: string): string {
  return nameOf('language', code, locale);
}

/** Name of a country or territory in the reader's language. */
export function countryName(code: string, locale: string): string {
  return nameOf('region', code, locale);
}

/** Name of a language in that language itself, for switches. */
export function ownLanguageName(code: string): string {
  return nameOf('language', code, code);
}

export function formatNumber(value: number, locale: string, decimals?: number): string {
  return new Intl.NumberFormat(
    locale,
    decimals === undefined
      ? {}
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals },
  ).format(value);
}

export function formatPercent(rate: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 }).format(
    Number(rate) / 100,
  );
}

export function formatList(items: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(items);
}

function nameOf(type: 'language' | 'region', code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}
