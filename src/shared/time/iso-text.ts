import type { WallMs } from './zone.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * ISO 8601 by arithmetic, for lists of hundreds of slots: Temporal takes about ten microseconds for
 * each text, this a small part of one. Years 0 to 9999; fractions of a second are cut off.
 *
 * @returns `2026-11-23T10:00:00Z`
 */
export function utcText(epochMs: number): string {
  const seconds = Math.floor(epochMs / 1000) % 60;
  return `${dateText(epochMs)}T${timeText(epochMs)}:${twoDigits((seconds + 60) % 60)}Z`;
}

/** `2026-11-23`, of a wall time or of an instant in UTC. */
export function dateText(wallMs: WallMs): string {
  const { year, month, day } = civilOf(Math.floor(wallMs / DAY_MS));
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** `14:30`, of a wall time or of an instant in UTC. */
export function timeText(wallMs: WallMs): string {
  const minutes = Math.floor((wallMs - Math.floor(wallMs / DAY_MS) * DAY_MS) / MINUTE_MS);
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/**
 * The Gregorian date of a day counted from 1970-01-01. Years are taken to begin in March, so that the
 * day that is sometimes missing comes last; 400 of them always have 146,097 days.
 */
function civilOf(day: number): { year: number; month: number; day: number } {
  const fromYearZero = day + 719_468;
  const era = Math.floor(fromYearZero / 146_097);
  const dayOfEra = fromYearZero - era * 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}
