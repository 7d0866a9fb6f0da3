import type { FieldProblem } from '../../../shared/domain-error.js';

/** As typed by a person. It goes to the provider and nowhere else: never into a table, a log or an error. */
export interface CardEntry {
  readonly number: string;
  /** `MM/YY` or `MM/YYYY`. */
  readonly expiry: string;
  readonly cvc: string;
}

/** What a provider's own form made of a card: it stands for the card with that provider and nowhere else. */
export interface CardToken {
  readonly token: string;
}

/** What is paid with, as it comes from the page. */
export type PaymentCard = CardEntry | CardToken;

/** What is kept of a card. */
export interface CardTrace {
  readonly brand: string;
  readonly lastFour: string;
}

export function digitsOf(number: string): string {
  return number.replace(/[\s-]/g, '');
}

/**
 * What is wrong with the form of a card; whether it exists is the provider's business.
 *
 * @param month the present month, `2026-11`; a card is good until the end of its month
 */
export function checkCard(card: CardEntry, month: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const digits = digitsOf(card.number);
  if (!/^\d{12,19}$/.test(digits) || !hasCheckDigit(digits))
    problems.push({ field: 'number', rule: 'card_number' });
  const lastMonth = monthOf(card.expiry);
  if (lastMonth === null) problems.push({ field: 'expiry', rule: 'card_expiry' });
  else if (lastMonth < month) problems.push({ field: 'expiry', rule: 'card_expired' });
  if (!/^\d{3,4}$/.test(card.cvc.trim())) problems.push({ field: 'cvc', rule: 'card_cvc' });
  return problems;
}

export function traceOf(card: CardEntry): CardTrace {
  const digits = digitsOf(card.number);
  return { brand: brandOf(digits), lastFour: digits.slice(-4) };
}

/** @source ISO/IEC 7812-1, annex B */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function monthOf(expiry: string): string | null {
  const match = /^(0[1-9]|1[0-2])\s*\/\s*(\d{2}|\d{4})$/.exec(expiry.trim());
  if (!match) return null;
  const year = match[2] ?? '';
  return `${year.length === 2 ? `20${year}` : year}-${match[1]}`;
}

function brandOf(digits: string): string {
  if (digits.startsWith('4')) return 'visa';
  if (/^(5[1-5]|2[2-7])/.test(digits)) return 'mastercard';
  if (/^3[47]/.test(digits)) return 'amex';
  return 'card';
}
