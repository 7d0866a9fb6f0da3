import { minorUnitsOf, type CurrencyCode } from './currency.js';
import { money, type Money } from './money.js';

/**
 * An amount as people write it, `60`, `12.5` or `3.25`, in the currency's main unit.
 *
 * @returns null when it is no number, or has more decimals than the currency
 */
export function moneyOfDecimal(text: string, currency: CurrencyCode): Money | null {
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const decimals = minorUnitsOf(currency);
  const fraction = match[2] ?? '';
  if (fraction.length > decimals) return null;
  return money(BigInt(`${match[1]}${fraction.padEnd(decimals, '0')}`), currency);
}

/** The same the other way round, with all digits of the currency. */
export function decimalOf({ amountMinor, currency }: Money): string {
  const digits = minorUnitsOf(currency);
  const sign = amountMinor < 0n ? '-' : '';
  const text = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
