import type { HelpKind, ListingPrice } from '../../modules/catalog/index.js';
import type { Language } from '../../platform/i18n/languages.js';

/** An offer of a demo expert, as they would type it. */
export interface DemoListing {
  /** Slug of a category in `categories.ts`. */
  readonly category: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly kindOfHelp: HelpKind;
  /** The language it is written in comes first. */
  readonly languages: readonly string[];
  readonly price: ListingPrice;
  readonly instant: boolean;
}

/** When a demo expert can be booked; see `working-hours.ts`. */
export type HoursName = 'office' | 'mornings' | 'evenings' | 'weekends';

export interface DemoPerson {
  /** The mail address before the @, and the key by which the demo knows this person. */
  readonly key: string;
  readonly name: string;
  /** ISO 3166, two letters. */
  readonly country: string;
  /** What the pages speak to this person. */
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
}

export interface DemoExpert extends DemoPerson {
  /** How long ago the account was made; the offers followed within days. */
  readonly weeksHere: number;
  readonly hours: HoursName;
  /** For the application, 40 characters or more. */
  readonly about: string;
  /** Answers the requirement of the same name. */
  readonly experience: string;
  readonly listings: readonly DemoListing[];
}

/** Paragraphs, and lists where an array is given, as light Markdown. */
export function page(...blocks: readonly (string | readonly string[])[]): string {
  return blocks
    .map((block) =>
      typeof block === 'string' ? block : block.map((item) => `- ${item}`).join('\n'),
    )
    .join('\n\n');
}

export function free(minutes: number, currency = 'EUR'): ListingPrice {
  return { model: 'free', amountMinor: null, currency, sessionMinutes: minutes, freeMinutes: 0 };
}

/** @param amountMinor minor units for the whole session */
export function perSession(amountMinor: number, minutes: number, currency = 'EUR'): ListingPrice {
  return {
    model: 'per_session',
    amountMinor: String(amountMinor),
    currency,
    sessionMinutes: minutes,
    freeMinutes: 0,
  };
}

/** @param amountMinor minor units for each minute */
export function perMinute(
  amountMinor: number,
  { freeMinutes = 0, currency = 'EUR' }: { freeMinutes?: number; currency?: string } = {},
): ListingPrice {
  return {
    model: 'per_minute',
    amountMinor: String(amountMinor),
    currency,
    sessionMinutes: null,
    freeMinutes,
  };
}
