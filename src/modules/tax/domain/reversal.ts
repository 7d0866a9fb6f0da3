import { money, share, splitByWeights, subtract, type Money } from '../../../shared/money.js';
import { addRatios, type Ratio, ratio } from '../../../shared/ratio.js';
import type { TaxedComponent, TaxedTotal } from './arithmetic.js';

export interface Reversal {
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
  readonly components: readonly TaxedComponent[];
}

/**
 * The part of a decided supply that a refund takes back, from the amounts that were decided then:
 * gross and net by the share, the tax is the rest. Parts that follow one another add up to the whole,
 * because each is the difference of two totals.
 *
 * @param part    share to take back now
 * @param already share taken back before; with `part` at most the whole
 */
export function reversePart(
  decided: TaxedTotal,
  part: Ratio | 'all',
  already: Ratio = ratio(0n, 1n),
): Reversal {
  const until = part === 'all' ? ratio(1n, 1n) : addRatios(already, part);
  if (part !== 'all' && part.numerator < 0n)
    throw new RangeError('a reversal takes back zero or more');
  if (already.numerator < 0n || exceedsWhole(already) || exceedsWhole(until)) {
    throw new RangeError('a reversal takes back at most the whole');
  }
  const before = takenBack(decided, already);
  const after = takenBack(decided, until);
  return {
    netMinor: after.netMinor - before.netMinor,
    taxMinor: after.taxMinor - before.taxMinor,
    grossMinor: after.grossMinor - before.grossMinor,
    components: after.components.map((component, index) => ({
      ...component,
      taxMinor: component.taxMinor - (before.components[index]?.taxMinor ?? 0n),
    })),
  };
}

function takenBack(decided: TaxedTotal, part: Ratio): Reversal {
  const gross = share(bare(decided.grossMinor), part, 'half_up');
  const net = share(bare(decided.netMinor), part, 'half_up');
  const tax = subtract(gross, net);
  const weights = decided.components.map(({ taxMinor }) => taxMinor);
  const hasTax = weights.some((weight) => weight > 0n);
  const parts = hasTax ? splitByWeights(tax, weights) : weights.map(() => bare(0n));
  return {
    netMinor: net.amountMinor,
    taxMinor: tax.amountMinor,
    grossMinor: gross.amountMinor,
    components: decided.components.map((component, index) => ({
      ...component,
      taxMinor: parts[index]?.amountMinor ?? 0n,
    })),
  };
}

/** Amounts of one decision share its currency, which plays no part in the arithmetic. */
function bare(amountMinor: bigint): Money {
  return money(amountMinor, '');
}

function exceedsWhole({ numerator, denominator }: Ratio): boolean {
  return numerator > denominator;
}
