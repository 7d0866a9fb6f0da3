import type { CurrencyCode } from '../../../../shared/currency.js';
import { money, type Money } from '../../../../shared/money.js';

/**
 * Currencies without minor units in ISO 4217 that Stripe counts in hundredths, the last two digits being 0.
 *
 * @source https://docs.stripe.com/currencies#special-cases, read 2026-11-22
 */
const COUNTED_IN_HUNDREDTHS: ReadonlySet<CurrencyCode> = new Set(['ISK', 'UGX']);

/** Of three decimals Stripe takes two, so most metered prices in them could not be captured to the last unit. */
const NOT_EXACT: ReadonlySet<CurrencyCode> = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

/**
 * Smallest amount of a charge, in minor units of ISO 4217, in the currencies that Stripe lists.
 *
 * @source https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts, read 2026-11-22
 */
const MINIMUM_MINOR: Readonly<Record<CurrencyCode, bigint>> = {
  AED: 200n,
  AUD: 50n,
  BRL: 50n,
  CAD: 50n,
  CHF: 50n,
  CZK: 1500n,
  DKK: 250n,
  EUR: 50n,
  GBP: 30n,
  HKD: 400n,
  HUF: 17_500n,
  INR: 50n,
  JPY: 50n,
  MXN: 1000n,
  MYR: 200n,
  NOK: 300n,
  NZD: 50n,
  PLN: 200n,
  RON: 200n,
  SEK: 300n,
  SGD: 50n,
  THB: 1000n,
  USD: 50n,
};
/** Where nothing is listed, what settles at the like of half a euro in any currency that is not worth more than one. */
const MINIMUM_MINOR_ELSEWHERE = 50n;

export function stripeMinimumOf(currency: CurrencyCode): bigint {
  return MINIMUM_MINOR[currency] ?? MINIMUM_MINOR_ELSEWHERE;
}

/** Whether every amount of the currency can be charged to its last minor unit. */
export function isExactWithStripe(currency: CurrencyCode): boolean {
  return !NOT_EXACT.has(currency);
}

/** @returns what the API wants under `amount` and `currency` */
export function toStripe({ amountMinor, currency }: Money): { amount: number; currency: string } {
  const amount = COUNTED_IN_HUNDREDTHS.has(currency) ? amountMinor * 100n : amountMinor;
  if (amount > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('too much for one charge');
  return { amount: Number(amount), currency: currency.toLowerCase() };
}

export function fromStripe(amount: number, currency: string): Money {
  const code = currency.toUpperCase();
  const minor = BigInt(amount);
  return money(COUNTED_IN_HUNDREDTHS.has(code) ? minor / 100n : minor, code);
}
