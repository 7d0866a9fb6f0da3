import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { BillingFacade } from '../../modules/billing/index.js';
import {
  type BookingView,
  SchedulingFacade,
  WrongStateError,
} from '../../modules/scheduling/index.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../shared/domain-error.js';
import { type Money, zero } from '../../shared/money.js';
import {
  type CancellationRule,
  cancellationRule,
  FREE_UNTIL_HOURS_BEFORE,
} from './cancellation-rule.js';

export class CancellationTooLateError extends DomainError {
  constructor() {
    super(
      'refused',
      'cancel_booking.too_late',
      'a learner can cancel until a day before the start',
      { hoursBefore: FREE_UNTIL_HOURS_BEFORE },
    );
  }
}

export interface CancellationPreview {
  readonly rule: CancellationRule;
  /** What is held now and would be let go. */
  readonly refund: Money;
}

/** Calling a booking off by the rule that was shown before paying; the money is let go by the event that follows. */
@Injectable()
export class CancelBooking {
  constructor(
    private readonly scheduling: SchedulingFacade,
    private readonly billing: BillingFacade,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError, WrongStateError when there is nothing to cancel */
  async preview(bookingId: string, personId: string): Promise<CancellationPreview> {
    const booking = await this.scheduling.booking(bookingId, personId);
    if (booking.state !== 'confirmed') throw new WrongStateError('booking', booking.state);
    const rule = this.ruleFor(booking, personId);
    const held =
      booking.paymentId === null ? null : (await this.billing.payment(booking.paymentId)).amount;
    return { rule, refund: held && rule !== 'too_late' ? held : zero(held?.currency ?? 'EUR') };
  }

  /** @throws NotFoundError, WrongStateError, CancellationTooLateError */
  async cancel(bookingId: string, personId: string): Promise<void> {
    const booking = await this.scheduling.booking(bookingId, personId);
    if (this.ruleFor(booking, personId) === 'too_late') throw new CancellationTooLateError();
    await this.scheduling.cancelBooking(bookingId, roleOf(booking, personId));
  }

  private ruleFor(booking: BookingView, personId: string): CancellationRule {
    return cancellationRule(
      roleOf(booking, personId),
      Temporal.Instant.from(booking.startsAt),
      this.clock.now(),
    );
  }
}

function roleOf(booking: BookingView, personId: string): 'learner' | 'expert' {
  return booking.learnerId === personId ? 'learner' : 'expert';
}
