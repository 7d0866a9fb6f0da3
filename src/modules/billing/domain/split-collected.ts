import { compareMoney, type Money, subtract, zero } from '../../../shared/money.js';
import { accept, refuse, type Verdict } from '../../../shared/verdict.js';

/** What is taken out of a collected amount before the expert gets the rest; each zero or more. */
export interface Deductions {
  readonly commission: Money;
  /** Tax on the commission that the platform charges the expert. */
  readonly commissionTax: Money;
  /** Held back from the expert by law, for the expert's own tax. */
  readonly withheld: Money;
  /** Tax of the sale that the platform itself owes. */
  readonly taxOwed: Money;
}

export interface CollectedParts extends Deductions {
  /** The expert's; tax of the sale that the expert owes is in it. */
  readonly payout: Money;
}

/**
 * Splits what was collected: `collected = payout + commission + tax on it + withheld + tax owed`.
 * The payout is the remainder, so the parts always add up.
 *
 * @returns a refusal when the deductions are more than was collected
 */
export function splitCollected(
  collected: Money,
  deductions: Deductions,
): Verdict<CollectedParts, 'deductions_exceed_collected'> {
  const { commission, commissionTax, withheld, taxOwed } = deductions;
  const taken = [commission, commissionTax, withheld, taxOwed];
  if (taken.some((part) => part.amountMinor < 0n))
    throw new RangeError('a deduction is zero or more');
  const payout = taken.reduce(subtract, collected);
  if (compareMoney(payout, zero(collected.currency)) < 0)
    return refuse('deductions_exceed_collected');
  return accept({ payout, commission, commissionTax, withheld, taxOwed });
}
