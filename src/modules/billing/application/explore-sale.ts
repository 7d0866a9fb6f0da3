import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import type { Money } from '../../../shared/money.js';
import { accept, type Verdict } from '../../../shared/verdict.js';
import {
  type BuyerFacts,
  type SellerFacts,
  type TaxDecisionView,
  TaxFacade,
  type TaxRefusalView,
} from '../../tax/index.js';
import type { CollectedParts } from '../domain/split-collected.js';
import { QuoteParts, type QuoteRefusal } from './quote-parts.js';
import { serviceFactsOf, type ServiceFactsInput } from './quote-sale.js';

/** A sale between two people who need not exist. */
export interface ExploreInput {
  readonly seller: SellerFacts;
  readonly buyer: BuyerFacts;
  readonly service: ServiceFactsInput;
  /** All taxes included. */
  readonly price: Money;
}

export interface ExploredSale {
  readonly sale: TaxDecisionView;
  readonly parts: CollectedParts;
}

/** What would become of a price, by the laws that are live here; nothing is kept. */
@Injectable()
export class ExploreSale {
  constructor(
    private readonly tax: TaxFacade,
    private readonly parts: QuoteParts,
    private readonly clock: Clock,
  ) {}

  async run({
    seller,
    buyer,
    service,
    price,
  }: ExploreInput): Promise<Verdict<ExploredSale, TaxRefusalView | QuoteRefusal>> {
    const sale = await this.tax.quoteSale({
      at: this.clock.now(),
      seller,
      buyer,
      service: serviceFactsOf(service),
      price: { ...price, taxBehavior: 'inclusive' },
    });
    if (!sale.ok) return sale;
    const parts = await this.parts.of(price, sale.value, seller);
    return parts.ok ? accept({ sale: sale.value, parts: parts.value }) : parts;
  }
}
