import fc from 'fast-check';
import { giveBackTo, takeFromHolds } from './holds.js';

const minor = (max = 1_000_000n) => fc.bigInt({ min: 0n, max });
const holds = fc.array(fc.bigInt({ min: 50n, max: 100_000n }), { minLength: 1, maxLength: 4 });
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);

describe('takeFromHolds', () => {
  it('takes the first hold whole before it touches the second', () => {
    expect(takeFromHolds(2_500n, [1_800n, 1_800n], 50n)).toEqual([1_800n, 700n]);
    expect(takeFromHolds(900n, [1_800n, 1_800n], 50n)).toEqual([900n, 0n]);
  });

  it('leaves no rest that is too small for the provider', () => {
    expect(takeFromHolds(1_805n, [1_800n, 1_800n], 50n)).toEqual([1_755n, 50n]);
    expect(takeFromHolds(65n, [60n, 60n], 50n)).toEqual([60n, 5n]);
  });

  it('takes exactly the amount, and never more from a hold than it holds', () => {
    fc.assert(
      fc.property(minor(), holds, minor(200n), (amount, held, minimum) => {
        const taken = takeFromHolds(amount, held, minimum);
        expect(sum(taken)).toBe(amount < sum(held) ? amount : sum(held));
        taken.forEach((part, index) => {
          expect(part >= 0n && part <= (held[index] ?? 0n)).toBe(true);
        });
      }),
    );
  });
});

describe('giveBackTo', () => {
  it('gives parts back that end where the whole ends, each payment no more than was taken of it', () => {
    fc.assert(
      fc.property(holds, fc.array(minor(50_000n), { maxLength: 5 }), (taken, parts) => {
        const back = taken.map(() => 0n);
        let beforeMinor = 0n;
        for (const wanted of parts) {
          const left = sum(taken) - beforeMinor;
          const amount = wanted < left ? wanted : left;
          const to = giveBackTo(beforeMinor, amount, taken);
          expect(sum(to)).toBe(amount);
          to.forEach((part, index) => (back[index] = (back[index] ?? 0n) + part));
          beforeMinor += amount;
        }
        expect(sum(back)).toBe(beforeMinor);
        back.forEach((part, index) => expect(part <= (taken[index] ?? 0n)).toBe(true));
      }),
    );
  });
});
