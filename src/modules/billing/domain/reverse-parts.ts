import { type Money, share, subtract } from '../../../shared/money.js';
import { addRatios, type Ratio, ratio } from '../../../shared/ratio.js';
import type { CollectedParts } from './split-collected.js';

export const NOTHING: Ratio = ratio(0n, 1n);
export const WHOLE: Ratio = ratio(1n, 1n);

/** Amounts that a reversal takes back now, as the tax decisions of the sale divide them; signed. */
export interface TakenBack {
  /** Tax included: what the learner gets. */
  readonly gross: Money;
  readonly commission: Money;
  readonly commissionTax: Money;
  readonly taxOwed: Money;
}

/**
 * The parts of a reversal: the payout is the remainder, so that they add up to what the learner gets.
 * Reversals that follow one another add up to the sale, because each is the difference of two totals.
 *
 * @param withheld what was held back of the whole sale
 */
export function reverseParts(
  taken: TakenBack,
  withheld: Money,
  before: Ratio,
  until: Ratio,
): CollectedParts {
  const withheldBack = subtract(
    share(withheld, until, 'half_up'),
    share(withheld, before, 'half_up'),
  );
  const { gross, commission, commissionTax, taxOwed } = taken;
  const payout = [commission, commissionTax, withheldBack, taxOwed].reduce(subtract, gross);
  return { payout, commission, commissionTax, withheld: withheldBack, taxOwed };
}

/** How much of a sale is taken back after a further share; null when that would be more than the whole. */
export function shareAfter(before: Ratio, part: Ratio | 'all'): Ratio | null {
  if (part === 'all') return WHOLE;
  if (part.numerator <= 0n) throw new RangeError('a share to take back is above zero');
  const until = reduce(addRatios(before, part));
  return until.numerator > until.denominator ? null : until;
}

/** The share between two totals, as the tax engine is asked for it. */
export function partBetween(before: Ratio, until: Ratio): Ratio | 'all' {
  if (until.numerator === until.denominator) return 'all';
  return reduce(addRatios(until, ratio(-before.numerator, before.denominator)));
}

/** In lowest terms, so that repeated additions stay short. */
function reduce({ numerator, denominator }: Ratio): Ratio {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? NOTHING : ratio(numerator / a, denominator / a);
}
