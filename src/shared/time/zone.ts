import { Temporal } from 'temporal-polyfill';
import { dateOf, dayNumberOf } from './civil-day.js';

/**
 * A time zone as stretches of one offset each: `offsetsMs[i]` (what the zone's clocks are ahead of UTC)
 * holds from `startsMs[i]`, inclusive, to the next start. The first start is -Infinity. Both are in
 * milliseconds; starts count from 1970 in UTC.
 */
export interface Zone {
  readonly name: string;
  readonly startsMs: readonly number[];
  readonly offsetsMs: readonly number[];
}

/**
 * What a clock on the wall shows, as milliseconds between 1970-01-01T00:00 on that same clock and
 * now. It is not an instant: clocks jump.
 */
export type WallMs = number;

/**
 * What to do with a wall time that the zone's clocks skip or show twice. The names mean what they
 * mean in Temporal: a skipped time is carried across the gap, back (`earlier`) or on (`later`); of a
 * doubled one the first or the second is taken; `compatible` is `later` for skipped and `earlier`
 * for doubled times; `reject` throws.
 */
export type Disambiguation = 'earlier' | 'later' | 'compatible' | 'reject';

const DAY_MS = 86_400_000;
/** No zone has ever been further from UTC, so a wall time's instant lies this close to it. */
const OFFSET_MS_MAX = 26 * 3_600_000;

/** Index of the stretch that holds at the instant. */
export function stretchAt(zone: Zone, epochMs: number): number {
  let low = 0;
  let high = zone.startsMs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((zone.startsMs[middle] ?? Infinity) <= epochMs) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What the zone's clocks are ahead of UTC at the instant, in milliseconds. */
export function offsetMsAt(zone: Zone, epochMs: number): number {
  return zone.offsetsMs[stretchAt(zone, epochMs)] ?? 0;
}

/** Every instant at which the zone's clocks show this time, in order: none in a gap, two where it comes twice. */
export function possibleEpochsMs(zone: Zone, wallMs: WallMs): number[] {
  const found: number[] = [];
  const last = stretchAt(zone, wallMs + OFFSET_MS_MAX);
  for (let index = stretchAt(zone, wallMs - OFFSET_MS_MAX); index <= last; index += 1) {
    const epochMs = wallMs - (zone.offsetsMs[index] ?? 0);
    if (stretchAt(zone, epochMs) === index) found.push(epochMs);
  }
  return found;
}

/** @throws RangeError with `reject`, when the clocks skip the time or show it twice */
export function epochMsOfWall(zone: Zone, wallMs: WallMs, disambiguation: Disambiguation): number {
  const possible = possibleEpochsMs(zone, wallMs);
  const [first] = possible;
  if (first !== undefined && possible.length === 1) return first;
  if (disambiguation === 'reject') throw ambiguous(zone, wallMs, possible.length);
  if (first === undefined) return acrossGap(zone, wallMs, disambiguation);
  return disambiguation === 'later' ? (possible.at(-1) ?? first) : first;
}

/** Reads the skipped time with the offset after the gap (which gives the earlier instant) or before it. */
function acrossGap(zone: Zone, wallMs: WallMs, disambiguation: Disambiguation): number {
  const last = stretchAt(zone, wallMs + OFFSET_MS_MAX);
  for (let index = stretchAt(zone, wallMs - OFFSET_MS_MAX) + 1; index <= last; index += 1) {
    const start = zone.startsMs[index] ?? 0;
    const before = zone.offsetsMs[index - 1] ?? 0;
    const after = zone.offsetsMs[index] ?? 0;
    if (wallMs >= start + before && wallMs < start + after)
      return wallMs - (disambiguation === 'earlier' ? after : before);
  }
  throw new RangeError(`${zone.name} neither shows nor skips ${plainOf(wallMs).toString()}`);
}

function ambiguous(zone: Zone, wallMs: WallMs, times: number): RangeError {
  return new RangeError(
    `clocks in ${zone.name} show ${plainOf(wallMs).toString()} ${times === 0 ? 'never' : 'twice'}`,
  );
}

/** What the zone's clocks show at the instant. */
export function wallOf(zone: Zone, instant: Temporal.Instant): Temporal.PlainDateTime {
  const epochMs = instant.epochMilliseconds;
  return plainOf(epochMs + offsetMsAt(zone, epochMs));
}

/** @throws RangeError with `reject`, when the clocks skip the time or show it twice */
export function instantOf(
  zone: Zone,
  wall: Temporal.PlainDateTime,
  disambiguation: Disambiguation,
): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(
    epochMsOfWall(zone, wallMsOf(wall), disambiguation),
  );
}

/** The first instant of the date: where midnight is skipped, the day begins when the gap ends. */
export function startOfDay(zone: Zone, date: Temporal.PlainDate): Temporal.Instant {
  const midnight = wallMsOf(date.toPlainDateTime());
  const [first] = possibleEpochsMs(zone, midnight);
  if (first !== undefined) return Temporal.Instant.fromEpochMilliseconds(first);
  // Midnight carried back lies before the jump, carried on lies behind it: the jump is the next start in between.
  const before = epochMsOfWall(zone, midnight, 'earlier');
  const jump = zone.startsMs[stretchAt(zone, before) + 1] ?? before;
  return Temporal.Instant.fromEpochMilliseconds(jump);
}

/** `+02:00`, `-03:30`, `+05:45`; seconds, which only old zones have, are cut off. */
export function offsetAt(zone: Zone, instant: Temporal.Instant): string {
  return offsetText(offsetMsAt(zone, instant.epochMilliseconds));
}

/** As `offsetAt`. */
export function offsetText(offsetMs: number): string {
  const minutes = Math.trunc(offsetMs / 60_000);
  const size = Math.abs(minutes);
  const text = `${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
  return `${minutes < 0 ? '-' : '+'}${text}`;
}

export function wallMsOf(wall: Temporal.PlainDateTime): WallMs {
  const { year, month, day, hour, minute, second, millisecond } = wall;
  const minutes = (dayNumberOf({ year, month, day }) * 24 + hour) * 60 + minute;
  return (minutes * 60 + second) * 1000 + millisecond;
}

export function plainOf(wallMs: WallMs): Temporal.PlainDateTime {
  const dayNumber = Math.floor(wallMs / DAY_MS);
  const { year, month, day } = dateOf(dayNumber);
  const ms = wallMs - dayNumber * DAY_MS;
  const [hour, minute] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60];
  const second = Math.floor(ms / 1000) % 60;
  return new Temporal.PlainDateTime(year, month, day, hour, minute, second, ms % 1000);
}
