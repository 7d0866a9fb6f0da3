import type { QuoteView } from '../../modules/billing/index.js';
import type { ListingView } from '../../modules/catalog/index.js';
import { type Money, money, type MoneyJson, toMoneyJson, zero } from '../../shared/money.js';

/** What an expert sees on the ring, and what the session is opened with when they accept. */
export interface Offer {
  readonly title: string;
  readonly model: 'free' | 'per_session' | 'per_minute';
  /** Per minute or per session, as this learner pays it. */
  readonly unit: MoneyJson;
  readonly freeMinutes: number;
  /** What the expert is paid at the ceiling, after commission and tax; null for free help. */
  readonly netEarnings: MoneyJson | null;
  /** What this expert can cost the learner at most. */
  readonly ceiling: MoneyJson;
  readonly learnerName: string;
}

/** @param held what is held for the request, where free help stands in reserve of paid help */
export function offerOf(
  listing: ListingView,
  quote: QuoteView | null,
  held: Money | null,
  learnerName: string,
): Offer {
  const unit = quote?.unit ?? money(0n, listing.price.currency);
  return {
    title: listing.title,
    model: listing.price.model,
    unit: toMoneyJson(unit),
    freeMinutes: listing.price.freeMinutes,
    netEarnings: quote ? toMoneyJson(quote.expertNet) : null,
    ceiling: toMoneyJson(quote?.ceiling ?? held ?? zero(listing.price.currency)),
    learnerName,
  };
}
