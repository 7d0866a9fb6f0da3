import { Temporal } from 'temporal-polyfill';

/** From `start`, inclusive, to `end`, exclusive: two ranges that meet do not overlap. */
export interface HalfOpenRange {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/** @throws RangeError when it would end before it starts */
export function rangeOf(start: Temporal.Instant, end: Temporal.Instant): HalfOpenRange {
  if (Temporal.Instant.compare(end, start) < 0)
    throw new RangeError(`a range from ${start.toString()} cannot end at ${end.toString()}`);
  return { start, end };
}

/** @param minutes zero or more, whole */
export function rangeOfMinutes(start: Temporal.Instant, minutes: number): HalfOpenRange {
  return rangeOf(start, start.add({ minutes }));
}

export function contains(range: HalfOpenRange, instant: Temporal.Instant): boolean {
  return (
    Temporal.Instant.compare(range.start, instant) <= 0 &&
    Temporal.Instant.compare(instant, range.end) < 0
  );
}

/** An empty range overlaps nothing. */
export function overlaps(a: HalfOpenRange, b: HalfOpenRange): boolean {
  const start = Temporal.Instant.compare(a.start, b.start) > 0 ? a.start : b.start;
  const end = Temporal.Instant.compare(a.end, b.end) < 0 ? a.end : b.end;
  return Temporal.Instant.compare(start, end) < 0;
}
