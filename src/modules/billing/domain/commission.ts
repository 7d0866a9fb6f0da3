import { type Money, share } from '../../../shared/money.js';
import { percentToRatio } from '../../../shared/ratio.js';

export interface CommissionTerms {
  /** Decimal string in per cent. */
  readonly percent: string;
  /** What the percentage is taken of. */
  readonly base: 'collected' | 'net';
}

/**
 * The platform's fee for a sale, before the tax on the fee. Rounded once, half up.
 *
 * @param collected what the learner paid, tax included; zero or more
 * @param net       the same without the tax of the sale
 */
export function commissionOn(collected: Money, net: Money, terms: CommissionTerms): Money {
  const base = terms.base === 'collected' ? collected : net;
  return share(base, percentToRatio(terms.percent), 'half_up');
}
