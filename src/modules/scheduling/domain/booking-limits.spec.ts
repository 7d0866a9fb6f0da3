import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { loadShippedZones } from '../../../platform/time/shipped-zones.js';
import { withinLimits } from './booking-limits.js';
import { instantOfTick, tickFrom } from './ticks.js';

const table = loadShippedZones();
const at = (text: string): number => tickFrom(Temporal.Instant.from(text));
const shown = (ticks: readonly number[]): string[] =>
  ticks.map((tick) => instantOfTick(tick).toString().slice(5, 13));

describe('withinLimits', () => {
  it('counts by the day of the expert, not of UTC', () => {
    const kiritimati = table.zone('Pacific/Kiritimati');
    const starts = ['2026-11-23T09:00Z', '2026-11-23T11:00Z'].map(at);
    const booked = [at('2026-11-23T08:00Z')];
    expect(shown(withinLimits(starts, booked, kiritimati, { maxPerDay: 1 }))).toEqual(['11-23T11']);
  });

  it('counts weeks from Monday to Sunday', () => {
    const starts = ['2026-11-22T10:00Z', '2026-11-23T10:00Z', '2026-11-30T10:00Z'].map(at);
    const booked = [at('2026-11-29T23:00Z')];
    const open = withinLimits(starts, booked, table.zone('UTC'), { maxPerWeek: 1 });
    expect(shown(open)).toEqual(['11-22T10', '11-30T10']);
  });

  it('leaves room for exactly as many as are allowed, whatever is booked', () => {
    const monday = at('2026-11-23T00:00Z');
    const ticks = fc.array(fc.integer({ min: monday - 600, max: monday + 3000 }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(ticks, ticks, fc.integer({ min: 1, max: 5 }), (starts, booked, maxPerDay) => {
        const utc = table.zone('UTC');
        const day = (tick: number): number => Math.floor(tick / 288);
        for (const tick of starts) {
          const isOpen = withinLimits([tick], booked, utc, { maxPerDay }).length === 1;
          const taken = booked.filter((each) => day(each) === day(tick)).length;
          expect(isOpen).toBe(taken < maxPerDay);
        }
      }),
    );
  });

  it('takes everything where there is no limit', () => {
    const starts = [1, 2, 3];
    const none = { maxPerDay: null, maxPerWeek: null };
    expect(withinLimits(starts, [1, 1, 1], table.zone('UTC'), none)).toEqual(starts);
  });
});
