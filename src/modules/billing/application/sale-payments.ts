import { Injectable } from '@nestjs/common';
import { money } from '../../../shared/money.js';
import { giveBackTo, takeFromHolds } from '../domain/holds.js';
import type { PaymentRecord } from '../persistence/payment.records.js';
import { PaymentRepository } from '../persistence/payment.repository.js';
import type { SaleRecord } from '../persistence/sale.records.js';
import { MoveMoney } from './move-money.js';
import { PaymentGateway } from './ports.js';
import type { SaleTerms } from './sale-terms.js';
import { VoidPayment } from './void-payment.js';

/** The holds of a sale, in the order in which they were made: the first, then one for each time that was added. */
export function paymentIdsOf({ paymentId, terms }: SaleRecord): string[] {
  const more = (terms as SaleTerms).asked.morePaymentIds ?? [];
  return [...(paymentId === null ? [] : [paymentId]), ...more];
}

/** Money of one sale that lies on several cards or holds. */
@Injectable()
export class SalePayments {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly moves: MoveMoney,
    private readonly voids: VoidPayment,
    private readonly gateway: PaymentGateway,
  ) {}

  /**
   * Captures what the sale costs, first from the first hold, and releases the rest of all.
   *
   * @returns what could be had; less than the sale costs where a hold failed meanwhile
   */
  async capture(sale: SaleRecord): Promise<{ collectedMinor: bigint; provider: string }> {
    const holds = await this.load(sale);
    const shares = takeFromHolds(
      sale.grossMinor,
      holds.map(availableMinor),
      this.gateway.minimumMinorOf(sale.currency),
    );
    let collectedMinor = 0n;
    for (const [index, { id }] of holds.entries()) {
      const share = shares[index] ?? 0n;
      if (share === 0n) await this.voids.run(id, `settle:${sale.sessionId}`);
      else collectedMinor += (await this.take(id, share, sale.currency)).capturedMinor;
    }
    return { collectedMinor, provider: holds[0]?.provider ?? this.gateway.name };
  }

  async release(sale: SaleRecord): Promise<void> {
    for (const id of paymentIdsOf(sale)) await this.voids.run(id, `settle:${sale.sessionId}`);
  }

  /** @param beforeMinor what went back of the sale before */
  async refund(
    sale: SaleRecord,
    beforeMinor: bigint,
    amountMinor: bigint,
    key: string,
  ): Promise<void> {
    const taken = await this.load(sale);
    const shares = giveBackTo(
      beforeMinor,
      amountMinor,
      taken.map(({ capturedMinor }) => capturedMinor),
    );
    for (const [index, { id }] of taken.entries()) {
      const share = shares[index] ?? 0n;
      if (share > 0n) await this.moves.refund(id, money(share, sale.currency), key);
    }
  }

  private take(id: string, minor: bigint, currency: string): Promise<PaymentRecord> {
    return this.moves.capture(id, money(minor, currency));
  }

  private load(sale: SaleRecord): Promise<PaymentRecord[]> {
    return Promise.all(paymentIdsOf(sale).map((id) => this.payments.load(id)));
  }
}

/** Of a hold that is gone nothing can be had. */
function availableMinor({ state, amountMinor }: PaymentRecord): bigint {
  return state === 'failed' || state === 'voided' || state === 'expired' ? 0n : amountMinor;
}
