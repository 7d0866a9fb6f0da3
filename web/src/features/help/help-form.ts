import * as z from 'zod/mini';
import { cardSchema, EMPTY_CARD } from '../../shared/payment/card';

export const CEILINGS = ['15', '30', '60'] as const;

export const CEILING_MINUTES = { '15': 15, '30': 30, '60': 60 } as const;

/** One after the other, or the best few at the same time. */
export const AT_ONCE = ['one', 'few'] as const;

const common = {
  problem: z
    .string()
    .check(
      z.trim(),
      z.minLength(5, 'help:problem.tooShort'),
      z.maxLength(1000, 'help:problem.tooLong'),
    ),
  language: z.string().check(z.minLength(2, 'help:problem.language')),
  ceilingMinutes: z.enum(CEILINGS),
  atOnce: z.enum(AT_ONCE),
};

/** What a learner says before somebody is rung; the card only where something is paid. */
export const paidHelpSchema = z.object({ ...common, card: cardSchema });
export const freeHelpSchema = z.object({
  ...common,
  card: z.object({ number: z.string(), expiry: z.string(), cvc: z.string() }),
});

export type HelpTyped = z.infer<typeof paidHelpSchema>;

/** What every request for help says, whomever it goes to. */
export type CommonTyped = Pick<HelpTyped, 'problem' | 'language' | 'ceilingMinutes'>;

export const EMPTY_HELP: HelpTyped = {
  problem: '',
  language: '',
  ceilingMinutes: '30',
  atOnce: 'one',
  card: EMPTY_CARD,
};

/** Where the words of a request for this offer are kept until somebody has come. */
export function helpDraftKey(listingId: string): string {
  return `help.${listingId}`;
}

/** Kept across a reload; the card never is. */
export const KEPT_FIELDS = ['problem', 'language', 'ceilingMinutes', 'atOnce'] as const;
