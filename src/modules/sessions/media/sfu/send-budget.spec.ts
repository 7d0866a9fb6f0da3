import fc from 'fast-check';
import {
  BUDGET_BPS_MAX,
  BUDGET_BPS_MIN,
  nextBudget,
  rembParts,
  type ListenerLine,
} from './send-budget.js';

const congested: ListenerLine = {
  estimateBps: 400_000,
  hasFallen: true,
  sentBps: 500_000,
  pictures: 1,
};

describe('nextBudget', () => {
  it('grows while nobody complains', () => {
    expect(nextBudget(1_000_000, [])).toBeGreaterThan(1_000_000);
  });

  it('is not frightened by an estimate that is low because little is sent', () => {
    expect(nextBudget(1_000_000, [{ ...congested, hasFallen: false }])).toBeGreaterThan(1_000_000);
    expect(nextBudget(1_000_000, [{ ...congested, sentBps: 300_000 }])).toBeGreaterThan(1_000_000);
  });

  it('falls to the share of the worst line that queues', () => {
    expect(nextBudget(1_000_000, [congested])).toBe(400_000);
    expect(nextBudget(1_000_000, [congested, { ...congested, pictures: 2 }])).toBe(200_000);
  });

  it('stays within its bounds and never rises while a line queues', () => {
    const line = fc.record({
      estimateBps: fc.option(fc.integer({ min: 0, max: 20_000_000 })),
      hasFallen: fc.boolean(),
      sentBps: fc.integer({ min: 0, max: 20_000_000 }),
      pictures: fc.integer({ min: 1, max: 3 }),
    });
    const before = fc.integer({ min: BUDGET_BPS_MIN, max: BUDGET_BPS_MAX });
    fc.assert(
      fc.property(before, fc.array(line), (budget, lines) => {
        const next = nextBudget(budget, lines);
        expect(next).toBeGreaterThanOrEqual(BUDGET_BPS_MIN);
        expect(next).toBeLessThanOrEqual(BUDGET_BPS_MAX);
        expect(nextBudget(budget, [...lines, congested])).toBeLessThanOrEqual(budget);
      }),
    );
  });
});

describe('rembParts', () => {
  it('writes a bit rate to within a thousandth, never above it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), (bps) => {
        const { mantissa, exponent } = rembParts(bps);
        const written = mantissa * 2 ** exponent;
        expect(mantissa).toBeLessThan(2 ** 18);
        expect(written).toBeLessThanOrEqual(bps);
        expect(written).toBeGreaterThan(bps * 0.999 - 1);
      }),
    );
  });
});
