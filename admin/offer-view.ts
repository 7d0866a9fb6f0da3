import {
  contentOf,
  type ListingContent,
  type ListingDraft,
  type ListingPrice,
} from '../src/modules/catalog/index.js';
import { minorUnitsOf } from '../src/shared/currency.js';
import type { OfferView } from './components/views.js';

/**
 * An offer as a reviewer reads it.
 *
 * @param translate the console's texts
 * @param pictureAt where this console shows a picture of the offer; null where there are none yet
 */
export function offerViewOf(
  draft: ListingDraft | ListingContent,
  category: string,
  language: string,
  translate: (key: string, params?: Record<string, unknown>) => string,
  pictureAt: ((fileId: string) => string) | null,
): OfferView {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const { needs, gets, faqs, recording, taxCategory, pictures } = contentOf(draft);
  return {
    title: draft.title,
    summary: draft.summary,
    description: draft.description,
    category,
    kindOfHelp: translate(`offer.kinds.${draft.kindOfHelp}`),
    languages: draft.languages.map((code) => names.of(code) ?? code).join(', '),
    price: priceInWords(draft.price, language, translate),
    isInstant: draft.instant,
    recording: translate(`offer.recordings.${recording}`),
    taxCategory: taxCategory ?? '',
    needs,
    gets,
    faqs,
    pictures: pictureAt ? pictures.map(({ fileId, alt }) => ({ url: pictureAt(fileId), alt })) : [],
  };
}

function priceInWords(
  price: ListingPrice,
  language: string,
  translate: (key: string, params?: Record<string, unknown>) => string,
): string {
  const params = {
    amount: amountOf(price, language),
    minutes: price.sessionMinutes ?? 0,
    free: price.freeMinutes,
  };
  const base = translate(`offer.price.${price.model}`, params);
  return price.model === 'per_minute' && price.freeMinutes > 0
    ? `${base} · ${translate('offer.price.freeMinutes', params)}`
    : base;
}

/** The point is put into the digits themselves, so that no amount passes through a float. */
function amountOf({ amountMinor, currency }: ListingPrice, language: string): string {
  if (amountMinor === null) return '';
  const digits = minorUnitsOf(currency);
  const padded = amountMinor.padStart(digits + 1, '0');
  const decimal = digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(
    decimal as Intl.StringNumericLiteral,
  );
}
