import { openingHoursOf } from '../../src/modules/scheduling/domain/opening-hours.js';
import { offerSlots, type SlotQuestion } from '../../src/modules/scheduling/domain/slot-offer.js';
import { loadShippedZones } from '../../src/platform/time/shipped-zones.js';
import { offsetMsAt, type Zone } from '../../src/shared/time/zone.js';
import { directSlots } from './slots-oracle.js';

const TICK_MS = 300_000;
const DAY_TICKS = 288;
const DAYS_AT_ONCE = 30;
const FROM = Date.UTC(2026, 0, 1) / TICK_MS;
const UNTIL = Date.UTC(2036, 0, 1) / TICK_MS;
/** Beyond the ten years, as far as sessions that start in them may run. */
const AROUND_MS = 40 * 86_400_000;

export interface DecadeFigures {
  readonly version: string;
  readonly zones: number;
  readonly distinct: number;
  readonly done: number;
  readonly slots: number;
  readonly differences: readonly string[];
}

/**
 * Every day of ten years in every zone: the engine beside the direct way. Zones whose clocks change
 * alike in these years are one question, asked once.
 */
export function run(secondsMax: number): DecadeFigures {
  const began = Date.now();
  const table = loadShippedZones();
  const distinct = new Map(table.names().map((name) => [changesOf(table.zone(name)), name]));
  const differences: string[] = [];
  let done = 0;
  let slots = 0;
  for (const name of distinct.values()) {
    if (Date.now() - began > secondsMax * 1000) break;
    for (let from = FROM; from < UNTIL; from += DAYS_AT_ONCE * DAY_TICKS) {
      const question = aMonth(table.zone(name), from);
      const offered = offerSlots(question);
      slots += offered.length;
      if (String(offered) !== String(directSlots(question)))
        differences.push(`${name} from ${new Date(from * TICK_MS).toISOString()}`);
    }
    done += 1;
  }
  return {
    version: table.version,
    zones: table.names().length,
    distinct: distinct.size,
    done,
    slots,
    differences,
  };
}

/** A night, a morning off the whole hours, an evening past midnight: every jump meets one of them. */
const HOURS = openingHoursOf({
  weekly: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
    { weekday, startsAt: '00:00', endsAt: '05:25' },
    { weekday, startsAt: '07:50', endsAt: '16:10' },
    { weekday, startsAt: '20:35', endsAt: '00:40' },
  ]),
  exceptions: [],
});

function aMonth(zone: Zone, from: number): SlotQuestion {
  return {
    hours: HOURS,
    zone,
    from,
    until: Math.min(from + DAYS_AT_ONCE * DAY_TICKS, UNTIL),
    sessionMinutes: 50,
    stepMinutes: 25,
    bufferMinutes: 10,
    busy: [from + 100, from + 101, from + 400],
  };
}

function changesOf(zone: Zone): string {
  const [from, until] = [FROM * TICK_MS - AROUND_MS, UNTIL * TICK_MS + AROUND_MS];
  const changes = zone.startsMs.flatMap((startMs, index) =>
    startMs > from && startMs < until ? [`${startMs}:${zone.offsetsMs[index]}`] : [],
  );
  return `${offsetMsAt(zone, from)} ${changes.join(' ')}`;
}
