import type { Money } from '../api/contract';

/**
 * Money for reading, "12,50 €". The decimal point is placed in the digits themselves, so that no sum
 * passes through a float; the number of decimals is what Intl knows of the currency (ISO 4217).
 */
export function formatMoney(money: Money, locale: string): string {
  const style = { style: 'currency', currency: money.currency } as const;
  const digits = currencyDigits(money.currency);
  const decimal = toDecimalString(money.amountMinor, digits);
  const isWhole = digits > 0 && /\.0+$/.test(decimal);
  return new Intl.NumberFormat(locale, {
    ...style,
    ...(isWhole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
  }).format(decimal as Intl.StringNumericLiteral);
}

/** Like `formatMoney`, but always with every decimal: for totals under each other and for running sums. */
export function formatMoneyExact(money: Money, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency }).format(
    toDecimalString(money.amountMinor, currencyDigits(money.currency)) as Intl.StringNumericLiteral,
  );
}

export function currencyDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2
  );
}

/** "1250" with 2 digits is "12.50". */
export function toDecimalString(amountMinor: string, digits: number): string {
  const sign = amountMinor.startsWith('-') ? '-' : '';
  const bare = amountMinor.replace('-', '').padStart(digits + 1, '0');
  if (digits === 0) return sign + bare;
  return `${sign}${bare.slice(0, -digits)}.${bare.slice(-digits)}`;
}

/** What a person typed ("12,5") in minor units, or null when it is not an amount of this currency. */
export function parseAmount(typed: string, currency: string): string | null {
  const digits = currencyDigits(currency);
  const match = /^(\d{1,9})(?:[.,](\d+))?$/.exec(typed.trim());
  if (match === null) return null;
  const fraction = match[2] ?? '';
  if (fraction.length > digits) return null;
  return `${match[1] ?? ''}${fraction.padEnd(digits, '0')}`.replace(/^0+(?=\d)/, '');
}
