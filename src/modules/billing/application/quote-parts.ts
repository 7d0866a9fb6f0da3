import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { AppConfig } from '../../../platform/config/config.js';
import { type Money, money, subtract, zero } from '../../../shared/money.js';
import { refuse, type Verdict } from '../../../shared/verdict.js';
import {
  type SellerFacts,
  type TaxDecisionView,
  TaxFacade,
  type TaxRefusalView,
} from '../../tax/index.js';
import { commissionOn } from '../domain/commission.js';
import { type CollectedParts, splitCollected } from '../domain/split-collected.js';

/** `code` is stable; `tax.*` are the engine's own reasons. */
export interface QuoteRefusal {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Who would get which part of what a learner pays. What is withheld by law is known only when it is settled. */
@Injectable()
export class QuoteParts {
  constructor(
    private readonly tax: TaxFacade,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  async of(
    collected: Money,
    sale: TaxDecisionView,
    expert: SellerFacts,
  ): Promise<Verdict<CollectedParts, QuoteRefusal | TaxRefusalView>> {
    const { currency } = collected;
    const net = money(sale.netMinor, currency);
    const commission = commissionOn(collected, net, this.config.commission);
    const feeTax = await this.tax.quoteCommission({
      at: this.clock.now(),
      expert,
      fee: { ...commission, taxBehavior: 'exclusive' },
      underlyingPlace: sale.placeOfSupply,
    });
    if (!feeTax.ok) return feeTax;
    const parts = splitCollected(collected, {
      commission,
      commissionTax: money(feeTax.value.taxMinor, currency),
      withheld: zero(currency),
      taxOwed: sale.liable === 'platform' ? subtract(collected, net) : zero(currency),
    });
    return parts.ok ? parts : refuse({ code: `billing.${parts.refusal}`, facts: {} });
  }
}
