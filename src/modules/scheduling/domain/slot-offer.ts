import type { Zone } from '../../../shared/time/zone.js';
import { stretchAt } from '../../../shared/time/zone.js';
import type { OpeningHours } from './opening-hours.js';
import { type Tick, TICK_MS, ticksFor } from './ticks.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export interface SlotQuestion {
  readonly hours: OpeningHours;
  /** The expert's zone, in which the hours are written. */
  readonly zone: Zone;
  /** Slots start in [from, until): what was asked for, cut to what notice and horizon allow. */
  readonly from: Tick;
  readonly until: Tick;
  readonly sessionMinutes: number;
  readonly stepMinutes: number;
  /** Free time needed after the session; the hours may end before it does. */
  readonly bufferMinutes: number;
  /** Ticks taken already, buffers included, in any order; others than the asked ones do no harm. */
  readonly busy: Iterable<Tick>;
}

/** Marks of the ticks from `first` on, one byte each: the bitmap the offer is worked out on. */
interface Bitmap {
  readonly first: Tick;
  readonly isOpen: Uint8Array;
  readonly isStart: Uint8Array;
  readonly isBusy: Uint8Array;
}

/**
 * The ticks at which a session may start, in order.
 *
 * An instant is open exactly when the clocks of the zone show a time inside the hours: an hour that
 * is skipped offers nothing, one that comes twice is offered twice, and a session may span a jump.
 * Starts stand on the wall clock: at the beginning of each of the hours and every `stepMinutes` from
 * there. The whole session must be open; it and the buffer after it must be free.
 */
export function offerSlots(question: SlotQuestion): Tick[] {
  const bitmap = draw(question);
  const sessionTicks = ticksFor(question.sessionMinutes);
  const neededTicks = sessionTicks + ticksFor(question.bufferMinutes);
  const lastStart = question.until - bitmap.first;
  const found: Tick[] = [];
  let openTicks = 0;
  let freeTicks = 0;
  for (let index = bitmap.isOpen.length - 1; index >= 0; index -= 1) {
    openTicks = bitmap.isOpen[index] === 1 ? openTicks + 1 : 0;
    freeTicks = bitmap.isBusy[index] === 1 ? 0 : freeTicks + 1;
    if (index >= lastStart || bitmap.isStart[index] !== 1) continue;
    if (openTicks >= sessionTicks && freeTicks >= neededTicks) found.push(bitmap.first + index);
  }
  return found.reverse();
}

function draw(question: SlotQuestion): Bitmap {
  const { from, until, sessionMinutes, bufferMinutes, busy } = question;
  const length = Math.max(until - from, 0) + ticksFor(sessionMinutes) + ticksFor(bufferMinutes);
  const bitmap: Bitmap = {
    first: from,
    isOpen: new Uint8Array(length),
    isStart: new Uint8Array(length),
    isBusy: new Uint8Array(length),
  };
  for (const tick of busy) if (tick >= from && tick < from + length) bitmap.isBusy[tick - from] = 1;
  drawHours(bitmap, question);
  return bitmap;
}

/** Within a stretch of one offset wall time and UTC run alike, so each is drawn by shifting. */
function drawHours(bitmap: Bitmap, { zone, hours, stepMinutes }: SlotQuestion): void {
  const beginMs = bitmap.first * TICK_MS;
  const endMs = (bitmap.first + bitmap.isOpen.length) * TICK_MS;
  const last = stretchAt(zone, endMs - 1);
  for (let index = stretchAt(zone, beginMs); index <= last; index += 1) {
    drawStretch(bitmap, hours, stepMinutes, {
      startMs: Math.max(zone.startsMs[index] ?? -Infinity, beginMs),
      endMs: Math.min(zone.startsMs[index + 1] ?? Infinity, endMs),
      offsetMs: zone.offsetsMs[index] ?? 0,
    });
  }
}

interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
  readonly offsetMs: number;
}

function drawStretch(
  bitmap: Bitmap,
  hours: OpeningHours,
  stepMinutes: number,
  stretch: Stretch,
): void {
  // Hours that began on the day before may still run.
  const firstDay = Math.floor((stretch.startMs + stretch.offsetMs) / DAY_MS) - 1;
  const lastDay = Math.floor((stretch.endMs - 1 + stretch.offsetMs) / DAY_MS);
  for (let day = firstDay; day <= lastDay; day += 1) {
    const midnightMs = day * DAY_MS - stretch.offsetMs;
    for (const { startMinute, endMinute } of hours.windowsOn(day)) {
      const openMs = midnightMs + startMinute * MINUTE_MS;
      const closeMs = midnightMs + endMinute * MINUTE_MS;
      drawOpen(bitmap, Math.max(openMs, stretch.startMs), Math.min(closeMs, stretch.endMs));
      drawStarts(bitmap, openMs, closeMs, stepMinutes * MINUTE_MS, stretch);
    }
  }
}

/** A tick that is open in part only stays shut. */
function drawOpen(bitmap: Bitmap, openMs: number, closeMs: number): void {
  const from = Math.ceil(openMs / TICK_MS) - bitmap.first;
  const to = Math.floor(closeMs / TICK_MS) - bitmap.first;
  if (from < to) bitmap.isOpen.fill(1, from, to);
}

function drawStarts(
  bitmap: Bitmap,
  openMs: number,
  closeMs: number,
  stepMs: number,
  stretch: Stretch,
): void {
  const missed = Math.max(Math.ceil((stretch.startMs - openMs) / stepMs), 0);
  const endMs = Math.min(closeMs, stretch.endMs);
  for (let startMs = openMs + missed * stepMs; startMs < endMs; startMs += stepMs)
    if (startMs % TICK_MS === 0) bitmap.isStart[startMs / TICK_MS - bitmap.first] = 1;
}
