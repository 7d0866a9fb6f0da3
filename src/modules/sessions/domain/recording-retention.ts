import type { RecordingPurpose } from './recording-rule.js';

/** One line of the table of how long recordings are kept. */
export interface RetentionRow {
  /** Slug of a category; what is below it follows. `*` is every one. */
  readonly category: string;
  /** ISO 3166-1 alpha-2 of one of the two people; `*` is every one. */
  readonly country: string;
  readonly purpose: RecordingPurpose;
  readonly keepHours: number;
}

const DAY_HOURS = 24;

/**
 * How long recordings are kept after the session. Evidence outlives the 72 hours in which the guarantee can be claimed by
 * one day; an open claim or report keeps it longer.
 */
export const RETENTION: readonly RetentionRow[] = [
  { category: '*', country: '*', purpose: 'copy', keepHours: 90 * DAY_HOURS },
  { category: '*', country: '*', purpose: 'evidence', keepHours: 4 * DAY_HOURS },
  // What is seen of somebody's machine or papers is not left lying about as long as a cooking lesson.
  { category: 'computing', country: '*', purpose: 'copy', keepHours: 30 * DAY_HOURS },
  { category: 'business-and-money', country: '*', purpose: 'copy', keepHours: 30 * DAY_HOURS },
  // Chosen on the cautious side by whoever wrote this table; it is not a statement of law.
  { category: '*', country: 'DE', purpose: 'copy', keepHours: 30 * DAY_HOURS },
  { category: '*', country: 'FR', purpose: 'copy', keepHours: 30 * DAY_HOURS },
];

export interface Retention {
  readonly keepHours: number;
  /** The line it follows from, `purpose/category/country`; printed on the certificate. */
  readonly rule: string;
}

/**
 * How long a recording is kept: of all lines that apply, the one that keeps it shortest.
 *
 * @param categories the category of the offer and those above it
 * @param countries  of both people
 * @throws RangeError when no line applies; the table has one for everything
 */
export function retentionOf(
  table: readonly RetentionRow[],
  { categories, countries, purpose }: RetentionCase,
): Retention {
  const applies = (named: string, own: readonly string[]): boolean =>
    named === '*' || own.includes(named);
  const [shortest] = table
    .filter((row) => row.purpose === purpose)
    .filter((row) => applies(row.category, categories) && applies(row.country, countries))
    .sort((one, other) => one.keepHours - other.keepHours);
  if (!shortest) throw new RangeError(`no retention for ${purpose}`);
  const { category, country, keepHours } = shortest;
  return { keepHours, rule: `${purpose}/${category}/${country}` };
}

export interface RetentionCase {
  readonly categories: readonly string[];
  readonly countries: readonly string[];
  readonly purpose: RecordingPurpose;
}
