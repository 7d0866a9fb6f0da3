import fc from 'fast-check';
import { type Ladder, type LineOut, nextLadder, rungFor, RUNGS, TOP } from './picture-ladder';

const after = (line: LineOut, times: number, from: Ladder = TOP): Ladder =>
  Array.from({ length: times }).reduce<Ladder>((ladder) => nextLadder(ladder, line), from);
const GOOD: LineOut = { lossPercent: 0, availableBps: 2_000_000 };
const line = fc.record({
  lossPercent: fc.option(fc.integer({ min: 0, max: 100 })),
  availableBps: fc.option(fc.integer({ min: 0, max: 3_000_000 })),
});

describe('the ladder of the picture', () => {
  it.each([
    ['full', { lossPercent: 5, availableBps: 800_000 }],
    ['low', { lossPercent: 10, availableBps: 800_000 }],
    ['low', { lossPercent: 0, availableBps: 200_000 }],
    ['stills', { lossPercent: 0, availableBps: 80_000 }],
    ['sound', { lossPercent: 0, availableBps: 40_000 }],
    ['sound', { lossPercent: 40, availableBps: null }],
    ['full', { lossPercent: null, availableBps: null }],
  ] as const)('sends %s over a line of %j', (rung, measured) => {
    expect(rungFor(measured, 1)).toBe(rung);
    expect(after(measured, 2).rung).toBe(rung);
  });

  it('does not mind one bad measurement', () => {
    const once = nextLadder(TOP, { lossPercent: 50, availableBps: 10_000 });
    expect(once.rung).toBe('full');
    expect(nextLadder(once, GOOD)).toMatchObject({ rung: 'full', badFor: 0 });
  });

  it('climbs one rung at a time, each after a while', () => {
    const down = after({ lossPercent: 50, availableBps: null }, 2);
    expect([4, 8, 12].map((times) => after(GOOD, times, down).rung)).toEqual([
      'stills',
      'low',
      'full',
    ]);
  });

  it('tries less and less often what did not last', () => {
    const bad = { lossPercent: 0, availableBps: 200_000 };
    let ladder = after(bad, 2);
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      waits.push(ladder.climbAfter);
      ladder = after(bad, 2, after(GOOD, ladder.climbAfter, ladder));
    }
    expect(waits).toEqual([4, 8, 16, 32]);
    expect(after(GOOD, 8, after(GOOD, 40, ladder)).rung).toBe('full');
  });

  it('never stands above what fits for longer than two measurements, and never leaps up', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 80 }), (lines) => {
        let ladder = TOP;
        let tooHighFor = 0;
        for (const measured of lines) {
          const before = ladder;
          ladder = nextLadder(before, measured);
          const [was, is] = [RUNGS.indexOf(before.rung), RUNGS.indexOf(ladder.rung)];
          expect(was - is).toBeLessThanOrEqual(1);
          const fits = RUNGS.indexOf(rungFor(measured, 1));
          tooHighFor = is < fits ? tooHighFor + 1 : 0;
          expect(tooHighFor).toBeLessThan(2);
        }
      }),
    );
  });
});
