import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { OnJob } from '../../../platform/outbox/handlers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { type Booking, type Notice, NOTICE_NAMES, NOTICES, noticesDue } from '../domain/booking.js';
import { BookingRepository } from '../persistence/booking.repository.js';
import { Announcer } from './announcer.js';
import { bookingFactsOf } from './booking-view.js';

export function holdJobKey(bookingId: string): string {
  return `scheduling:hold:${bookingId}`;
}

function noticeJobKey(bookingId: string, notice: Notice): string {
  return `scheduling:${notice}:${bookingId}`;
}

/** What is said ahead of a booking: reminders, and that the room is open. Each once, also across restarts. */
@Injectable()
export class BookingNotices {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly announcer: Announcer,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Inside the transaction that confirms. */
  async plan(booking: Booking, now: Temporal.Instant): Promise<void> {
    for (const { notice, dueAt } of noticesDue(booking.startsAt, now)) {
      await this.outbox.schedule({
        name: 'scheduling.give-notice',
        key: noticeJobKey(booking.id, notice),
        dueAt: dueAt.toString(),
        payload: { bookingId: booking.id, notice },
      });
    }
  }

  /** Inside the transaction that cancels. */
  async forget(bookingId: string): Promise<void> {
    for (const notice of NOTICE_NAMES) await this.outbox.cancel(noticeJobKey(bookingId, notice));
  }

  @OnJob('scheduling.give-notice')
  async give({ bookingId, notice }: { bookingId: string; notice: Notice }): Promise<void> {
    await this.unitOfWork.run(async () => {
      const booking = await this.bookings.byId(bookingId);
      if (booking.state !== 'confirmed') return;
      if (!(await this.bookings.markTold(bookingId, notice))) return;
      const facts = bookingFactsOf(booking);
      if (notice === 'room-opens') {
        await this.announcer.announce('scheduling.booking.room-opens', bookingId, facts);
        return;
      }
      const { minutesBefore } = NOTICES[notice];
      await this.announcer.announce('scheduling.booking.reminder-due', bookingId, {
        ...facts,
        minutesBefore,
      });
    });
  }
}
