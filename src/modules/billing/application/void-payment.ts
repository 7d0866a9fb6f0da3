import { Injectable } from '@nestjs/common';
import { PaymentStateError } from '../domain/billing.errors.js';
import type { PaymentRecord } from '../persistence/payment.records.js';
import { PaymentRepository } from '../persistence/payment.repository.js';
import { GatewayCalls } from './gateway-calls.js';
import { PaymentStandings } from './payment-standing.js';
import { PaymentGateway } from './ports.js';
import { ReconcilePayment } from './reconcile-payment.js';

@Injectable()
export class VoidPayment {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly calls: GatewayCalls,
    private readonly standings: PaymentStandings,
    private readonly reconcile: ReconcilePayment,
    private readonly gateway: PaymentGateway,
  ) {}

  /** Lets go of what is held; what holds nothing any more stays as it is. @throws PaymentStateError when it was captured */
  async run(paymentId: string, key: string): Promise<PaymentRecord> {
    const payment = await this.payments.load(paymentId);
    switch (payment.state) {
      case 'voided':
      case 'expired':
      case 'failed':
        return payment;
      case 'captured':
      case 'partially_refunded':
      case 'refunded':
        throw new PaymentStateError('void', payment.state);
      case 'created':
      case 'authentication_needed':
      case 'authorised':
        return this.release(payment, key);
    }
  }

  private async release(payment: PaymentRecord, key: string): Promise<PaymentRecord> {
    const intent = await this.reconcile.look(payment);
    if (!intent) return this.standings.abandon(payment);
    const call = {
      key: `void:${payment.id}:${key}`,
      paymentId: payment.id,
      operation: 'release' as const,
      request: {},
    };
    const released = await this.calls.send(call, () =>
      this.gateway.release({ key: call.key, intentId: intent.id }),
    );
    const after = await this.standings.apply(payment.id, released);
    if (after.state === 'captured') throw new PaymentStateError('void', after.state);
    return after;
  }
}
