import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { OnJob } from '../../../platform/outbox/handlers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { type Booking, type BookingParty, canBecome, checkConfirmable } from '../domain/booking.js';
import { HoldExpiredError, WrongStateError } from '../domain/scheduling.errors.js';
import { BookingRepository } from '../persistence/booking.repository.js';
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
      const booking = await this.bookings.byId(id);
      if (booking.state === 'confirmed') return;
      const now = this.clock.now();
      const verdict = checkConfirmable(booking, now);
      if (!verdict.ok && verdict.refusal === 'wrong-state')
        throw new WrongStateError('booking', booking.state);
      // Between the reading and here the hold may have been cleared away.
      if (!verdict.ok || !(await this.bookings.move(id, 'held', 'confirmed', { holdEndsAt: null })))
        throw new HoldExpiredError();
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

  /** @throws NotFoundError, WrongStateError */
  async cancel(id: string, by: BookingParty): Promise<void> {
    await this.unitOfWork.run(async () => {
      const booking = await this.bookings.byId(id);
      if (booking.state === 'cancelled') return;
      await this.move(booking, 'cancelled', by);
      await this.appointments.release(booking.appointmentId);
      await this.notices.forget(id);
      await this.announcer.announce('scheduling.booking.cancelled', id, {
        ...bookingFactsOf(booking),
        by,
        paymentId: booking.paymentId,
      });
      await this.presence.refresh([booking.expertId, booking.learnerId]);
    });
  }

  /** @throws NotFoundError, WrongStateError */
  async mark(id: string, state: 'live' | 'completed' | 'no_show', by: BookingParty): Promise<void> {
    await this.unitOfWork.run(async () => {
      const booking = await this.bookings.byId(id);
      // A repeated call finds its work done, and what came after it too.
      if (booking.state === state || (state === 'live' && booking.state === 'completed')) return;
      await this.move(booking, state, state === 'no_show' ? by : null);
    });
    if (state === 'live') return;
    await this.appointments.end((await this.bookings.byId(id)).appointmentId);
  }

  @OnJob('scheduling.expire-hold')
  async expireHold({ bookingId }: { bookingId: string }): Promise<void> {
    const booking = await this.bookings.byId(bookingId);
    if (booking.state === 'held') await this.expire(booking);
  }

  private async move(
    booking: Booking,
    to: Booking['state'],
    by: BookingParty | null,
  ): Promise<void> {
    const { id, state } = booking;
    if (!canBecome(state, to)) throw new WrongStateError('booking', state);
    if (!(await this.bookings.move(id, state, to, by === null ? {} : { endedBy: by })))
      throw new WrongStateError('booking', 'changed');
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
