import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { OnJob } from '../../../platform/outbox/handlers.js';
import type { Job } from '../../../platform/outbox/job.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { isSettledWithProvider } from '../domain/payment.js';
import type { PaymentRecord } from '../persistence/payment.records.js';
import { PaymentRepository } from '../persistence/payment.repository.js';
import { NOT_SENT, PaymentStandings } from './payment-standing.js';
import { ReconcilePayment } from './reconcile-payment.js';
import { VoidPayment } from './void-payment.js';

const SWEEP = 'billing.sweep-payment';
/** Long after the longest call to a provider has ended or failed. */
const FIRST_MINUTES = 2;
const EVERY_MINUTES = 30;
/** Whoever has not answered the bank by now has gone away. */
const AUTHENTICATION_LIMIT_MINUTES = 60;

/** The first look after a payment, in case nobody tells us how it went on. */
export function firstSweep(paymentId: string, now: Temporal.Instant): Job {
  return sweepAt(paymentId, now.add({ minutes: FIRST_MINUTES }));
}

/** Asks the provider about everything that is still open, so that a lost webhook loses nothing. */
@Injectable()
export class SweepPayments {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly reconcile: ReconcilePayment,
    private readonly standings: PaymentStandings,
    private readonly voids: VoidPayment,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @OnJob(SWEEP)
  async run(payload: { readonly paymentId: string }): Promise<void> {
    const before = await this.payments.load(payload.paymentId);
    const after = await this.standingOf(before);
    const isOver = isSettledWithProvider(after.state) && after.failure !== NOT_SENT;
    // What never arrived is looked for once more, in case it was only slow.
    if (isOver || before.failure === NOT_SENT) return;
    const next = this.clock.now().add({ minutes: EVERY_MINUTES });
    await this.unitOfWork.run(() => this.outbox.schedule(sweepAt(after.id, next)));
  }

  private async standingOf(payment: PaymentRecord): Promise<PaymentRecord> {
    if (payment.failure === NOT_SENT) return this.reconcile.byId(payment.id);
    if (isSettledWithProvider(payment.state)) return payment;
    const intent = await this.reconcile.look(payment);
    if (!intent) return this.standings.abandon(payment);
    const known = await this.standings.apply(payment.id, intent);
    return known.state === 'authentication_needed' && this.isForgotten(known)
      ? this.voids.run(known.id, `forgotten:${known.id}`)
      : known;
  }

  private isForgotten({ createdAt }: PaymentRecord): boolean {
    const limit = createdAt.add({ minutes: AUTHENTICATION_LIMIT_MINUTES });
    return Temporal.Instant.compare(this.clock.now(), limit) >= 0;
  }
}

function sweepAt(paymentId: string, dueAt: Temporal.Instant): Job {
  return {
    name: SWEEP,
    key: `billing-sweep:${paymentId}`,
    dueAt: dueAt.toString(),
    payload: { paymentId },
  };
}
