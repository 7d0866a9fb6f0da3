import { Injectable } from '@nestjs/common';
import type { ListingView } from '../../../modules/catalog/index.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { toMoneyJson } from '../../../shared/money.js';
import type { Quote } from '../views/help.view.js';
import type { Asker } from './asker.js';
import { Pricing } from './pricing.js';

const CEILING_MINUTES_DEFAULT = 30;

/** What an offer would cost this visitor, line by line, before they agree to anything. */
@Injectable()
export class QuoteReader {
  constructor(
    private readonly pricing: Pricing,
    private readonly translator: Translator,
  ) {}

  /** @param asked minutes; left out, the length of the session or half an hour */
  async read(listing: ListingView, asked: number | null, asker: Asker): Promise<Quote> {
    const t = await this.translator.for(asker.language);
    const minutes = listing.price.sessionMinutes ?? asked ?? CEILING_MINUTES_DEFAULT;
    const shared = {
      listingId: listing.id,
      model: listing.price.model,
      ceilingMinutes: minutes,
      freeMinutes: listing.price.freeMinutes,
      refundRule: t('catalog:refund.guarantee_72h'),
    };
    const nothing = { amountMinor: '0', currency: listing.price.currency };
    if (listing.price.model === 'free') {
      return {
        ...shared,
        unit: null,
        ceiling: nothing,
        taxIncluded: true,
        tax: null,
        sellable: { ok: true, reason: null },
      };
    }
    const verdict = await this.pricing.quote(listing, minutes, asker);
    if (!verdict.ok) {
      return {
        ...shared,
        unit: null,
        ceiling: nothing,
        taxIncluded: true,
        tax: null,
        sellable: { ok: false, reason: verdict.refusal.code },
      };
    }
    const { unit, ceiling, taxIncluded, tax } = verdict.value;
    return {
      ...shared,
      unit: toMoneyJson(unit),
      ceiling: toMoneyJson(ceiling),
      taxIncluded,
      tax: { ratePercent: tax.ratePercent, amount: toMoneyJson(tax.amount), label: tax.label },
      sellable: { ok: true, reason: null },
    };
  }
}
