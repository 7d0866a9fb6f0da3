import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { News } from '../../../shared/domain-event.js';
import type { PaymentEvent } from '../domain/billing.events.js';
import { advance, type PaymentStanding } from '../domain/payment.js';
import type { PaymentRecord } from '../persistence/payment.records.js';
import { PaymentRepository } from '../persistence/payment.repository.js';
import type { ProviderIntent } from './ports.js';

/** Why a payment failed of which the provider had never heard when it was asked. */
export const NOT_SENT = 'not_sent';
/** Rivals (a webhook, the sweeper, the caller) each move a payment on once; more turns than this cannot be. */
const TURNS_MAX = 8;

/** Brings what we know of a payment up to what was seen at the provider; late and doubled sights change nothing. */
@Injectable()
export class PaymentStandings {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async apply(paymentId: string, seen: ProviderIntent): Promise<PaymentRecord> {
    for (let turn = 0; turn < TURNS_MAX; turn += 1) {
      const known = await this.payments.load(paymentId);
      const next = advance(known, seen);
      if (!next) return known;
      if (await this.move(known, next, seen)) return this.payments.load(paymentId);
    }
    throw new Error(`payment ${paymentId} could not be moved on`);
  }

  /** It never reached the provider, so nothing is held. Should it arrive there after all, the sweeper's next look releases it. */
  async abandon(known: PaymentRecord): Promise<PaymentRecord> {
    if (known.state !== 'created') return known;
    await this.move(
      known,
      { state: 'failed', capturedMinor: 0n, refundedMinor: 0n, failure: NOT_SENT },
      null,
    );
    return this.payments.load(known.id);
  }

  private move(
    known: PaymentRecord,
    next: PaymentStanding,
    seen: ProviderIntent | null,
  ): Promise<boolean> {
    return this.unitOfWork.run(async () => {
      const isMoved = await this.payments.advance(known, {
        ...next,
        changedAt: this.clock.now(),
        providerRef: seen?.id ?? known.providerRef,
        cardBrand: seen?.card?.brand ?? known.cardBrand,
        cardLastFour: seen?.card?.lastFour ?? known.cardLastFour,
        holdEndsAt: next.state === 'authorised' ? (seen?.holdEndsAt ?? null) : null,
      });
      if (!isMoved) return false;
      const news = newsOf(known, next);
      if (news) await this.outbox.publish(news);
      return true;
    });
  }
}

function newsOf(payment: PaymentRecord, next: PaymentStanding): News<PaymentEvent> | null {
  const { id, payerId, purposeKind, purposeId, currency } = payment;
  const facts = { paymentId: id, payerId, purposeKind, purposeId, currency };
  switch (next.state) {
    case 'created':
    case 'authentication_needed':
      return null;
    case 'authorised':
      return {
        aggregateId: id,
        name: 'billing.payment.authorised',
        data: { ...facts, amountMinor: payment.amountMinor.toString() },
      };
    case 'failed':
      return {
        aggregateId: id,
        name: 'billing.payment.failed',
        data: { ...facts, failure: next.failure },
      };
    case 'voided':
    case 'expired':
      return {
        aggregateId: id,
        name: 'billing.payment.voided',
        data: { ...facts, reason: next.state === 'expired' ? 'expired' : 'released' },
      };
    case 'captured':
      return {
        aggregateId: id,
        name: 'billing.payment.captured',
        data: { ...facts, capturedMinor: next.capturedMinor.toString() },
      };
    case 'partially_refunded':
    case 'refunded':
      return {
        aggregateId: id,
        name: 'billing.payment.refunded',
        data: { ...facts, refundedMinor: next.refundedMinor.toString() },
      };
  }
}
