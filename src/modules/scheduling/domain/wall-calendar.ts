import { Temporal } from 'temporal-polyfill';

export const DAY_MINUTES = 24 * 60;

/** `HH:MM` in steps of five minutes, up to `24:00`, as minutes since midnight; null for anything else. */
export function minuteOfDay(text: string): number | null {
  const match = /^([01]\d|2[0-4]):([0-5][05])$/.exec(text);
  if (!match) return null;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return minute <= DAY_MINUTES ? minute : null;
}

/** Monday is 1. The first of January 1970 was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Whole days since 1970-01-01. @throws RangeError when there is no such date */
export function dayNumberOf(date: string): number {
  return Temporal.Instant.from(`${date}T00:00Z`).epochMilliseconds / (DAY_MINUTES * 60_000);
}

/** `YYYY-MM-DD`, and on the calendar. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
