import { Temporal } from 'temporal-polyfill';
import type { Zone } from '../../../shared/time/zone.js';
import type { Availability } from './availability.js';
import { openingHoursOf } from './opening-hours.js';
import { offerSlots } from './slot-offer.js';
import { type Tick, tickFrom, ticksFor } from './ticks.js';

/** Ticks in [from, until). */
export interface TickStretch {
  readonly from: Tick;
  readonly until: Tick;
}

/** Cuts what was asked to what notice and horizon allow, and asks the engine. */
export function offeredStarts(
  rules: Availability,
  zone: Zone,
  minutes: number,
  { from, until }: TickStretch,
  busy: readonly Tick[],
  now: Temporal.Instant,
): Tick[] {
  const earliest = tickFrom(now.add({ minutes: rules.noticeMinutes }));
  const end = tickFrom(now.add({ hours: 24 * rules.horizonDays }));
  return offerSlots({
    hours: openingHoursOf(rules),
    zone,
    from: Math.max(from, earliest),
    until: Math.min(until, end),
    sessionMinutes: minutes,
    stepMinutes: rules.stepMinutes,
    bufferMinutes: rules.bufferMinutes,
    busy,
  });
}

/** Until where time must be free for the last start of a stretch. */
export function lastNeeded({ until }: TickStretch, rules: Availability, minutes: number): Tick {
  return until + ticksFor(minutes) + ticksFor(rules.bufferMinutes);
}
