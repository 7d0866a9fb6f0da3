import type { Temporal } from 'temporal-polyfill';
import { dateText, timeText, utcText } from '../../../shared/time/iso-text.js';
import { offsetMsAt, offsetText, type Zone } from '../../../shared/time/zone.js';
import type { SlotView } from './scheduling.errors.js';
import { type Tick, TICK_MS } from './ticks.js';

/** A slot as somebody in a zone reads it. */
export interface LocalSlot extends SlotView {
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

/** @param minutes how long it lasts */
export function slotViewOf(start: Tick, minutes: number): SlotView {
  const startMs = start * TICK_MS;
  return { startsAt: utcText(startMs), endsAt: utcText(startMs + minutes * 60_000) };
}

/**
 * Sorts slots into the days of the reader's calendar. Every one of the dates is there, with or
 * without slots; slots of other dates are left out.
 *
 * @param dates in order
 */
export function slotsByDay(
  starts: readonly Tick[],
  sessionMinutes: number,
  zone: Zone,
  dates: readonly Temporal.PlainDate[],
): SlotDay[] {
  const days = new Map<string, LocalSlot[]>(dates.map((date) => [date.toString(), []]));
  for (const start of starts) {
    const offsetMs = offsetMsAt(zone, start * TICK_MS);
    const wallMs = start * TICK_MS + offsetMs;
    days.get(dateText(wallMs))?.push({
      ...slotViewOf(start, sessionMinutes),
      offset: offsetText(offsetMs),
      local: timeText(wallMs),
    });
  }
  return [...days].map(([date, slots]) => ({ date, slots }));
}
