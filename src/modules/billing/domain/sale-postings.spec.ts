import fc from 'fast-check';
import { add, money, type Money, share, subtract } from '../../../shared/money.js';
import { addRatios, type Ratio, ratio } from '../../../shared/ratio.js';
import { NOTHING, partBetween, reverseParts, shareAfter } from './reverse-parts.js';
import type { Posting } from './posting.js';
import { reversalPostings, salePostings } from './sale-postings.js';
import type { CollectedParts } from './split-collected.js';

const ACCOUNTS = {
  provider: 'sandbox',
  expertId: 'e',
  commissionTaxPlace: 'FR',
  saleTaxPlace: 'DE',
  withholdingPlace: 'MX',
};
const eur = (amountMinor: bigint): Money => money(amountMinor, 'EUR');

const balancesOf = (postings: readonly Posting[]): Map<string, bigint> => {
  const balances = new Map<string, bigint>();
  for (const { debit, credit, amount } of postings) {
    balances.set(debit, (balances.get(debit) ?? 0n) + amount.amountMinor);
    balances.set(credit, (balances.get(credit) ?? 0n) - amount.amountMinor);
  }
  return balances;
};

const anAmount = fc.bigInt({ min: 0n, max: 100_000n }).map(eur);
const someParts: fc.Arbitrary<CollectedParts> = fc.record({
  payout: anAmount,
  commission: anAmount,
  commissionTax: anAmount,
  withheld: anAmount,
  taxOwed: anAmount,
});
const aShare = fc
  .tuple(fc.bigInt({ min: 1n, max: 20n }), fc.bigInt({ min: 20n, max: 60n }))
  .map(([numerator, denominator]) => ratio(numerator, denominator));

const grossOf = (parts: CollectedParts): Money =>
  [parts.commission, parts.commissionTax, parts.withheld, parts.taxOwed].reduce(add, parts.payout);

/** What the tax engine would say is taken back: each amount the difference of two rounded totals. */
const takenBack = (whole: Money, before: Ratio, until: Ratio): Money =>
  subtract(share(whole, until, 'half_up'), share(whole, before, 'half_up'));

const reversal = (id: string, parts: CollectedParts, before: Ratio, until: Ratio): Posting[] => {
  const back = reverseParts(
    {
      gross: takenBack(grossOf(parts), before, until),
      commission: takenBack(parts.commission, before, until),
      commissionTax: takenBack(parts.commissionTax, before, until),
      taxOwed: takenBack(parts.taxOwed, before, until),
    },
    parts.withheld,
    before,
    until,
  );
  return reversalPostings(id, back, ACCOUNTS);
};

describe('salePostings', () => {
  it('puts exactly what was collected on the clearing account, in amounts above zero', () => {
    fc.assert(
      fc.property(someParts, (parts) => {
        const postings = salePostings('s', parts, ACCOUNTS);
        expect(postings.every(({ amount }) => amount.amountMinor > 0n)).toBe(true);
        expect(balancesOf(postings).get('provider:sandbox:clearing') ?? 0n).toBe(
          grossOf(parts).amountMinor,
        );
        expect(new Set(postings.map(({ key }) => key)).size).toBe(postings.length);
      }),
    );
  });
});

describe('reversalPostings', () => {
  it('brings every account back to zero, in however many parts the sale is taken back', () => {
    fc.assert(
      fc.property(someParts, fc.array(aShare, { maxLength: 6 }), (parts, shares) => {
        const postings = salePostings('s', parts, ACCOUNTS);
        let before = NOTHING;
        for (const [index, part] of [...shares, 'all' as const].entries()) {
          const until = shareAfter(before, part);
          if (!until) continue;
          const step = reversal(`r${index}`, parts, before, until);
          expect(step.every(({ amount }) => amount.amountMinor > 0n)).toBe(true);
          postings.push(...step);
          before = until;
        }
        expect([...balancesOf(postings).values()].every((balance) => balance === 0n)).toBe(true);
      }),
    );
  });

  it('gives the learner the share that was asked for, to the rounding of one unit', () => {
    fc.assert(
      fc.property(someParts, aShare, (parts, part) => {
        const back = balancesOf(reversal('r', parts, NOTHING, part));
        expect(-(back.get('provider:sandbox:clearing') ?? 0n)).toBe(
          share(grossOf(parts), part, 'half_up').amountMinor,
        );
      }),
    );
  });
});

describe('shareAfter and partBetween', () => {
  it('take back at most the whole, and never nothing', () => {
    expect(shareAfter(ratio(2n, 3n), ratio(1n, 2n))).toBeNull();
    expect(shareAfter(ratio(2n, 3n), ratio(1n, 3n))).toEqual(ratio(1n, 1n));
    expect(() => shareAfter(NOTHING, ratio(0n, 1n))).toThrow(RangeError);
  });

  it('lead from one total to the other', () => {
    fc.assert(
      fc.property(aShare, aShare, (a, b) => {
        const until = shareAfter(a, b);
        if (!until) return;
        const part = partBetween(a, until);
        const reached = part === 'all' ? ratio(1n, 1n) : addRatios(a, part);
        expect(reached.numerator * until.denominator).toBe(until.numerator * reached.denominator);
      }),
    );
  });
});
