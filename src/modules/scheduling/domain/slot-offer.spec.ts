import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { directSlots } from '../../../../test/bench/slots-oracle.js';
import { loadShippedZones } from '../../../platform/time/shipped-zones.js';
import { wallOf } from '../../../shared/time/zone.js';
import type { DateException, WeeklyHours } from './availability.js';
import { openingHoursOf } from './opening-hours.js';
import { offerSlots, type SlotQuestion } from './slot-offer.js';
import { instantOfTick, tickFrom, TICK_MS } from './ticks.js';

interface ClockCase {
  readonly behaviour: string;
  readonly timeZone: string;
  readonly weekly: readonly WeeklyHours[];
  readonly exceptions?: readonly DateException[];
  readonly from: string;
  readonly until: string;
  readonly sessionMinutes: number;
  readonly stepMinutes: number;
  readonly expected: readonly string[];
}

const table = loadShippedZones();
const { cases } = JSON.parse(
  readFileSync(new URL('../../../../test/vectors/slots/clock-cases.json', import.meta.url), 'utf8'),
) as { cases: readonly ClockCase[] };
const tickAt = (instant: string): number => tickFrom(Temporal.Instant.from(instant));

/** Every day from nine to eleven in UTC, an hour on the hour, over one day. */
function aQuestion(changes: Partial<SlotQuestion> = {}): SlotQuestion {
  return {
    hours: openingHoursOf({ weekly: everyDay('09:00', '11:00'), exceptions: [] }),
    zone: table.zone('UTC'),
    from: tickAt('2026-11-23T00:00Z'),
    until: tickAt('2026-11-24T00:00Z'),
    sessionMinutes: 60,
    stepMinutes: 30,
    bufferMinutes: 0,
    busy: [],
    ...changes,
  };
}

function everyDay(startsAt: string, endsAt: string): WeeklyHours[] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startsAt, endsAt }));
}

/** Start times in UTC, without the date. */
function times(question: SlotQuestion): string[] {
  return offerSlots(question).map((tick) => instantOfTick(tick).toString().slice(11, 16));
}

describe('offerSlots', () => {
  it.each(cases.map((row) => [row.behaviour, row] as const))('%s', (_, row) => {
    const zone = table.zone(row.timeZone);
    const slots = offerSlots({
      hours: openingHoursOf({ weekly: row.weekly, exceptions: row.exceptions ?? [] }),
      zone,
      from: tickAt(row.from),
      until: tickAt(row.until),
      sessionMinutes: row.sessionMinutes,
      stepMinutes: row.stepMinutes,
      bufferMinutes: 0,
      busy: [],
    });
    const shown = slots.map((tick) => {
      const wall = wallOf(zone, instantOfTick(tick)).toString();
      return `${instantOfTick(tick).toString()} ${wall.slice(5, 10)} ${wall.slice(11, 16)}`;
    });
    expect(shown).toEqual(row.expected);
  });

  it('offers starts every step, the last one a session before the hours end', () => {
    expect(times(aQuestion())).toEqual(['09:00', '09:30', '10:00']);
  });

  it('offers sessions back to back where no buffer is asked for', () => {
    const busy = ticks('2026-11-23T09:00Z', 12);
    expect(times(aQuestion({ busy }))).toEqual(['10:00']);
  });

  it('keeps the buffer free before what follows, though the hours may end with the session', () => {
    const hours = openingHoursOf({ weekly: everyDay('09:00', '12:00'), exceptions: [] });
    const busy = ticks('2026-11-23T11:00Z', 1);
    expect(times(aQuestion({ hours, busy, bufferMinutes: 10 }))).toEqual(['09:00', '09:30']);
    expect(times(aQuestion({ bufferMinutes: 30 }))).toEqual(['09:00', '09:30', '10:00']);
  });

  it('counts a session that ends within five minutes as taking all five', () => {
    const busy = ticks('2026-11-23T09:50Z', 1);
    expect(times(aQuestion({ sessionMinutes: 51, busy }))).toEqual(['10:00']);
    expect(times(aQuestion({ sessionMinutes: 50, busy }))).toEqual(['09:00', '10:00']);
  });

  it('begins no sooner than asked, and keeps to the grid of the hours when it begins between', () => {
    expect(times(aQuestion({ from: tickAt('2026-11-23T09:05Z') }))).toEqual(['09:30', '10:00']);
  });

  it('offers no start at the end of what was asked', () => {
    expect(times(aQuestion({ until: tickAt('2026-11-23T09:30Z') }))).toEqual(['09:00']);
  });

  it('offers nothing when the end of what was asked lies before its start', () => {
    expect(times(aQuestion({ until: tickAt('2026-11-22T00:00Z') }))).toEqual([]);
  });

  it('joins hours that meet, so that a session may lie across them', () => {
    const weekly = [...everyDay('09:00', '10:00'), ...everyDay('10:00', '11:00')];
    const hours = openingHoursOf({ weekly, exceptions: [] });
    expect(times(aQuestion({ hours }))).toEqual(['09:00', '09:30', '10:00']);
  });

  it('joins the end of a day with the start of the next', () => {
    const hours = openingHoursOf({ weekly: everyDay('00:00', '24:00'), exceptions: [] });
    expect(times(aQuestion({ hours, stepMinutes: 60 }))).toHaveLength(24);
  });

  it('agrees with the direct way in any zone, from 2016 to 2036, for any hours and any taken time', () => {
    fc.assert(
      fc.property(anyQuestion(), (question) => {
        expect(offerSlots(question)).toEqual(directSlots(question));
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with the direct way around changes of the clock in every zone', () => {
    const questions = table.names().flatMap((name) => aroundChanges(name));
    expect(questions.length).toBeGreaterThan(400);
    const wrong = questions.filter(
      (question) => String(offerSlots(question)) !== String(directSlots(question)),
    );
    expect(wrong.map((question) => [question.zone.name, question.from])).toEqual([]);
  });
});

function ticks(from: string, count: number): number[] {
  return Array.from({ length: count }, (_, index) => tickAt(from) + index);
}

/** Two changes of each zone, a day and a half on each side, nearly all hours open. */
function aroundChanges(name: string): SlotQuestion[] {
  const zone = table.zone(name);
  const first = zone.startsMs.findIndex((start) => start > Date.UTC(2026, 0, 1));
  const starts = first < 0 ? [] : zone.startsMs.slice(first, first + 2);
  return starts.map((startMs) =>
    aQuestion({
      zone,
      hours: openingHoursOf({ weekly: everyDay('00:20', '23:50'), exceptions: [] }),
      from: startMs / TICK_MS - 200,
      until: startMs / TICK_MS + 200,
      stepMinutes: 25,
      sessionMinutes: 45,
    }),
  );
}

function anyQuestion(): fc.Arbitrary<SlotQuestion> {
  const time = fc.integer({ min: 0, max: 287 }).map((step) => clock(step * 5));
  const hours = fc
    .record({ startsAt: time, endsAt: time })
    .filter(({ startsAt, endsAt }) => startsAt !== endsAt);
  const weekly = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 7 }), hours)
      .map(([weekday, rest]) => ({ weekday, ...rest })),
    { maxLength: 10 },
  );
  return fc
    .record({
      name: fc.constantFrom(...table.names()),
      from: fc.integer({ min: tickAt('2016-01-01T00:00Z'), max: tickAt('2036-01-01T00:00Z') }),
      length: fc.integer({ min: 0, max: 288 * 4 }),
      weekly,
      dayOff: fc.integer({ min: 0, max: 4 }),
      exceptionHours: fc.array(hours, { maxLength: 2 }),
      sessionMinutes: fc.integer({ min: 5, max: 180 }),
      stepMinutes: fc.integer({ min: 1, max: 24 }).map((steps) => steps * 5),
      bufferMinutes: fc.integer({ min: 0, max: 60 }),
      busyOffsets: fc.array(fc.integer({ min: -20, max: 288 * 5 }), { maxLength: 30 }),
    })
    .map(({ name, from, length, weekly: rules, dayOff, exceptionHours, busyOffsets, ...rest }) => ({
      ...rest,
      zone: table.zone(name),
      from,
      until: from + length,
      hours: openingHoursOf({
        weekly: rules,
        exceptions: [
          {
            date: instantOfTick(from + dayOff * 288)
              .toString()
              .slice(0, 10),
            hours: exceptionHours,
          },
        ],
      }),
      busy: busyOffsets.map((offset) => from + offset),
    }));
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
