import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { OnJob } from '../../../platform/outbox/handlers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import {
  type Booking,
  type ConflictCheck,
  CONFLICT_CHECKS,
  conflictChecksDue,
  isNoticeDue,
  type Notice,
  NOTICE_NAMES,
  NOTICES,
  noticesDue,
} from '../domain/booking.js';
import { BookingRepository } from '../persistence/booking.repository.js';
import { Announcer } from './announcer.js';
import { bookingFactsOf } from './booking-view.js';

export const CONFLICT_JOB = 'scheduling.check-conflicts';

export function holdJobKey(bookingId: string): string {
  return `scheduling:hold:${bookingId}`;
}

function noticeJobKey(bookingId: string, notice: Notice): string {
  return `scheduling:${notice}:${bookingId}`;
}

function conflictJobKey(bookingId: string, check: ConflictCheck): string {
  return `scheduling:${check}:${bookingId}`;
}

/** What is said ahead of a booking: reminders, and that the room is open. Each once, also across restarts. */
@Injectable()
export class BookingNotices {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly announcer: Announcer,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Inside the transaction that confirms or moves. */
  async plan(booking: Booking, now: Temporal.Instant): Promise<void> {
    for (const { notice, dueAt } of noticesDue(booking.startsAt, now)) {
      await this.outbox.schedule({
        name: 'scheduling.give-notice',
        key: noticeJobKey(booking.id, notice),
        dueAt: dueAt.toString(),
        payload: { bookingId: booking.id, notice },
      });
    }
    for (const { check, dueAt } of conflictChecksDue(booking.startsAt, now)) {
      await this.outbox.schedule({
        name: CONFLICT_JOB,
        key: conflictJobKey(booking.id, check),
        dueAt: dueAt.toString(),
        payload: { bookingId: booking.id, check },
      });
    }
  }

  /** Inside the transaction that cancels or moves. */
  async forget(bookingId: string): Promise<void> {
    for (const notice of NOTICE_NAMES) await this.outbox.cancel(noticeJobKey(bookingId, notice));
    for (const check of Object.keys(CONFLICT_CHECKS) as ConflictCheck[])
      await this.outbox.cancel(conflictJobKey(bookingId, check));
  }

  @OnJob('scheduling.give-notice')
  async give({ bookingId, notice }: { bookingId: string; notice: Notice }): Promise<void> {
    await this.unitOfWork.run(async () => {
      const booking = await this.bookings.byId(bookingId);
      if (booking.state !== 'confirmed') return;
      const { minutesBefore } = NOTICES[notice];
      if (!isNoticeDue(booking.startsAt, minutesBefore, this.clock.now())) return;
      if (!(await this.bookings.markTold(bookingId, notice))) return;
      const facts = bookingFactsOf(booking);
      if (notice === 'room-opens') {
        await this.announcer.announce('scheduling.booking.room-opens', bookingId, facts);
        return;
      }
      await this.announcer.announce('scheduling.booking.reminder-due', bookingId, {
        ...facts,
        minutesBefore,
      });
    });
  }
}
