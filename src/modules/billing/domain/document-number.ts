import type { DocumentKind } from './document.js';

/** Numbers run per issuer, kind of series and year, without holes. */
export interface Series {
  /** Account of the expert, or `platform`. */
  readonly issuer: string;
  readonly family: 'invoice' | 'credit_note';
  readonly year: number;
}

export const PLATFORM_ISSUER = 'platform';
/** Where no law speaks of numbers. */
const PLAIN_PATTERN = '{yyyy}-{seq6}';
/** Credit notes have numbers of their own, which must not look like those of invoices. */
const CREDIT_PREFIX = 'C-';

export function familyOf(kind: DocumentKind): Series['family'] {
  return kind === 'invoice' || kind === 'commission_invoice' ? 'invoice' : 'credit_note';
}

/** Stable text of a series, its key in the store. */
export function seriesKey({ issuer, family, year }: Series): string {
  return `${issuer}:${family}:${year}`;
}

/**
 * The number as it is printed.
 *
 * @param pattern of the law, with `{yyyy}` and `{seq<digits>}`; null where it has none
 * @param seq     from one
 */
export function numberOf(series: Series, seq: number, pattern: string | null): string {
  const printed = (pattern ?? PLAIN_PATTERN)
    .replace('{yyyy}', String(series.year))
    .replace(/\{seq(\d+)\}/, (_, digits: string) => String(seq).padStart(Number(digits), '0'));
  return series.family === 'credit_note' ? `${CREDIT_PREFIX}${printed}` : printed;
}
