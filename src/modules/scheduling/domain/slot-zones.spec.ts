import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { directSlots } from '../../../../test/bench/slots-oracle.js';
import { loadShippedZones } from '../../../platform/time/shipped-zones.js';
import { offsetMsAt, wallOf, type Zone } from '../../../shared/time/zone.js';
import type { Hours } from './availability.js';
import { openingHoursOf } from './opening-hours.js';
import { offerSlots, type SlotQuestion } from './slot-offer.js';
import { instantOfTick, tickFrom } from './ticks.js';

interface ZonesToRun {
  readonly hours: readonly Hours[];
  readonly sessionMinutes: number;
  readonly stepMinutes: number;
  readonly cases: readonly {
    readonly behaviour: string;
    readonly timeZone: string;
    readonly from: string;
    readonly until: string;
    readonly expected: readonly string[];
  }[];
}

const table = loadShippedZones();
const vectors = <T>(name: string): T =>
  JSON.parse(
    readFileSync(new URL(`../../../../test/vectors/slots/${name}`, import.meta.url), 'utf8'),
  ) as T;
const toRun = vectors<ZonesToRun>('zones-to-run.json');
const allZones = vectors<{ zones: Record<string, string> }>('all-zones.json');
const DAY_TICKS = 288;
const tickAt = (instant: string): number => tickFrom(Temporal.Instant.from(instant));
const DECADE = { from: tickAt('2026-01-01T00:00Z'), until: tickAt('2036-01-01T00:00Z') };

/** Nearly every kind of hours at once: a night, a morning that is cut off-grid, an evening past midnight. */
const HOURS = openingHoursOf({
  weekly: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
    { weekday, startsAt: '00:00', endsAt: '05:25' },
    { weekday, startsAt: '07:50', endsAt: '16:10' },
    { weekday, startsAt: '20:35', endsAt: '00:40' },
  ]),
  exceptions: [],
});

function stretchOf(zone: Zone, from: number, days: number): SlotQuestion {
  return {
    hours: HOURS,
    zone,
    from,
    until: from + days * DAY_TICKS,
    sessionMinutes: 50,
    stepMinutes: 25,
    bufferMinutes: 10,
    busy: [from + 100, from + 101, from + 400],
  };
}

/** Differences between the engine and the direct way, as text. */
function differences(questions: Iterable<SlotQuestion>): string[] {
  const found: string[] = [];
  for (const question of questions)
    if (String(offerSlots(question)) !== String(directSlots(question)))
      found.push(`${question.zone.name} from ${instantOfTick(question.from).toString()}`);
  return found;
}

describe('slots in the zones that catch others out', () => {
  const hours = openingHoursOf({
    weekly: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
      toRun.hours.map((each) => ({ weekday, ...each })),
    ),
    exceptions: [],
  });

  it.each(toRun.cases.map((row) => [`${row.behaviour} (${row.timeZone})`, row] as const))(
    '%s',
    (_, row) => {
      const zone = table.zone(row.timeZone);
      const starts = offerSlots({
        hours,
        zone,
        from: tickAt(row.from),
        until: tickAt(row.until),
        sessionMinutes: toRun.sessionMinutes,
        stepMinutes: toRun.stepMinutes,
        bufferMinutes: 0,
        busy: [],
      });
      const shown = starts.map((tick) => {
        const instant = instantOfTick(tick);
        const wall = wallOf(zone, instant).toString();
        return `${instant.toString().slice(5, 16)}Z ${wall.slice(5, 10)} ${wall.slice(11, 16)}`;
      });
      expect(shown).toEqual(row.expected);
    },
  );
});

describe('the zone table', () => {
  it('has every change from 2016 to 2037 where Python has it, in every zone', () => {
    const wrong = Object.entries(allZones.zones).filter(
      ([name, digest]) => table.has(name) && digestOf(table.zone(name)) !== digest,
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it('knows every zone that Python knows, but for those that are no places', () => {
    const missing = Object.keys(allZones.zones).filter((name) => !table.has(name));
    expect(missing).toEqual(['Factory']);
  });
});

/** Every day of the ten years in every zone is `npm run bench slots-decade`. */
describe('offerSlots over ten years', () => {
  it('is what trying every instant gives, in a week of every zone, another one with each seed', () => {
    const seed = Number(process.env['SLOTS_SEED'] ?? 20_261_122);
    const weeks = fc.sample(fc.integer({ min: DECADE.from, max: DECADE.until - 7 * DAY_TICKS }), {
      seed,
      numRuns: table.names().length,
    });
    const questions = table
      .names()
      .map((name, index) => stretchOf(table.zone(name), weeks[index] ?? DECADE.from, 5));
    expect(differences(questions)).toEqual([]);
  });
});

function digestOf(zone: Zone): string {
  const from = Date.UTC(2016, 0, 1);
  const until = Date.UTC(2037, 0, 1);
  const found = [[from / 1000, offsetMsAt(zone, from) / 1000]];
  zone.startsMs.forEach((startMs, index) => {
    const offset = (zone.offsetsMs[index] ?? 0) / 1000;
    if (startMs > from && startMs < until && found.at(-1)?.[1] !== offset)
      found.push([startMs / 1000, offset]);
  });
  return createHash('sha256').update(JSON.stringify(found)).digest('hex').slice(0, 16);
}
