import { Temporal } from 'temporal-polyfill';

/** What applicants and experts are told to expect; older than this is shown as late. */
const ANSWER_PROMISED_HOURS = 48;

export interface Waiting {
  /** In the reader's language: "40 min", "3 hr", "2 days". */
  readonly waiting: string;
  readonly isLate: boolean;
}

/** How long something has been waiting. @param since RFC 3339, or null when nobody waits */
export function waitingSince(
  since: string | null,
  now: Temporal.Instant,
  language: string,
): Waiting {
  if (since === null) return { waiting: '', isLate: false };
  const minutes = Math.max(0, Math.floor(now.since(Temporal.Instant.from(since)).total('minutes')));
  return { waiting: inWords(minutes, language), isLate: minutes >= ANSWER_PROMISED_HOURS * 60 };
}

function inWords(minutes: number, language: string): string {
  if (minutes < 60) return unit(minutes, 'minute', language);
  if (minutes < 48 * 60) return unit(Math.floor(minutes / 60), 'hour', language);
  return unit(Math.floor(minutes / (24 * 60)), 'day', language);
}

function unit(value: number, name: 'minute' | 'hour' | 'day', language: string): string {
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: name,
    unitDisplay: 'short',
  }).format(value);
}
