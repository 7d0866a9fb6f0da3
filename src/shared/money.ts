import type { CurrencyCode } from './currency.js';
import { divideRounded, type Ratio, type Rounding } from './ratio.js';

/** An amount in whole minor units (cents, yen, fils) of one currency. */
export interface Money {
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
}

/** `Money` as it travels in JSON: the amount is a decimal string, because JSON numbers lose digits. */
export interface MoneyJson {
  readonly amountMinor: string;
  readonly currency: CurrencyCode;
}

export function money(amountMinor: bigint, currency: CurrencyCode): Money {
  return { amountMinor, currency };
}

export function zero(currency: CurrencyCode): Money {
  return { amountMinor: 0n, currency };
}

/** @throws RangeError when the currencies differ */
export function add(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return money(a.amountMinor + b.amountMinor, a.currency);
}

/** @throws RangeError when the currencies differ */
export function subtract(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return money(a.amountMinor - b.amountMinor, a.currency);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareMoney(a: Money, b: Money): number {
  assertSameCurrency(a, b);
  return a.amountMinor < b.amountMinor ? -1 : a.amountMinor > b.amountMinor ? 1 : 0;
}

export function smaller(a: Money, b: Money): Money {
  return compareMoney(a, b) <= 0 ? a : b;
}

/** A share of an amount, rounded once to the minor unit. */
export function share(of: Money, part: Ratio, rounding: Rounding): Money {
  return money(
    divideRounded(of.amountMinor * part.numerator, part.denominator, rounding),
    of.currency,
  );
}

/**
 * Splits an amount by weights so that the parts add up to it exactly: every part gets its floor,
 * the left-over units go to the largest remainders, earlier parts first where remainders are equal.
 *
 * @param weights zero or more each, at least one above zero
 */
export function splitByWeights(whole: Money, weights: readonly bigint[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError('a split needs weights of zero or more with at least one above zero');
  }
  const sign = whole.amountMinor < 0n ? -1n : 1n;
  const amount = whole.amountMinor * sign;
  const parts = weights.map((weight, index) => ({
    index,
    floor: (amount * weight) / total,
    remainder: (amount * weight) % total,
  }));
  const leftOver = amount - parts.reduce((sum, part) => sum + part.floor, 0n);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  const lucky = new Set(byRemainder.slice(0, Number(leftOver)).map((part) => part.index));
  return parts.map((part) =>
    money(sign * (part.floor + (lucky.has(part.index) ? 1n : 0n)), whole.currency),
  );
}

export function toMoneyJson(value: Money): MoneyJson {
  return { amountMinor: value.amountMinor.toString(), currency: value.currency };
}

export function fromMoneyJson(value: MoneyJson): Money {
  return money(BigInt(value.amountMinor), value.currency);
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw new RangeError(`amounts in ${a.currency} and ${b.currency} cannot be combined`);
  }
}
