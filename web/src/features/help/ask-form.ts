import * as z from 'zod/mini';
import { EMPTY_CARD, uncheckedCardSchema, type cardSchema } from '../../shared/payment/card';
import { parseAmount } from '../../shared/format/money';
import { helpFields, type HelpTyped } from './help-form';

/** What somebody would pay: nothing at all, or a sum at most. */
export const PAYING = ['paid', 'free'] as const;

/**
 * @param currency what the sum is in; its digits after the point depend on it
 * @param card     what the card must be where something is paid
 */
export function askSchema(
  currency: string,
  isPaid: boolean,
  card: typeof cardSchema,
): z.ZodMiniType<AskTyped, AskTyped> {
  return z.object({
    ...helpFields,
    category: z.string(),
    paying: z.enum(PAYING),
    maximum: isPaid
      ? z.string().check(
          z.refine((typed) => {
            const minor = parseAmount(typed, currency);
            return minor !== null && BigInt(minor) > 0n;
          }, 'help:ask.maximumProblem'),
        )
      : z.string(),
    card: isPaid ? card : uncheckedCardSchema,
  });
}

export interface AskTyped extends HelpTyped {
  readonly category: string;
  readonly paying: (typeof PAYING)[number];
  /** As typed; of no meaning where nothing is paid. */
  readonly maximum: string;
}

export const EMPTY_ASK: AskTyped = {
  problem: '',
  language: '',
  ceilingMinutes: '30',
  atOnce: 'few',
  category: '',
  paying: 'paid',
  maximum: '30',
  card: EMPTY_CARD,
};

/** Kept across a reload; the card never is. */
export const ASK_KEPT = [
  'problem',
  'language',
  'ceilingMinutes',
  'category',
  'paying',
  'maximum',
] as const;

export const ASK_DRAFT = 'help.everyone';
