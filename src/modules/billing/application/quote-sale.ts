import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { priceOf } from '../../../shared/metered-price.js';
import { type Money, money, toMoneyJson } from '../../../shared/money.js';
import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import { type ServiceFacts, TaxFacade, type TaxDecisionView } from '../../tax/index.js';
import { PaymentGateway } from './ports.js';
import { QuoteParts, type QuoteRefusal } from './quote-parts.js';
import { type SellerProfile, Sellers } from './sellers.js';

/** What is sold, in the words of the tax packs. */
export interface ServiceFactsInput {
  readonly taxCategory: NonNullable<ServiceFacts['category']>;
  readonly live: true;
  readonly human: true;
  readonly format: 'one_to_one';
  readonly recordingSold: false;
}

export interface QuoteInput {
  readonly expertId: string;
  readonly buyer: { readonly accountId: string | null; readonly country: string };
  readonly price: {
    readonly model: 'per_session' | 'per_minute';
    /** As the expert listed it: with tax where the buyer's country shows prices so, else without. */
    readonly unit: Money;
    readonly sessionMinutes: number | null;
    readonly freeMinutes: number;
  };
  /** Ceiling by the minute, length by the session. */
  readonly minutes: number;
  readonly service: ServiceFactsInput;
  /** Of whoever reads the quote; English when left out. */
  readonly language?: string;
}

export interface QuoteView {
  /** Per minute or per session, all taxes included: what the meter counts with. */
  readonly unit: Money;
  readonly minutes: number;
  /** All taxes included; what is held. */
  readonly ceiling: Money;
  /** Whether the buyer's country shows prices with the tax in them. */
  readonly taxIncluded: boolean;
  readonly tax: { readonly ratePercent: string; readonly amount: Money; readonly label: string };
  /** The ceiling without tax. */
  readonly net: Money;
  /** What the expert is paid of the ceiling, after commission and the tax on it. */
  readonly expertNet: Money;
}

export type QuoteVerdict = Verdict<QuoteView, QuoteRefusal>;

/** What a session would cost at most, with its tax, before anything is agreed. */
@Injectable()
export class QuoteSale {
  constructor(
    private readonly tax: TaxFacade,
    private readonly sellers: Sellers,
    private readonly gateway: PaymentGateway,
    private readonly parts: QuoteParts,
    private readonly clock: Clock,
  ) {}

  async run(input: QuoteInput): Promise<QuoteVerdict> {
    return this.quote(input, await this.sellers.of(input.expertId));
  }

  /** Many at once, in their order; null for an expert who has no account. */
  async runEach(inputs: readonly QuoteInput[]): Promise<(QuoteVerdict | null)[]> {
    const sellers = await this.sellers.ofEach(inputs.map(({ expertId }) => expertId));
    return Promise.all(
      inputs.map(async (input) => {
        const seller = sellers.get(input.expertId);
        return seller ? this.quote(input, seller) : null;
      }),
    );
  }

  private async quote(input: QuoteInput, seller: SellerProfile): Promise<QuoteVerdict> {
    const { country } = seller.facts;
    if (country !== undefined && !(await this.gateway.canPayTo(country)))
      return refuse({ code: 'billing.expert_not_payable', facts: { country } });
    const isInclusive = this.tax.consumerDisplay(input.buyer.country) === 'inclusive';
    const listed = input.price.unit;
    const unit = isInclusive ? accept(listed) : await this.withTax(listed, input, seller);
    if (!unit.ok) return unit;
    const { model, freeMinutes } = input.price;
    const terms = { model, freeMinutes, unit: unit.value };
    const ceiling = priceOf(terms, input.minutes * 60, null);
    const tooSmall = this.belowMinimum(ceiling);
    if (tooSmall) return refuse(tooSmall);
    const sale = await this.tax.quoteSale(this.saleOf(ceiling, 'inclusive', input, seller));
    if (!sale.ok) return refuse({ code: sale.refusal.code, facts: sale.refusal.facts });
    const parts = await this.parts.of(ceiling, sale.value, seller.facts);
    if (!parts.ok) return parts;
    return accept({
      unit: unit.value,
      minutes: input.minutes,
      ceiling,
      taxIncluded: isInclusive,
      tax: this.taxOf(sale.value, input.language ?? 'en'),
      net: money(sale.value.netMinor, ceiling.currency),
      expertNet: parts.value.payout,
    });
  }

  private taxOf(sale: TaxDecisionView, language: string): QuoteView['tax'] {
    return {
      ratePercent: sale.ratePercent,
      amount: money(sale.taxMinor, sale.currency),
      label: this.tax.nameOfTax(sale, language),
    };
  }

  private belowMinimum(ceiling: Money): QuoteRefusal | null {
    const minimumMinor = this.gateway.minimumMinorOf(ceiling.currency);
    if (ceiling.amountMinor === 0n || ceiling.amountMinor >= minimumMinor) return null;
    return {
      code: 'billing.below_minimum',
      facts: { minimum: toMoneyJson(money(minimumMinor, ceiling.currency)) },
    };
  }

  /** A price that was listed without tax, as this buyer pays it. */
  private async withTax(
    listed: Money,
    input: QuoteInput,
    seller: SellerProfile,
  ): Promise<Verdict<Money, QuoteRefusal>> {
    const sale = await this.tax.quoteSale(this.saleOf(listed, 'exclusive', input, seller));
    return sale.ok
      ? accept(money(sale.value.grossMinor, listed.currency))
      : refuse({ code: sale.refusal.code, facts: sale.refusal.facts });
  }

  private saleOf(
    price: Money,
    taxBehavior: 'inclusive' | 'exclusive',
    { buyer, service }: QuoteInput,
    seller: SellerProfile,
  ): Parameters<TaxFacade['quoteSale']>[0] {
    return {
      at: this.clock.now(),
      seller: seller.facts,
      evidence: seller.evidence,
      buyer: { country: buyer.country, status: 'consumer' },
      service: serviceFactsOf(service),
      price: { ...price, taxBehavior },
    };
  }
}

export function serviceFactsOf(service: ServiceFactsInput): ServiceFacts {
  const { taxCategory: category, live, human, format, recordingSold } = service;
  return { category, live, human, format, recordingSold };
}
