import { minorUnitsOf } from '../../shared/currency.js';
import type { Money } from '../../shared/money.js';

/** An amount as a reader of the language writes it. Formatting alone may use a float: nothing is computed with it. */
export function formatMoney({ amountMinor, currency }: Money, language: string): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(
    Number(amountMinor) / 10 ** minorUnitsOf(currency),
  );
}
