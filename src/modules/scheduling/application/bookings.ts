import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { OnJob } from '../../../platform/outbox/handlers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { type Booking, type BookingParty, canBecome, checkConfirmable } from '../domain/booking.js';
import { cancellationOf, type CancellationRule } from '../domain/cancellation-policy.js';
import {
  CancellationChangedError,
  CancellationTooLateError,
  HoldExpiredError,
  WrongStateError,
} from '../domain/scheduling.errors.js';
import { type BookingChanges, BookingRepository } from '../persistence/booking.repository.js';
import { Announcer } from './announcer.js';
import { Appointments } from './appointments.js';
import { BookingNotices, holdJobKey } from './booking-notices.js';
import { bookingFactsOf } from './booking-view.js';
import { Presence } from './presence.js';

/** What becomes of a booking after its slot was held. Every step can be repeated without harm. */
@Injectable()
export class Bookings {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly appointments: Appointments,
    private readonly notices: BookingNotices,
    private readonly presence: Presence,
    private readonly announcer: Announcer,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError, HoldExpiredError, WrongStateError */
  async confirm(id: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      const now = this.clock.now();
      const booking = await this.become(id, 'confirmed', (before) => {
        const verdict = checkConfirmable(before, now);
        if (!verdict.ok && verdict.refusal === 'hold-expired') throw new HoldExpiredError();
        return { holdEndsAt: null };
      });
      if (!booking) return;
      await this.appointments.keep(booking.appointmentId, [booking.learnerId]);
      await this.outbox.cancel(holdJobKey(id));
      await this.notices.plan(booking, now);
      await this.announcer.announce('scheduling.booking.confirmed', id, {
        ...bookingFactsOf(booking),
        paymentId: booking.paymentId,
      });
    });
  }

  /** Gives a hold back; does nothing when it is gone already. @throws NotFoundError, WrongStateError */
  async release(id: string): Promise<void> {
    const booking = await this.bookings.byId(id);
    if (booking.state === 'expired') return;
    if (booking.state !== 'held') throw new WrongStateError('booking', booking.state);
    await this.expire(booking);
  }

  /** @throws NotFoundError, WrongStateError, CancellationTooLateError, CancellationChangedError */
  async cancel(id: string, by: BookingParty, shownRule?: CancellationRule): Promise<void> {
    await this.unitOfWork.run(async () => {
      const now = this.clock.now();
      const booking = await this.become(id, 'cancelled', (before) => {
        assertCancellable(before, by, now, shownRule);
        return { endedBy: by };
      });
      if (!booking) return;
      await this.appointments.release(booking.appointmentId);
      await this.notices.forget(id);
      await this.announcer.announce('scheduling.booking.cancelled', id, {
        ...bookingFactsOf(booking),
        by,
        chargePercent: cancellationOf(booking, by, now).chargePercent,
        sequence: booking.sequence,
        paymentId: booking.paymentId,
      });
      await this.presence.refresh([booking.expertId, booking.learnerId]);
    });
  }

  /** @throws NotFoundError, WrongStateError */
  async mark(id: string, state: 'live' | 'completed' | 'no_show', by: BookingParty): Promise<void> {
    const now = await this.bookings.byId(id);
    // A repeated call finds its work done, and what came after it too.
    if (state === 'live' && now.state === 'completed') return;
    await this.become(id, state, () => (state === 'no_show' ? { endedBy: by } : {}));
    if (state === 'live') return;
    await this.appointments.end(now.appointmentId);
  }

  @OnJob('scheduling.expire-hold')
  async expireHold({ bookingId }: { bookingId: string }): Promise<void> {
    const booking = await this.bookings.byId(bookingId);
    if (booking.state === 'held') await this.expire(booking);
  }

  /**
   * Moves the booking on; a call that came at the same time may have done so first, which is seen
   * by looking again.
   *
   * @returns the booking as it was, or null when it is in that state already
   */
  private async become(
    id: string,
    to: Booking['state'],
    changesOf: (before: Booking) => BookingChanges,
  ): Promise<Booking | null> {
    for (;;) {
      const booking = await this.bookings.byId(id);
      if (booking.state === to) return null;
      const changes = changesOf(booking);
      if (!canBecome(booking.state, to)) throw new WrongStateError('booking', booking.state);
      if (await this.bookings.move(id, booking.state, to, changes)) return booking;
    }
  }

  private async expire(booking: Booking): Promise<void> {
    await this.unitOfWork.run(async () => {
      if (!(await this.bookings.move(booking.id, 'held', 'expired'))) return;
      await this.appointments.release(booking.appointmentId);
      await this.outbox.cancel(holdJobKey(booking.id));
      const { paymentId } = await this.bookings.byId(booking.id);
      await this.announcer.announce('scheduling.booking.expired', booking.id, {
        ...bookingFactsOf(booking),
        paymentId,
      });
      await this.presence.refresh([booking.expertId, booking.learnerId]);
    });
  }
}

/** @param shownRule what the person was told it would mean; left out where nobody was asked */
function assertCancellable(
  booking: Booking,
  by: BookingParty,
  now: Temporal.Instant,
  shownRule: CancellationRule | undefined,
): void {
  if (booking.state !== 'confirmed') return;
  const { rule } = cancellationOf(booking, by, now);
  if (rule === 'too_late') throw new CancellationTooLateError();
  if (shownRule !== undefined && shownRule !== rule) throw new CancellationChangedError();
}
