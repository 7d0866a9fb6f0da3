import { Injectable } from '@nestjs/common';
import { BillingFacade } from '../../modules/billing/index.js';
import {
  type BookingView,
  type CancellationRule,
  SchedulingFacade,
} from '../../modules/scheduling/index.js';
import { type Money, subtract, zero } from '../../shared/money.js';
import { chargeOf } from './late-charge.js';

export interface CancellationPreview {
  readonly rule: CancellationRule;
  /** What is held now and would be let go. */
  readonly refund: Money;
  /** What would be taken of it. */
  readonly charge: Money;
}

/** Calling a booking off by the rule that was agreed; the money follows with the event. */
@Injectable()
export class CancelBooking {
  constructor(
    private readonly scheduling: SchedulingFacade,
    private readonly billing: BillingFacade,
  ) {}

  /** @throws NotFoundError, WrongStateError when there is nothing to cancel */
  async preview(bookingId: string, personId: string): Promise<CancellationPreview> {
    const booking = await this.scheduling.booking(bookingId, personId);
    const { rule, chargePercent } = await this.scheduling.cancellation(
      bookingId,
      roleOf(booking, personId),
    );
    if (booking.paymentId === null) return { rule, refund: zero('EUR'), charge: zero('EUR') };
    const { amount } = await this.billing.payment(booking.paymentId);
    const charge = rule === 'too_late' ? amount : chargeOf(amount, chargePercent);
    return { rule, refund: subtract(amount, charge), charge };
  }

  /**
   * @param shownRule what the person was shown; another one by now is refused
   * @throws NotFoundError, WrongStateError, CancellationTooLateError, CancellationChangedError
   */
  async cancel(bookingId: string, personId: string, shownRule?: CancellationRule): Promise<void> {
    const booking = await this.scheduling.booking(bookingId, personId);
    await this.scheduling.cancelBooking(bookingId, roleOf(booking, personId), shownRule);
  }
}

function roleOf(booking: BookingView, personId: string): 'learner' | 'expert' {
  return booking.learnerId === personId ? 'learner' : 'expert';
}
