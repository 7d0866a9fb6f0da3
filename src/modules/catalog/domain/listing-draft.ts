import { type CurrencyCode, isCurrencyCode } from '../../../shared/currency.js';
import { type FieldProblem } from '../../../shared/domain-error.js';

export const HELP_KINDS = ['lesson', 'advice', 'repair', 'training', 'company'] as const;
/** What the help is; with the category it decides the tax category. */
export type HelpKind = (typeof HELP_KINDS)[number];

export const PRICE_MODELS = ['free', 'per_session', 'per_minute'] as const;
export type PriceModel = (typeof PRICE_MODELS)[number];

export interface ListingPrice {
  readonly model: PriceModel;
  /** Minor units per session or per minute, as the learner pays it where prices include tax; null when free. */
  readonly amountMinor: string | null;
  readonly currency: CurrencyCode;
  /** Length of a session of fixed price or of free help; null by the minute. */
  readonly sessionMinutes: number | null;
  /** By the minute: the first minutes that cost nothing. */
  readonly freeMinutes: number;
}

export const RECORDING_POLICIES = ['if_both_agree', 'never'] as const;
/** Whether a session may be recorded at all; both people are asked each time besides. */
export type RecordingPolicy = (typeof RECORDING_POLICIES)[number];

export interface Faq {
  readonly question: string;
  /** Markdown without HTML. */
  readonly answer: string;
}

export interface Picture {
  readonly fileId: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
}

/** What an offer may say besides; each has a meaning when it is left out. */
export interface ListingExtras {
  /** One of those that the category has for this kind of help; null takes its usual one. */
  readonly taxCategory: string | null;
  readonly recording: RecordingPolicy;
  /** What the learner should have at hand. */
  readonly needs: string;
  /** What the learner takes away. */
  readonly gets: string;
  /** In the order in which they are shown. */
  readonly faqs: readonly Faq[];
  readonly pictures: readonly Picture[];
}

/** What an expert writes about one offer. */
export interface ListingDraft extends Partial<ListingExtras> {
  readonly categoryId: string;
  readonly title: string;
  readonly summary: string;
  /** Markdown without HTML. */
  readonly description: string;
  readonly kindOfHelp: HelpKind;
  /** Languages the help is given in, best first. */
  readonly languages: readonly string[];
  readonly price: ListingPrice;
  /** May be asked for right now; otherwise only booked. */
  readonly instant: boolean;
}

/** An offer with everything that it leaves out filled in. */
export type ListingContent = ListingDraft & ListingExtras;

export function contentOf(draft: ListingDraft): ListingContent {
  return {
    ...draft,
    taxCategory: draft.taxCategory ?? null,
    recording: draft.recording ?? 'if_both_agree',
    needs: draft.needs ?? '',
    gets: draft.gets ?? '',
    faqs: draft.faqs ?? [],
    pictures: draft.pictures ?? [],
  };
}

const MATERIAL_LENGTH_MAX = 1_000;
const FAQS_MAX = 12;
const PICTURES_MAX = 6;
const SESSION_MINUTES_MAX = 180;
const FREE_MINUTES_MAX = 15;
/** Above this an offer is a typing mistake: ten thousand units of the currency. */
const AMOUNT_MINOR_MAX = 1_000_000n;

/** Everything that keeps the draft from being offered; empty when it may go to review. */
export function problemsOf(draft: ListingDraft): FieldProblem[] {
  const { needs, gets, faqs, pictures } = contentOf(draft);
  return [
    ...lengthBetween('title', draft.title, 8, 90),
    ...lengthBetween('summary', draft.summary, 20, 240),
    ...lengthBetween('description', draft.description, 40, 6_000),
    ...checkLanguages(draft.languages),
    ...checkPrice(draft.price),
    ...atMost('needs', needs, MATERIAL_LENGTH_MAX),
    ...atMost('gets', gets, MATERIAL_LENGTH_MAX),
    ...checkCount('faqs', faqs.length, FAQS_MAX),
    ...faqs.flatMap(({ question, answer }, index) => [
      ...lengthBetween(`faqs.${index}.question`, question, 5, 200),
      ...lengthBetween(`faqs.${index}.answer`, answer, 5, 2_000),
    ]),
    ...checkCount('pictures', pictures.length, PICTURES_MAX),
    ...pictures.flatMap(({ alt }, index) => lengthBetween(`pictures.${index}.alt`, alt, 3, 160)),
  ];
}

/** What keeps even an unfinished draft from being kept: gaps do not, only what is far too much. */
export function problemsOfUnfinished(draft: ListingDraft): FieldProblem[] {
  return problemsOf(draft).filter(({ rule }) => rule === 'too_long' || rule === 'too_many');
}

function atMost(field: string, text: string, max: number): FieldProblem[] {
  return [...text.trim()].length > max ? [{ field, rule: 'too_long', facts: { max } }] : [];
}

function checkCount(field: string, count: number, max: number): FieldProblem[] {
  return count > max ? [{ field, rule: 'too_many', facts: { max } }] : [];
}

function lengthBetween(field: string, text: string, min: number, max: number): FieldProblem[] {
  const length = [...text.trim()].length;
  if (length === 0) return [{ field, rule: 'required' }];
  if (length < min) return [{ field, rule: 'too_short', facts: { min } }];
  return length > max ? [{ field, rule: 'too_long', facts: { max } }] : [];
}

function checkLanguages(languages: readonly string[]): FieldProblem[] {
  if (languages.length === 0) return [{ field: 'languages', rule: 'required' }];
  return languages.every((language) => /^[a-z]{2}(-[A-Z]{2})?$/.test(language))
    ? []
    : [{ field: 'languages', rule: 'language' }];
}

function checkPrice(price: ListingPrice): FieldProblem[] {
  if (!isCurrencyCode(price.currency)) return [{ field: 'price.currency', rule: 'currency' }];
  return price.model === 'free' ? checkFree(price) : checkPaid(price);
}

function checkFree(price: ListingPrice): FieldProblem[] {
  return [
    ...(price.amountMinor === null ? [] : [{ field: 'price.amountMinor', rule: 'must_be_empty' }]),
    ...checkSessionMinutes(price.sessionMinutes),
  ];
}

function checkPaid(price: ListingPrice): FieldProblem[] {
  const problems = checkAmount(price.amountMinor);
  if (price.model === 'per_session')
    return [...problems, ...checkSessionMinutes(price.sessionMinutes)];
  const isFreeMinutes =
    Number.isInteger(price.freeMinutes) &&
    price.freeMinutes >= 0 &&
    price.freeMinutes <= FREE_MINUTES_MAX;
  return isFreeMinutes
    ? problems
    : [
        ...problems,
        {
          field: 'price.freeMinutes',
          rule: 'out_of_range',
          facts: { min: 0, max: FREE_MINUTES_MAX },
        },
      ];
}

function checkAmount(amountMinor: string | null): FieldProblem[] {
  if (amountMinor === null) return [{ field: 'price.amountMinor', rule: 'required' }];
  if (!/^\d{1,12}$/.test(amountMinor))
    return [{ field: 'price.amountMinor', rule: 'whole_number' }];
  const amount = BigInt(amountMinor);
  return amount > 0n && amount <= AMOUNT_MINOR_MAX
    ? []
    : [
        {
          field: 'price.amountMinor',
          rule: 'out_of_range',
          facts: { min: '1', max: AMOUNT_MINOR_MAX.toString() },
        },
      ];
}

function checkSessionMinutes(minutes: number | null): FieldProblem[] {
  if (minutes === null) return [{ field: 'price.sessionMinutes', rule: 'required' }];
  const isFine =
    Number.isInteger(minutes) &&
    minutes % 5 === 0 &&
    minutes >= 5 &&
    minutes <= SESSION_MINUTES_MAX;
  return isFine
    ? []
    : [
        {
          field: 'price.sessionMinutes',
          rule: 'out_of_range',
          facts: { min: 5, max: SESSION_MINUTES_MAX, step: 5 },
        },
      ];
}
