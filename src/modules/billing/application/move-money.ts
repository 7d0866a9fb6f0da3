import { Injectable } from '@nestjs/common';
import { type Money, toMoneyJson } from '../../../shared/money.js';
import { PaymentStateError } from '../domain/billing.errors.js';
import type { PaymentRecord } from '../persistence/payment.records.js';
import { PaymentRepository } from '../persistence/payment.repository.js';
import { type GatewayCall, GatewayCalls } from './gateway-calls.js';
import { PaymentStandings } from './payment-standing.js';
import { PaymentGateway } from './ports.js';

/** Takes what is held, and gives back what was taken. */
@Injectable()
export class MoveMoney {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly calls: GatewayCalls,
    private readonly standings: PaymentStandings,
    private readonly gateway: PaymentGateway,
  ) {}

  /**
   * Captures the amount and releases the rest. The answer may also say that the money could not be had
   * (`failed`, `expired`).
   *
   * @throws PaymentStateError when nothing was held
   */
  async capture(paymentId: string, amount: Money): Promise<PaymentRecord> {
    const payment = await this.payments.load(paymentId);
    if (payment.state !== 'authorised') {
      if (payment.state === 'created' || payment.state === 'authentication_needed')
        throw new PaymentStateError('capture', payment.state);
      return payment;
    }
    const call = callOf(`capture:${paymentId}`, payment, 'capture', amount);
    const intent = await this.calls.send(call, () =>
      this.gateway.capture({ key: call.key, intentId: refOf(payment), amount }),
    );
    return this.standings.apply(paymentId, intent);
  }

  /** @throws PaymentStateError when nothing was captured, PaymentProviderRefusedError when it is more than is left */
  async refund(paymentId: string, amount: Money, key: string): Promise<PaymentRecord> {
    const payment = await this.payments.load(paymentId);
    const call = callOf(`refund:${paymentId}:${key}`, payment, 'refund', amount);
    const intent = await this.calls.send(call, () => {
      if (payment.state !== 'captured' && payment.state !== 'partially_refunded')
        throw new PaymentStateError('refund', payment.state);
      return this.gateway.refund({ key: call.key, intentId: refOf(payment), amount });
    });
    return this.standings.apply(paymentId, intent);
  }

  async answerChallenge(
    payment: PaymentRecord,
    outcome: 'approved' | 'failed',
  ): Promise<PaymentRecord> {
    if (payment.state !== 'authentication_needed') return payment;
    const key = `challenge:${payment.id}`;
    const answer = { key, intentId: refOf(payment), outcome };
    // A look changes nothing, and the bank may take its time: what it said so far is not kept as the answer.
    const intent =
      this.gateway.form === 'providers'
        ? await this.gateway.answerChallenge(answer)
        : await this.calls.send(
            { key, paymentId: payment.id, operation: 'challenge', request: { outcome } },
            () => this.gateway.answerChallenge(answer),
          );
    return this.standings.apply(payment.id, intent);
  }
}

function callOf(
  key: string,
  { id }: PaymentRecord,
  operation: 'capture' | 'refund',
  amount: Money,
): GatewayCall {
  return { key, paymentId: id, operation, request: { amount: toMoneyJson(amount) } };
}

function refOf({ id, providerRef }: PaymentRecord): string {
  if (providerRef === null) throw new Error(`payment ${id} is not known to its provider`);
  return providerRef;
}
