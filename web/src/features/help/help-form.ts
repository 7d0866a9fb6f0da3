import * as z from 'zod/mini';
import { EMPTY_CARD, type CardTyped, type cardSchema } from '../../shared/payment/card';

export const CEILINGS = ['15', '30', '60'] as const;

export const CEILING_MINUTES = { '15': 15, '30': 30, '60': 60 } as const;

/** One after the other, or the best few at the same time. */
export const AT_ONCE = ['one', 'few'] as const;

/** What every request for help says. */
export const helpFields = {
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

export interface HelpTyped {
  readonly problem: string;
  readonly language: string;
  readonly ceilingMinutes: (typeof CEILINGS)[number];
  readonly atOnce: (typeof AT_ONCE)[number];
  readonly card: CardTyped;
}

/** What a learner says before somebody is rung. @param card what the card must be; unchecked where nothing is paid */
export function helpSchema(card: typeof cardSchema): z.ZodMiniType<HelpTyped, HelpTyped> {
  return z.object({ ...helpFields, card });
}

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
