import { Temporal } from 'temporal-polyfill';
import type { HalfOpenRange } from '../../../shared/time/half-open-range.js';

/** `new` until it was read once, then `fine`, or `failing` while it cannot be read; what was read before still counts. */
export type CalendarState = 'new' | 'fine' | 'failing';

/** Why a calendar could not be read. */
export type CalendarProblem =
  'address_refused' | 'not_found' | 'not_answering' | 'too_large' | 'not_a_calendar';

/** More calendars than that are nobody's. */
export const CALENDARS_MAX = 5;

/** Between two readings of a calendar. */
export const REFRESH_MINUTES = 30;

/** A calendar somewhere else, read for when its expert is busy. */
export interface ImportedCalendar {
  readonly id: string;
  readonly expertId: string;
  readonly name: string;
  readonly address: string;
  readonly state: CalendarState;
  readonly problem: CalendarProblem | null;
  readonly busyCount: number;
  readonly fetchedAt: Temporal.Instant | null;
  readonly createdAt: Temporal.Instant;
}

/** Joins ranges that overlap or meet, so that the store keeps each busy stretch once. */
export function joinRanges(ranges: readonly HalfOpenRange[]): HalfOpenRange[] {
  const sorted = [...ranges].sort((a, b) => Temporal.Instant.compare(a.start, b.start));
  const joined: HalfOpenRange[] = [];
  for (const range of sorted) {
    const last = joined.at(-1);
    if (!last || Temporal.Instant.compare(range.start, last.end) > 0) joined.push(range);
    else if (Temporal.Instant.compare(range.end, last.end) > 0)
      joined[joined.length - 1] = { start: last.start, end: range.end };
  }
  return joined;
}
