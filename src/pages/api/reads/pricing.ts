import { Injectable } from '@nestjs/common';
import { BillingFacade, type QuoteView } from '../../../modules/billing/index.js';
import type { ListingView } from '../../../modules/catalog/index.js';
import { TAX_CATEGORIES, type TaxCategory, TaxFacade } from '../../../modules/tax/index.js';
import { money, toMoneyJson } from '../../../shared/money.js';
import type { Verdict } from '../../../shared/verdict.js';
import type { PriceView, Sellable } from '../views/listing.view.js';
import type { Asker } from './asker.js';

/** What a visit by the minute usually takes; beside "15 € per minute" stands what that comes to. */
const TYPICAL_MINUTES = 20;
/** Ceiling that decides whether an offer can be sold at all. */
const PROBE_MINUTES = 15;

export type PricedListing = Pick<ListingView, 'expertId' | 'price' | 'taxCategory'>;

/** Prices as this visitor pays them, and whether an offer can be sold to them. */
@Injectable()
export class Pricing {
  constructor(
    private readonly billing: BillingFacade,
    private readonly tax: TaxFacade,
  ) {}

  /** @param minutes ceiling by the minute, or the length of the session */
  async quote(
    listing: PricedListing,
    minutes: number,
    asker: Asker,
  ): Promise<Verdict<QuoteView, { code: string; facts: Readonly<Record<string, unknown>> }>> {
    const { price } = listing;
    if (price.model === 'free' || price.amountMinor === null)
      throw new RangeError('free help has no quote');
    return this.billing.quote({
      expertId: listing.expertId,
      buyer: { accountId: asker.person?.id ?? null, country: asker.country },
      price: {
        model: price.model,
        unit: money(BigInt(price.amountMinor), price.currency),
        sessionMinutes: price.sessionMinutes,
        freeMinutes: price.freeMinutes,
      },
      minutes,
      language: asker.language,
      service: {
        taxCategory: taxCategoryOf(listing.taxCategory),
        live: true,
        human: true,
        format: 'one_to_one',
        recordingSold: false,
      },
    });
  }

  priceFor({ price }: PricedListing, asker: Asker): PriceView {
    const amount =
      price.amountMinor === null
        ? null
        : { amountMinor: price.amountMinor, currency: price.currency };
    return {
      model: price.model,
      amount,
      taxIncluded: this.tax.consumerDisplay(asker.country) === 'inclusive',
      sessionMinutes: price.sessionMinutes,
      freeMinutes: price.freeMinutes,
      typical:
        price.model === 'per_minute' && price.amountMinor !== null
          ? typicalOf(BigInt(price.amountMinor), price.currency, price.freeMinutes)
          : null,
    };
  }

  /** Known ahead, so that nobody learns it at the checkout; free help always can be given. */
  async sellable(listing: PricedListing, asker: Asker): Promise<Sellable> {
    if (listing.price.model === 'free') return { ok: true, reason: null };
    const verdict = await this.quote(listing, listing.price.sessionMinutes ?? PROBE_MINUTES, asker);
    return verdict.ok ? { ok: true, reason: null } : { ok: false, reason: verdict.refusal.code };
  }
}

function typicalOf(perMinute: bigint, currency: string, freeMinutes: number): PriceView['typical'] {
  const paidMinutes = BigInt(Math.max(0, TYPICAL_MINUTES - freeMinutes));
  return {
    minutes: TYPICAL_MINUTES,
    amount: toMoneyJson(money(perMinute * paidMinutes, currency)),
  };
}

/** Categories of the catalog name a tax category as text; one the engine does not know is a mistake of whoever edited them. */
export function taxCategoryOf(text: string): TaxCategory {
  const known = TAX_CATEGORIES.find((category) => category === text);
  if (!known) throw new RangeError(`no tax category is called ${text}`);
  return known;
}
