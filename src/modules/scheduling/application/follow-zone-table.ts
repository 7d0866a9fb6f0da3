import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Logger } from '../../../platform/logging/logger.js';
import { OnJob } from '../../../platform/outbox/handlers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { ZoneTable } from '../../../shared/time/zone-table.js';
import { agreedAt, instantAgreed } from '../domain/agreed-time.js';
import type { Booking } from '../domain/booking.js';
import { BookingMovedError } from '../domain/scheduling.errors.js';
import { AppointmentRepository } from '../persistence/appointment.repository.js';
import { BookingRepository } from '../persistence/booking.repository.js';
import { PersonTakenError } from '../persistence/claim.repository.js';
import { Announcer } from './announcer.js';
import { bookingFactsOf } from './booking-view.js';
import { MoveBooking } from './move-booking.js';

const JOB = 'scheduling.follow-zone-table';

/**
 * A law changes the clocks, the new zone table arrives with a start of the program: what people agreed
 * is a time on a clock, so the clock time stays and the instant follows.
 */
@Injectable()
export class FollowZoneTable implements OnApplicationBootstrap {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly appointments: AppointmentRepository,
    private readonly move: MoveBooking,
    private readonly announcer: Announcer,
    private readonly outbox: Outbox,
    private readonly zones: ZoneTable,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Copies that start together replace each other's job; the work itself can be done twice without harm. */
  async onApplicationBootstrap(): Promise<void> {
    const behind = await this.bookings.agreedByOtherZones(this.zones.version, this.clock.now());
    if (behind.length === 0) return;
    await this.unitOfWork.run(() =>
      this.outbox.schedule({
        name: JOB,
        key: `${JOB}:${this.zones.version}`,
        dueAt: this.clock.now().toString(),
        payload: { zones: this.zones.version },
      }),
    );
  }

  @OnJob(JOB)
  async follow(): Promise<void> {
    const behind = await this.bookings.agreedByOtherZones(this.zones.version, this.clock.now());
    const stuck = await this.adaptAll(behind);
    for (const booking of stuck) await this.keepAndTell(booking);
    this.logger.info('bookings follow the zone table', {
      zones: this.zones.version,
      bookings: behind.length,
      stuck: stuck.length,
    });
  }

  /** Bookings that stand in each other's way move one after the other: rounds, until nothing moves any more. */
  private async adaptAll(behind: readonly Booking[]): Promise<readonly Booking[]> {
    const stuck: Booking[] = [];
    for (const booking of behind) if (!(await this.adapt(booking))) stuck.push(booking);
    return stuck.length === 0 || stuck.length === behind.length ? stuck : this.adaptAll(stuck);
  }

  /** @returns false when the new time is somebody else's for now */
  private async adapt(booking: Booking): Promise<boolean> {
    const { timeZone, local } = booking.agreed;
    // A zone that was dropped keeps its instant; there is nothing to work it out by.
    const startsAt = this.zones.has(timeZone)
      ? instantAgreed(this.zones.zone(timeZone), local, booking.startsAt)
      : booking.startsAt;
    try {
      await this.unitOfWork.run(() => this.store(booking, startsAt));
    } catch (error) {
      if (error instanceof PersonTakenError) return false;
      // Somebody moved or cancelled it in this moment, by the new table already.
      if (!(error instanceof BookingMovedError)) throw error;
    }
    return true;
  }

  private async store(booking: Booking, startsAt: Temporal.Instant): Promise<void> {
    const agreed = { ...booking.agreed, zones: this.zones.version };
    if (Temporal.Instant.compare(startsAt, booking.startsAt) === 0 || this.isPast(startsAt))
      return this.bookings.agree(booking.id, agreed);
    const { bufferMinutes } = await this.appointments.byId(booking.appointmentId);
    const zone = this.zones.zone(agreed.timeZone);
    await this.move.move(booking, {
      by: 'platform',
      reason: 'zones',
      startsAt,
      bufferMinutes,
      // A time that the new clocks skip was carried on: from now on that is what was agreed.
      agreed: agreedAt(zone, startsAt, this.zones.version),
    });
  }

  /** The clock time belongs to another appointment now: the instant stays, and both are told to look. */
  private async keepAndTell(booking: Booking): Promise<void> {
    await this.unitOfWork.run(async () => {
      const zone = this.zones.zone(booking.agreed.timeZone);
      await this.bookings.agree(booking.id, agreedAt(zone, booking.startsAt, this.zones.version));
      await this.announcer.announce('scheduling.booking.zone-conflict', booking.id, {
        ...bookingFactsOf(booking),
        agreedLocal: booking.agreed.local,
        timeZone: booking.agreed.timeZone,
      });
    });
  }

  private isPast(startsAt: Temporal.Instant): boolean {
    return Temporal.Instant.compare(startsAt, this.clock.now()) <= 0;
  }
}
