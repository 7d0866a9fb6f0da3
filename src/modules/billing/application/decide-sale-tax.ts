import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { fromMoneyJson, money, type Money, zero } from '../../../shared/money.js';
import { type StoredTaxDecisionView, TaxFacade } from '../../tax/index.js';
import { SettlementBlockedError } from '../domain/billing.errors.js';
import { commissionOn } from '../domain/commission.js';
import type { SaleAccounts } from '../domain/sale-postings.js';
import { type CollectedParts, splitCollected } from '../domain/split-collected.js';
import { serviceFactsOf } from './quote-sale.js';
import type { SaleTerms } from './sale-terms.js';

export interface DecidedSale {
  readonly collected: Money;
  readonly sale: StoredTaxDecisionView;
  /** Null when there is no commission. */
  readonly commission: StoredTaxDecisionView | null;
  readonly parts: CollectedParts;
  readonly accounts: Omit<SaleAccounts, 'provider'>;
}

interface KeyedTerms extends SaleTerms {
  readonly key: string;
}

/** Decides the tax of a sale and of the commission on it for good, once per session, and what remains for whom. */
@Injectable()
export class DecideSaleTax {
  constructor(private readonly tax: TaxFacade) {}

  /**
   * @param collectedMinor what could be had, where that is less than what was asked
   * @throws SettlementBlockedError when a law gives no answer
   */
  async run(asked: SaleTerms, collectedMinor?: bigint): Promise<DecidedSale> {
    const { expertId } = asked.asked;
    const whole = fromMoneyJson(asked.asked.gross);
    const collected = collectedMinor === undefined ? whole : money(collectedMinor, whole.currency);
    // A decision is made once per key; of less than what was asked it is another one.
    const key = collectedMinor === undefined ? '' : `:${collectedMinor}`;
    const terms = { ...asked, key };
    const sale = await this.decideSale(terms, collected);
    const fee = commissionOn(collected, money(sale.netMinor, sale.currency), terms.commission);
    const commission = await this.decideCommission(terms, fee, sale.placeOfSupply);
    const { currency } = collected;
    const withheld = await this.withheld(terms, sale);
    const parts = splitCollected(collected, {
      commission: fee,
      commissionTax: money(commission?.taxMinor ?? 0n, currency),
      withheld,
      taxOwed: sale.liable === 'platform' ? money(sale.taxMinor, currency) : zero(currency),
    });
    if (!parts.ok) throw new SettlementBlockedError(parts.refusal, {});
    return {
      collected,
      sale,
      commission,
      parts: parts.value,
      accounts: {
        expertId,
        saleTaxPlace: sale.placeOfSupply,
        commissionTaxPlace: commission?.placeOfSupply ?? sale.placeOfSupply,
        withholdingPlace: terms.seller.facts.country ?? sale.placeOfSupply,
      },
    };
  }

  private async decideSale(terms: KeyedTerms, gross: Money): Promise<StoredTaxDecisionView> {
    const { sessionId, learnerCountry, service, performedAt } = terms.asked;
    const verdict = await this.tax.decideSale(`sale:${sessionId}${terms.key}`, {
      at: Temporal.Instant.from(performedAt),
      seller: terms.seller.facts,
      evidence: terms.seller.evidence,
      buyer: { country: learnerCountry, status: 'consumer' },
      service: serviceFactsOf(service),
      price: { ...gross, taxBehavior: 'inclusive' },
    });
    if (!verdict.ok) throw new SettlementBlockedError(verdict.refusal.code, verdict.refusal.facts);
    return verdict.value;
  }

  private async decideCommission(
    terms: KeyedTerms,
    fee: Money,
    underlyingPlace: string,
  ): Promise<StoredTaxDecisionView | null> {
    if (fee.amountMinor === 0n) return null;
    const { sessionId, performedAt } = terms.asked;
    const verdict = await this.tax.decideCommission(`commission:${sessionId}${terms.key}`, {
      at: Temporal.Instant.from(performedAt),
      expert: terms.seller.facts,
      fee: { ...fee, taxBehavior: 'exclusive' },
      underlyingPlace,
    });
    if (!verdict.ok) throw new SettlementBlockedError(verdict.refusal.code, verdict.refusal.facts);
    return verdict.value;
  }

  private async withheld(terms: SaleTerms, sale: StoredTaxDecisionView): Promise<Money> {
    const verdict = await this.tax.quoteWithholding({
      date: Temporal.PlainDate.from(sale.date),
      expert: terms.seller.facts,
      netMinor: sale.netMinor,
      taxMinor: sale.taxMinor,
      grossMinor: sale.grossMinor,
      currency: sale.currency,
    });
    if (!verdict.ok) throw new SettlementBlockedError(verdict.refusal.code, verdict.refusal.facts);
    return money(verdict.value.totalMinor, sale.currency);
  }
}
