import { Temporal } from 'temporal-polyfill';
import { offsetAt, wallOf, type Zone } from '../../../shared/time/zone.js';

/** A slot as somebody in a zone reads it. */
export interface LocalSlot {
  /** RFC 3339, UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** `+02:00`: what the reader's clocks are ahead of UTC at the start; tells an hour that comes twice apart. */
  readonly offset: string;
  /** `14:30`, on the reader's clock. */
  readonly local: string;
}

export interface SlotDay {
  /** `YYYY-MM-DD`, on the reader's calendar. */
  readonly date: string;
  readonly slots: readonly LocalSlot[];
}

/**
 * Sorts slots into the days of the reader's calendar. Every one of the dates is there, with or
 * without slots; slots of other dates are left out.
 *
 * @param dates in order
 */
export function slotsByDay(
  starts: readonly Temporal.Instant[],
  sessionMinutes: number,
  zone: Zone,
  dates: readonly Temporal.PlainDate[],
): SlotDay[] {
  const days = new Map<string, LocalSlot[]>(dates.map((date) => [date.toString(), []]));
  for (const start of starts) {
    const wall = wallOf(zone, start).toString({ smallestUnit: 'minute' });
    days.get(wall.slice(0, 10))?.push({
      startsAt: start.toString(),
      endsAt: start.add({ minutes: sessionMinutes }).toString(),
      offset: offsetAt(zone, start),
      local: wall.slice(11),
    });
  }
  return [...days].map(([date, slots]) => ({ date, slots }));
}
