import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import type { Booking, BookingParty } from '../domain/booking.js';
import type { MoveReason } from '../domain/reschedule.js';
import { BookingMovedError } from '../domain/scheduling.errors.js';
import { BookingMoveRepository } from '../persistence/booking-move.repository.js';
import { BookingRepository } from '../persistence/booking.repository.js';
import { Announcer } from './announcer.js';
import { Appointments } from './appointments.js';
import { BookingNotices } from './booking-notices.js';
import { bookingFactsOf } from './booking-view.js';
import { Presence } from './presence.js';

export interface NewTime {
  readonly by: BookingParty;
  readonly reason: MoveReason;
  readonly startsAt: Temporal.Instant;
  readonly bufferMinutes: number;
  readonly agreed: Booking['agreed'];
}

/** Gives a confirmed booking another time: claims, history, reminders and the event, all or nothing. */
@Injectable()
export class MoveBooking {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly moves: BookingMoveRepository,
    private readonly appointments: Appointments,
    private readonly notices: BookingNotices,
    private readonly presence: Presence,
    private readonly announcer: Announcer,
    private readonly clock: Clock,
  ) {}

  /**
   * To be called in a transaction, which must end when this throws.
   *
   * @param before as it was read; when it was moved or called off since, nothing happens
   * @throws BookingMovedError, PersonTakenError
   */
  async move(before: Booking, to: NewTime): Promise<Booking> {
    const now = this.clock.now();
    const length = before.startsAt.until(before.endsAt);
    const after: Booking = {
      ...before,
      startsAt: to.startsAt,
      endsAt: to.startsAt.add(length),
      agreed: to.agreed,
      movedBy: to.by,
      sequence: before.sequence + 1,
    };
    if (!(await this.bookings.moveTime(before, after))) throw new BookingMovedError();
    await this.appointments.move(after, [after.learnerId], to.bufferMinutes);
    await this.moves.add(before.id, {
      sequence: after.sequence,
      by: to.by,
      reason: to.reason,
      fromStartsAt: before.startsAt,
      fromEndsAt: before.endsAt,
      toStartsAt: after.startsAt,
      toEndsAt: after.endsAt,
      changedAt: now,
    });
    await this.notices.forget(after.id);
    await this.notices.plan(after, now);
    await this.announcer.announce('scheduling.booking.rescheduled', after.id, {
      ...bookingFactsOf(after),
      by: to.by,
      reason: to.reason,
      sequence: after.sequence,
      fromStartsAt: before.startsAt.toString(),
      fromEndsAt: before.endsAt.toString(),
      paymentId: after.paymentId,
    });
    await this.presence.refresh([after.expertId, after.learnerId]);
    return after;
  }
}
