import { Injectable } from '@nestjs/common';
import { mustBeReleased } from '../domain/payment.js';
import type { PaymentRecord } from '../persistence/payment.records.js';
import { PaymentRepository } from '../persistence/payment.repository.js';
import { GatewayCalls } from './gateway-calls.js';
import { PaymentStandings } from './payment-standing.js';
import { PaymentGateway, type ProviderIntent } from './ports.js';

/** Asks the provider how a payment stands and follows it; whatever a message claimed plays no part. */
@Injectable()
export class ReconcilePayment {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly calls: GatewayCalls,
    private readonly standings: PaymentStandings,
    private readonly gateway: PaymentGateway,
  ) {}

  /** @returns null for an intent that belongs to no payment of ours */
  async byProviderRef(providerRef: string): Promise<PaymentRecord | null> {
    const intent = await this.gateway.find(providerRef);
    if (!intent) return null;
    const payment =
      (await this.payments.byProvider(this.gateway.name, providerRef)) ??
      (await this.payments.find(intent.reference));
    return payment ? this.follow(payment.id, intent) : null;
  }

  /** @throws NotFoundError */
  async byId(paymentId: string): Promise<PaymentRecord> {
    const payment = await this.payments.load(paymentId);
    const intent = await this.look(payment);
    return intent ? this.follow(paymentId, intent) : payment;
  }

  /** @returns null when the provider has never heard of the payment */
  async look(payment: PaymentRecord): Promise<ProviderIntent | null> {
    return payment.providerRef === null
      ? this.gateway.findByReference(payment.id)
      : this.gateway.find(payment.providerRef);
  }

  private async follow(paymentId: string, intent: ProviderIntent): Promise<PaymentRecord> {
    const payment = await this.standings.apply(paymentId, intent);
    if (mustBeReleased(payment.state, intent)) {
      const key = `release-given-up:${paymentId}`;
      await this.calls.send({ key, paymentId, operation: 'release', request: {} }, () =>
        this.gateway.release({ key, intentId: intent.id }),
      );
    }
    return payment;
  }
}
