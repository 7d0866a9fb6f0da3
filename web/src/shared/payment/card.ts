import * as z from 'zod/mini';

/** Digits only, as the payment provider wants them. */
export function cardDigits(typed: string): string {
  return typed.replace(/\D/g, '');
}

/** "4242424242424242" as it is printed on the card. */
export function spacedCard(typed: string): string {
  return cardDigits(typed)
    .slice(0, 19)
    .replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** "1228" becomes "12/28" while it is typed. */
export function slashedExpiry(typed: string): string {
  const digits = cardDigits(typed).slice(0, 4);
  return digits.length > 2 ? `${digits.slice(0, 2)}/${digits.slice(2)}` : digits;
}

/** The check digit of card numbers (ISO/IEC 7812, Luhn). */
export function isCardNumber(typed: string): boolean {
  const digits = cardDigits(typed);
  if (digits.length < 13 || digits.length > 19) return false;
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

export const cardSchema = z.object({
  number: z.string().check(z.refine(isCardNumber, 'common:card.problem.number')),
  expiry: z.string().check(z.regex(/^(0[1-9]|1[0-2])\/\d{2}$/, 'common:card.problem.expiry')),
  cvc: z.string().check(z.regex(/^\d{3,4}$/, 'common:card.problem.cvc')),
});

/** The same fields where nobody types into them. */
export const uncheckedCardSchema = z.object({
  number: z.string(),
  expiry: z.string(),
  cvc: z.string(),
});

export type CardTyped = z.infer<typeof cardSchema>;

export const EMPTY_CARD: CardTyped = { number: '', expiry: '', cvc: '' };
