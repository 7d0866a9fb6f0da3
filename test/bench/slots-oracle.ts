import type { OpeningHours } from '../../src/modules/scheduling/domain/opening-hours.js';
import type { SlotQuestion } from '../../src/modules/scheduling/domain/slot-offer.js';
import type { Zone } from '../../src/shared/time/zone.js';

const MINUTE_MS = 60_000;
const TICK_MS = 5 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * The same answer as `offerSlots`, the slow and obvious way: every start on the wall clock is tried
 * against every offset the zone ever had, and every five minutes of the session are looked up.
 */
export function directSlots(question: SlotQuestion): number[] {
  const busy = new Set(question.busy);
  const starts = new Set(
    wallStarts(question)
      .flatMap((wallMs) => instantsShowing(question.zone, wallMs))
      .filter((epochMs) => epochMs % TICK_MS === 0)
      .map((epochMs) => epochMs / TICK_MS)
      .filter((tick) => tick >= question.from && tick < question.until),
  );
  return [...starts]
    .filter((tick) => {
      const session = ticks(tick, question.sessionMinutes);
      const needed = ticks(tick, question.sessionMinutes, question.bufferMinutes);
      return (
        session.every((each) => isOpen(question.zone, question.hours, each)) &&
        needed.every((each) => !busy.has(each))
      );
    })
    .sort((a, b) => a - b);
}

function wallStarts({ from, until, hours, stepMinutes }: SlotQuestion): number[] {
  const walls: number[] = [];
  for (let day = dayOf(from) - 3; day <= dayOf(until) + 2; day += 1)
    for (const { startMinute, endMinute } of hours.windowsOn(day))
      for (let minute = startMinute; minute < endMinute; minute += stepMinutes)
        walls.push(day * DAY_MS + minute * MINUTE_MS);
  return walls;
}

function dayOf(tick: number): number {
  return Math.floor((tick * TICK_MS) / DAY_MS);
}

function instantsShowing(zone: Zone, wallMs: number): number[] {
  return [...new Set(zone.offsetsMs)]
    .map((offset) => wallMs - offset)
    .filter((epochMs) => epochMs + offsetAt(zone, epochMs) === wallMs);
}

function offsetAt(zone: Zone, epochMs: number): number {
  return zone.offsetsMs[zone.startsMs.findLastIndex((start) => start <= epochMs)] ?? 0;
}

function isOpen(zone: Zone, hours: OpeningHours, tick: number): boolean {
  const wallMs = tick * TICK_MS + offsetAt(zone, tick * TICK_MS);
  const day = Math.floor(wallMs / DAY_MS);
  return [day - 1, day].some((began) =>
    hours.windowsOn(began).some(({ startMinute, endMinute }) => {
      const minute = (wallMs - began * DAY_MS) / MINUTE_MS;
      return minute >= startMinute && minute < endMinute;
    }),
  );
}

function ticks(first: number, ...minutes: number[]): number[] {
  const count = minutes.reduce((sum, each) => sum + Math.ceil(each / 5), 0);
  return Array.from({ length: count }, (_, index) => first + index);
}
