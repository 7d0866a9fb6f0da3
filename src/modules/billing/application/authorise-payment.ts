import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { type FieldProblem, InvalidInputError } from '../../../shared/domain-error.js';
import { type Money, toMoneyJson } from '../../../shared/money.js';
import { BelowProviderMinimumError, BillingKeyReusedError } from '../domain/billing.errors.js';
import { type CardTrace, checkCard, type PaymentCard, traceOf } from '../domain/card.js';
import type { PaymentRecord } from '../persistence/payment.records.js';
import { PaymentRepository } from '../persistence/payment.repository.js';
import { type GatewayCall, GatewayCalls } from './gateway-calls.js';
import { PaymentStandings } from './payment-standing.js';
import { PaymentGateway } from './ports.js';
import { firstSweep } from './sweep-payments.js';

export interface AuthoriseInput {
  /** The caller's own; the same key again gives the same payment. */
  readonly key: string;
  readonly payerId: string;
  readonly amount: Money;
  readonly card: PaymentCard;
  readonly purpose: { readonly kind: PaymentRecord['purposeKind']; readonly id: string };
}

@Injectable()
export class AuthorisePayment {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly calls: GatewayCalls,
    private readonly standings: PaymentStandings,
    private readonly gateway: PaymentGateway,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async run(input: AuthoriseInput): Promise<PaymentRecord> {
    this.check(input);
    const payment = await this.once(input);
    if (payment.state !== 'created') return payment;
    const { amount, card } = input;
    const call = authoriseCall(payment);
    const intent = await this.calls.send(call, () =>
      this.gateway.authorise({ key: call.key, reference: payment.id, amount, card }),
    );
    return this.standings.apply(payment.id, intent);
  }

  private check({ amount, card }: AuthoriseInput): void {
    const problems = this.problemsOf(card);
    if (problems.length > 0) throw new InvalidInputError(problems);
    const minimumMinor = this.gateway.minimumMinorOf(amount.currency);
    if (amount.amountMinor < minimumMinor)
      throw new BelowProviderMinimumError(minimumMinor, amount.currency);
  }

  /** A number where the provider has a form of its own is refused unread: it should never have come here. */
  private problemsOf(card: PaymentCard): FieldProblem[] {
    const isToken = 'token' in card;
    if (isToken !== (this.gateway.form === 'providers'))
      return [{ field: 'payment', rule: 'payment_form' }];
    return isToken ? [] : checkCard(card, this.clock.now().toString().slice(0, 7));
  }

  /** The payment of this key, made if it is new. */
  private async once(input: AuthoriseInput): Promise<PaymentRecord> {
    const record = this.recordOf(input);
    try {
      await this.unitOfWork.run(async () => {
        await this.payments.add(record);
        await this.calls.write(authoriseCall(record));
        await this.outbox.schedule(firstSweep(record.id, record.createdAt));
      });
      return record;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    const known = await this.payments.byRequestKey(input.key);
    if (!known || !isSame(known, record)) throw new BillingKeyReusedError(input.key);
    return known;
  }

  private recordOf({ key, payerId, amount, card, purpose }: AuthoriseInput): PaymentRecord {
    const { brand, lastFour } = 'token' in card ? NOT_KNOWN_YET : traceOf(card);
    const now = this.clock.now();
    return {
      id: this.ids.next(),
      requestKey: key,
      payerId,
      purposeKind: purpose.kind,
      purposeId: purpose.id,
      amountMinor: amount.amountMinor,
      currency: amount.currency,
      capturedMinor: 0n,
      refundedMinor: 0n,
      state: 'created',
      failure: null,
      provider: this.gateway.name,
      providerRef: null,
      cardBrand: brand,
      cardLastFour: lastFour,
      holdEndsAt: null,
      createdAt: now,
      changedAt: now,
    };
  }
}

/** Of a token the provider tells brand and digits with its first answer. */
const NOT_KNOWN_YET: CardTrace = { brand: '', lastFour: '' };

function authoriseCall({ id, amountMinor, currency }: PaymentRecord): GatewayCall {
  return {
    key: `authorise:${id}`,
    paymentId: id,
    operation: 'authorise',
    request: { amount: toMoneyJson({ amountMinor, currency }) },
  };
}

function isSame(a: PaymentRecord, b: PaymentRecord): boolean {
  return (
    a.payerId === b.payerId &&
    a.purposeKind === b.purposeKind &&
    a.purposeId === b.purposeId &&
    a.amountMinor === b.amountMinor &&
    a.currency === b.currency &&
    (b.cardLastFour === '' || a.cardLastFour === b.cardLastFour)
  );
}
