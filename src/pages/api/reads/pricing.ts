import { Injectable } from '@nestjs/common';
import { BillingFacade, type QuoteInput, type QuoteView } from '../../../modules/billing/index.js';
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
  quote(
    listing: PricedListing,
    minutes: number,
    asker: Asker,
  ): Promise<Verdict<QuoteView, { code: string; facts: Readonly<Record<string, unknown>> }>> {
    return this.billing.quote(questionOf(listing, minutes, asker));
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

  /** Known ahead, so that nobody learns it at the checkout; free help always can be given. In the order of the listings. */
  async sellable(listings: readonly PricedListing[], asker: Asker): Promise<Sellable[]> {
    const paid = listings.filter(({ price }) => price.model !== 'free');
    const verdicts = await this.billing.quoteEach(
      paid.map((listing) =>
        questionOf(listing, listing.price.sessionMinutes ?? PROBE_MINUTES, asker),
      ),
    );
    const refusals = new Map(
      paid.map((listing, index) => {
        const verdict = verdicts[index];
        return [listing, verdict?.ok === false ? verdict.refusal.code : null];
      }),
    );
    return listings.map((listing) => {
      const reason = refusals.get(listing) ?? null;
      return { ok: reason === null, reason };
    });
  }
}

function questionOf(
  { expertId, price, taxCategory }: PricedListing,
  minutes: number,
  asker: Asker,
): QuoteInput {
  if (price.model === 'free' || price.amountMinor === null)
    throw new RangeError('free help has no quote');
  return {
    expertId,
    buyer: { accountId: asker.person?.id ?? null, country: asker.country },
    price: {
      model: price.model,
      unit: money(BigInt(price.amountMinor), price.currency),
      sessionMinutes: price.sessionMinutes,
      freeMinutes: price.freeMinutes,
    },
    minutes,
    language: asker.language,
    service: helpAs(taxCategory),
  };
}

/** What the law is told of the help that is sold here: always a person, live, for one other person. */
export function helpAs(taxCategory: string): QuoteInput['service'] {
  return {
    taxCategory: taxCategoryOf(taxCategory),
    live: true,
    human: true,
    format: 'one_to_one',
    recordingSold: false,
  };
}

function typicalOf(perMinute: bigint, currency: string, freeMinutes: number): PriceView['typical'] {
  const paidMinutes = BigInt(Math.max(0, TYPICAL_MINUTES - freeMinutes));
  return {
    minutes: TYPICAL_MINUTES,
    amount: toMoneyJson(money(perMinute * paidMinutes, currency)),
  };
}

/** Categories of the catalog name a tax category as text; one the engine does not know is a mistake of whoever edited them. */
function taxCategoryOf(text: string): TaxCategory {
  const known = TAX_CATEGORIES.find((category) => category === text);
  if (!known) throw new RangeError(`no tax category is called ${text}`);
  return known;
}
