import { Temporal } from 'temporal-polyfill';
import type { HalfOpenRange } from '../../../shared/time/half-open-range.js';

/** Time is given out in pieces of this length, on a grid that starts at 1970 in UTC. */
export const TICK_MINUTES = 5;
export const TICK_MS = TICK_MINUTES * 60_000;

/** Number of a tick: whole five minutes since 1970. */
export type Tick = number;

/** The tick that holds the instant. */
export function tickOf(instant: Temporal.Instant): Tick {
  return Math.floor(instant.epochMilliseconds / TICK_MS);
}

/** The first tick that begins at the instant or later. */
export function tickFrom(instant: Temporal.Instant): Tick {
  return Math.ceil(instant.epochMilliseconds / TICK_MS);
}

export function instantOfTick(tick: Tick): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(tick * TICK_MS);
}

/** Ticks needed for a length; a tick that is only begun counts whole. */
export function ticksFor(minutes: number): number {
  return Math.ceil(minutes / TICK_MINUTES);
}

/** Every tick that the range touches, in order. */
export function ticksOf(range: HalfOpenRange): Tick[] {
  const first = tickOf(range.start);
  const count = tickFrom(range.end) - first;
  return Array.from({ length: Math.max(count, 0) }, (_, index) => first + index);
}
