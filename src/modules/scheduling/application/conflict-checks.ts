import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { OnJob } from '../../../platform/outbox/handlers.js';
import { rangeOf } from '../../../shared/time/half-open-range.js';
import { type ConflictCheck, CONFLICT_CHECKS, isNoticeDue } from '../domain/booking.js';
import { BookingRepository } from '../persistence/booking.repository.js';
import { Clock } from '../../../platform/clock.js';
import { Announcer } from './announcer.js';
import { bookingFactsOf } from './booking-view.js';
import { CONFLICT_JOB } from './booking-notices.js';
import { Calendars } from './calendars.js';

/** A day and a quarter of an hour ahead: is the expert busy elsewhere by now? They are told; nothing is called off for them. */
@Injectable()
export class ConflictChecks {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly calendars: Calendars,
    private readonly announcer: Announcer,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @OnJob(CONFLICT_JOB)
  async check({ bookingId, check }: { bookingId: string; check: ConflictCheck }): Promise<void> {
    const { minutesBefore } = CONFLICT_CHECKS[check];
    const booking = await this.bookings.byId(bookingId);
    if (booking.state !== 'confirmed') return;
    if (!isNoticeDue(booking.startsAt, minutesBefore, this.clock.now())) return;
    await this.calendars.refresh(booking.expertId);
    const taken = rangeOf(booking.startsAt, booking.endsAt);
    const [busy] = await this.calendars.busyWithin(booking.expertId, taken);
    if (!busy) return;
    await this.unitOfWork.run(async () => {
      if (!(await this.bookings.markTold(bookingId, check))) return;
      await this.announcer.announce('scheduling.booking.conflict-found', bookingId, {
        ...bookingFactsOf(booking),
        minutesBefore,
        calendarBusyFrom: busy.start.toString(),
        calendarBusyUntil: busy.end.toString(),
      });
    });
  }
}
