import fc from 'fast-check';
import { type Budget, spend } from './update-budget.js';

const TEN = { perSecond: 10, burst: 20 };

describe('spend', () => {
  it('allows a burst, then so many a second, and a burst again after a rest', () => {
    let budget: Budget | null = null;
    for (let count = 0; count < 20; count += 1) budget = spend(budget, TEN, 0);
    expect(budget).not.toBeNull();
    expect(spend(budget, TEN, 50)).toBeNull();
    expect(spend(budget, TEN, 100)).not.toBeNull();
    expect(spend(budget, TEN, 60_000)?.left).toBe(19);
  });

  it('never lets more through than the burst and what has come back', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { maxLength: 200 }), (gaps) => {
        let budget: Budget | null = null;
        let atMs = 0;
        let passed = 0;
        for (const gap of gaps) {
          atMs += gap;
          const next: Budget | null = spend(budget, TEN, atMs);
          if (next === null) continue;
          budget = next;
          passed += 1;
        }
        expect(passed).toBeLessThanOrEqual(20 + Math.floor(atMs / 100) + 1);
      }),
    );
  });
});
