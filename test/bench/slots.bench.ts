import { Temporal } from 'temporal-polyfill';
import { openingHoursOf } from '../../src/modules/scheduling/domain/opening-hours.js';
import { offerSlots, type SlotQuestion } from '../../src/modules/scheduling/domain/slot-offer.js';
import { tickFrom, ticksOf } from '../../src/modules/scheduling/domain/ticks.js';
import { slotViewOf } from '../../src/modules/scheduling/domain/slot-calendar.js';
import { loadShippedZones } from '../../src/platform/time/shipped-zones.js';
import { rangeOfMinutes } from '../../src/shared/time/half-open-range.js';
import { directSlots } from './slots-oracle.js';

const ZONE = 'Europe/Paris';
const FROM = Temporal.Instant.from('2026-03-15T00:00:00Z');
const DAYS = 30;
const SESSION_MINUTES = 30;
const STEP_MINUTES = 15;
const BOOKINGS = 60;
const ROUNDS = { engine: 2_000, plain: 40 } as const;
const MARK_MS = 0.5;

export interface SlotsFigures {
  readonly slots: number;
  readonly engineMs: number;
  readonly plainTemporalMs: number;
  readonly ratio: number;
}

/** A month of one expert across a change of the clock: CPU time of the engine up to the texts that are sent, beside Temporal used plainly. */
export function run(): SlotsFigures {
  const starts = busyStarts();
  const question = aMonth(starts);
  const offered = texts(question);
  const plain = plainTemporal(starts);
  if (String(offered) !== String(plain) || offered.length !== directSlots(question).length)
    throw new Error('the engine and plain Temporal do not agree, so there is nothing to compare');
  const engineMs = cpuMs(ROUNDS.engine, () => texts(question));
  const plainTemporalMs = cpuMs(ROUNDS.plain, () => plainTemporal(starts));
  const figures = {
    slots: offered.length,
    engineMs,
    plainTemporalMs,
    ratio: plainTemporalMs / engineMs,
  };
  print(figures);
  return figures;
}

function aMonth(starts: readonly Temporal.Instant[]): SlotQuestion {
  return {
    hours: openingHoursOf({
      weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '09:00', endsAt: '18:00' })),
      exceptions: [],
    }),
    zone: loadShippedZones().zone(ZONE),
    from: tickFrom(FROM),
    until: tickFrom(FROM.add({ hours: 24 * DAYS })),
    sessionMinutes: SESSION_MINUTES,
    stepMinutes: STEP_MINUTES,
    bufferMinutes: 0,
    busy: starts.flatMap((start) => ticksOf(rangeOfMinutes(start, SESSION_MINUTES))),
  };
}

function texts(question: SlotQuestion): string[] {
  return offerSlots(question).map((tick) => slotViewOf(tick, SESSION_MINUTES).startsAt);
}

/** Two a day, at ten and at a quarter past two in summer time. */
function busyStarts(): Temporal.Instant[] {
  return Array.from({ length: BOOKINGS }, (_, index) =>
    FROM.add({
      hours: 24 * Math.floor(index / 2) + (index % 2 === 0 ? 8 : 12),
      minutes: (index % 2) * 15,
    }),
  );
}

/** What one would write first: the hours of each day as instants, each start compared with each booking. */
function plainTemporal(starts: readonly Temporal.Instant[]): string[] {
  const found: string[] = [];
  const taken = starts.map((start) => ({
    startMs: start.epochMilliseconds,
    endMs: start.add({ minutes: SESSION_MINUTES }).epochMilliseconds,
  }));
  const until = FROM.add({ hours: 24 * DAYS });
  let day = FROM.toZonedDateTimeISO(ZONE).toPlainDate();
  for (let index = 0; index <= DAYS; index += 1, day = day.add({ days: 1 })) {
    if (day.dayOfWeek > 5) continue;
    const close = instantAt(day, '18:00');
    let start = instantAt(day, '09:00');
    for (;;) {
      const stop = start.add({ minutes: SESSION_MINUTES });
      if (Temporal.Instant.compare(stop, close) > 0) break;
      const startMs = start.epochMilliseconds;
      const stopMs = stop.epochMilliseconds;
      const isFree = !taken.some((range) => range.startMs < stopMs && startMs < range.endMs);
      const isAsked =
        Temporal.Instant.compare(start, FROM) >= 0 && Temporal.Instant.compare(start, until) < 0;
      if (isAsked && isFree) found.push(start.toString());
      start = start.add({ minutes: STEP_MINUTES });
    }
  }
  return found;
}

function instantAt(day: Temporal.PlainDate, plainTime: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: ZONE, plainTime }).toInstant();
}

function cpuMs(rounds: number, work: () => unknown): number {
  for (let round = 0; round < rounds / 10; round += 1) work();
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / rounds;
}

function print({ slots, engineMs, plainTemporalMs, ratio }: SlotsFigures): void {
  const verdict = engineMs <= MARK_MS ? 'within' : 'OVER';
  process.stdout.write(
    [
      `slots: ${DAYS} days, every ${STEP_MINUTES} min, ${BOOKINGS} bookings, ${ZONE} across a change; ${slots} slots back`,
      `  five-minute ticks   ${engineMs.toFixed(3)} ms CPU a month (${verdict} the mark of ${MARK_MS} ms)`,
      `  Temporal, plainly   ${plainTemporalMs.toFixed(3)} ms CPU a month, ${ratio.toFixed(0)} times as much`,
      '',
    ].join('\n'),
  );
}
