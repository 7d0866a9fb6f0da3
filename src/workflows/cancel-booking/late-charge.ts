import { type Money, share } from '../../shared/money.js';
import { ratio } from '../../shared/ratio.js';

/** The part of the price that a late cancellation costs, tax included; halves of a minor unit are rounded up. */
export function chargeOf(price: Money, percent: number): Money {
  return share(price, ratio(BigInt(percent), 100n), 'half_up');
}
