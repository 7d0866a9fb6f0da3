import { offsetMsAt, type Zone } from '../../../shared/time/zone.js';
import type { Availability } from './availability.js';
import { type Tick, TICK_MS } from './ticks.js';

const DAY_MS = 24 * 60 * 60_000;

/** How many bookings may start on a day and in a week of the expert's calendar. */
export type BookingLimits = Pick<Availability, 'maxPerDay' | 'maxPerWeek'>;

/** Bookings this far around a start can be of the same week, whatever the clocks do in it. */
export const LIMIT_REACH_HOURS = 8 * 24;

export function hasLimits({ maxPerDay, maxPerWeek }: BookingLimits): boolean {
  return (maxPerDay ?? null) !== null || (maxPerWeek ?? null) !== null;
}

/** The starts whose day and week have room for one more booking. */
export function withinLimits(
  starts: readonly Tick[],
  booked: readonly Tick[],
  zone: Zone,
  { maxPerDay, maxPerWeek }: BookingLimits,
): Tick[] {
  const onDay = countBy(booked, (tick) => dayOf(zone, tick));
  const inWeek = countBy(booked, (tick) => weekOf(dayOf(zone, tick)));
  return starts.filter((tick) => {
    const day = dayOf(zone, tick);
    return (
      (onDay.get(day) ?? 0) < (maxPerDay ?? Infinity) &&
      (inWeek.get(weekOf(day)) ?? 0) < (maxPerWeek ?? Infinity)
    );
  });
}

/** Days since 1970-01-01 on the zone's calendar. */
function dayOf(zone: Zone, tick: Tick): number {
  const epochMs = tick * TICK_MS;
  return Math.floor((epochMs + offsetMsAt(zone, epochMs)) / DAY_MS);
}

/** Weeks begin on Mondays; the first of January 1970 was a Thursday. */
function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

function countBy(ticks: readonly Tick[], groupOf: (tick: Tick) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const tick of ticks) counts.set(groupOf(tick), (counts.get(groupOf(tick)) ?? 0) + 1);
  return counts;
}
