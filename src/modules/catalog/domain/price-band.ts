import { type CurrencyCode, minorUnitsOf } from '../../../shared/currency.js';
import type { ListingPrice } from './listing-draft.js';

/** How long a visit by the minute is taken to be, so that it can stand beside one of a fixed price. */
export const TYPICAL_VISIT_MINUTES = 20;

/** Where one range ends and the next begins, in whole units of the currency; in round figures, not converted. */
const STEPS: Readonly<Record<string, readonly number[]>> = {
  EUR: [10, 25, 50],
  USD: [10, 25, 50],
  GBP: [10, 20, 45],
  CHF: [10, 25, 50],
  MAD: [100, 250, 500],
  JPY: [1500, 4000, 8000],
};
const USUAL_STEPS = [10, 25, 50] as const;

/** A range of what a visit costs, in one currency: amounts in different currencies are never compared. */
export interface PriceBand {
  readonly currency: CurrencyCode;
  /** Whole units of the currency; above this, or zero. */
  readonly above: number;
  /** Up to and with this; null for the highest range. */
  readonly upTo: number | null;
}

/** The name of a range in addresses and indexes, `EUR:10-25`; `EUR:50-` for the highest. */
export function nameOfBand({ currency, above, upTo }: PriceBand): string {
  return `${currency}:${above}-${upTo ?? ''}`;
}

/** The ranges of a currency, lowest first. */
export function bandsOf(currency: CurrencyCode): PriceBand[] {
  const steps = STEPS[currency] ?? USUAL_STEPS;
  return [0, ...steps].map((above, index) => ({ currency, above, upTo: steps[index] ?? null }));
}

/**
 * The range that a visit falls into: the session of a fixed price, or twenty minutes less the free ones.
 *
 * @returns null for free help, which has a filter of its own
 */
export function bandOf(price: ListingPrice): PriceBand | null {
  if (price.model === 'free' || price.amountMinor === null) return null;
  const unit = BigInt(price.amountMinor);
  const paidMinutes = BigInt(Math.max(0, TYPICAL_VISIT_MINUTES - price.freeMinutes));
  const visitMinor = price.model === 'per_minute' ? unit * paidMinutes : unit;
  const scale = 10n ** BigInt(minorUnitsOf(price.currency));
  const fits = ({ upTo }: PriceBand): boolean =>
    upTo === null || visitMinor <= BigInt(upTo) * scale;
  return bandsOf(price.currency).find(fits) ?? null;
}
