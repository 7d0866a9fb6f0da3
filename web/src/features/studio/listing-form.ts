import * as z from 'zod/mini';
import type { KindOfHelp, ListingDraft, PriceModel } from '../../shared/api/contract';
import { currencyDigits, parseAmount, toDecimalString } from '../../shared/format/money';

export const KINDS = [
  'advice',
  'lesson',
  'repair',
  'training',
  'company',
] as const satisfies readonly KindOfHelp[];

export const MODELS = [
  'per_minute',
  'per_session',
  'free',
] as const satisfies readonly PriceModel[];

export const RECORDING = [
  'if_both_agree',
  'never',
] as const satisfies readonly ListingDraft['recording'][];

export const FAQS_MAX = 12;
export const PICTURES_MAX = 6;

export const SPOKEN = [
  'en',
  'fr',
  'de',
  'es',
  'pt',
  'it',
  'nl',
  'pl',
  'ar',
  'tr',
  'ru',
  'uk',
  'hi',
  'zh',
  'ja',
];

export const CURRENCIES = ['EUR', 'CHF', 'GBP', 'USD', 'MAD', 'JPY'];

/** Numbers are texts while they are typed. */
export const listingSchema = z
  .object({
    categoryId: z.string().check(z.minLength(1, 'errors:rule.required')),
    title: z
      .string()
      .check(
        z.trim(),
        z.minLength(8, 'studio:problem.title'),
        z.maxLength(90, 'studio:problem.title'),
      ),
    summary: z
      .string()
      .check(
        z.trim(),
        z.minLength(20, 'studio:problem.summary'),
        z.maxLength(240, 'studio:problem.summary'),
      ),
    description: z
      .string()
      .check(
        z.trim(),
        z.minLength(40, 'studio:problem.description'),
        z.maxLength(6000, 'studio:problem.description'),
      ),
    kindOfHelp: z.enum(KINDS),
    languages: z.array(z.string()).check(z.minLength(1, 'studio:problem.languages')),
    model: z.enum(MODELS),
    amount: z.string(),
    currency: z.string(),
    sessionMinutes: z.string(),
    freeMinutes: z.string(),
    instant: z.boolean(),
    taxCategory: z.string(),
    recording: z.enum(RECORDING),
    needs: z.string().check(z.maxLength(1000, 'studio:problem.material')),
    gets: z.string().check(z.maxLength(1000, 'studio:problem.material')),
    faqs: z.array(
      z.object({
        question: z
          .string()
          .check(
            z.trim(),
            z.minLength(5, 'studio:problem.question'),
            z.maxLength(200, 'studio:problem.question'),
          ),
        answer: z
          .string()
          .check(
            z.trim(),
            z.minLength(5, 'studio:problem.answer'),
            z.maxLength(2000, 'studio:problem.answer'),
          ),
      }),
    ),
    pictures: z.array(
      z.object({
        fileId: z.string(),
        alt: z
          .string()
          .check(
            z.trim(),
            z.minLength(3, 'studio:problem.alt'),
            z.maxLength(160, 'studio:problem.alt'),
          ),
      }),
    ),
  })
  .check(
    z.refine(
      ({ model, amount, currency }) =>
        model === 'free' || Number(parseAmount(amount, currency) ?? '0') > 0,
      { message: 'studio:problem.amount', path: ['amount'] },
    ),
    z.refine(
      ({ model, sessionMinutes }) => model === 'per_minute' || isStep(sessionMinutes, 5, 180),
      {
        message: 'studio:problem.sessionMinutes',
        path: ['sessionMinutes'],
      },
    ),
  );

export type ListingTyped = z.infer<typeof listingSchema>;

/** A form, or a part of one, in which a listing is typed. */
export interface WithListing {
  listing: ListingTyped;
}

function isStep(text: string, min: number, max: number): boolean {
  const minutes = Number(text);
  return Number.isInteger(minutes) && minutes % 5 === 0 && minutes >= min && minutes <= max;
}

export function emptyListing(language: string, currency: string): ListingTyped {
  return {
    categoryId: '',
    title: '',
    summary: '',
    description: '',
    kindOfHelp: 'advice',
    languages: [language],
    model: 'per_minute',
    amount: '',
    currency,
    sessionMinutes: '30',
    freeMinutes: '0',
    instant: true,
    taxCategory: '',
    recording: 'if_both_agree',
    needs: '',
    gets: '',
    faqs: [],
    pictures: [],
  };
}

export function typedOf(draft: ListingDraft): ListingTyped {
  const { price, ...rest } = draft;
  // What an application keeps of an offer may have been written before there was more to say.
  const more: Partial<ListingDraft> = draft;
  return {
    ...rest,
    taxCategory: more.taxCategory ?? '',
    recording: more.recording ?? 'if_both_agree',
    needs: more.needs ?? '',
    gets: more.gets ?? '',
    faqs: (more.faqs ?? []).map((faq) => ({ ...faq })),
    pictures: (more.pictures ?? []).map((picture) => ({ ...picture })),
    languages: [...draft.languages],
    model: price.model,
    amount:
      price.amountMinor === null
        ? ''
        : toDecimalString(price.amountMinor, currencyDigits(price.currency)),
    currency: price.currency,
    sessionMinutes: String(price.sessionMinutes ?? 30),
    freeMinutes: String(price.freeMinutes),
  };
}

/** What is sent: only the parts that the price model knows. */
export function draftOf(typed: ListingTyped): ListingDraft {
  const { model, amount, currency, sessionMinutes, freeMinutes, taxCategory, ...rest } = typed;
  return {
    ...rest,
    taxCategory: taxCategory || null,
    price: {
      model,
      currency,
      amountMinor: model === 'free' ? null : parseAmount(amount, currency),
      sessionMinutes: model === 'per_minute' ? null : Number(sessionMinutes),
      freeMinutes: model === 'per_minute' ? Number(freeMinutes) : 0,
    },
  };
}

/** The API's `price.amountMinor` is the form's `listing.amount`. */
export function placeInListing(field: string): string {
  const bare = field.replace(/^listing\./, '');
  const renamed = bare === 'price.amountMinor' ? 'amount' : bare.replace(/^price\./, '');
  return `listing.${renamed}`;
}
