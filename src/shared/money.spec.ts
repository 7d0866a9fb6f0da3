import fc from 'fast-check';
import { money, share, splitByWeights } from './money.js';
import { divideRounded, percentToRatio } from './ratio.js';

describe('splitByWeights', () => {
  it('gives the left-over cent to the largest remainder', () => {
    expect(
      splitByWeights(money(100n, 'EUR'), [1n, 1n, 1n]).map((part) => part.amountMinor),
    ).toEqual([34n, 33n, 33n]);
  });

  it('always adds up to the whole', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 9 }),
        (amount, weights) => {
          fc.pre(weights.some((weight) => weight > 0n));
          const parts = splitByWeights(money(amount, 'EUR'), weights);
          expect(parts.reduce((sum, part) => sum + part.amountMinor, 0n)).toBe(amount);
        },
      ),
    );
  });

  it('refuses to split by nothing', () => {
    expect(() => splitByWeights(money(1n, 'EUR'), [0n])).toThrow(RangeError);
  });
});

describe('share', () => {
  it('keeps a rate of three decimals exact', () => {
    expect(share(money(10_000n, 'CAD'), percentToRatio('9.975'), 'half_up').amountMinor).toBe(998n);
  });
});

describe('divideRounded', () => {
  it.each([
    [5n, 2n, 'half_up', 3n],
    [5n, 2n, 'half_even', 2n],
    [7n, 2n, 'half_even', 4n],
    [5n, 2n, 'down', 2n],
    [5n, 2n, 'up', 3n],
    [-5n, 2n, 'half_up', -3n],
  ] as const)('settles %s / %s by %s as %s', (numerator, denominator, rounding, expected) => {
    expect(divideRounded(numerator, denominator, rounding)).toBe(expected);
  });
});
