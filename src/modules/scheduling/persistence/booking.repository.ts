import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Between, In, MoreThan, Not } from 'typeorm';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import {
  type Booking,
  type BookingParty,
  type BookingState,
  canBecome,
  type Told,
} from '../domain/booking.js';
import { BookingRecord } from './booking.record.js';

/** The learner made a booking with this key before. */
export class BookingKeyTakenError extends Error {
  constructor() {
    super('the key belongs to a booking');
    this.name = 'BookingKeyTakenError';
  }
}

export interface BookingChanges {
  readonly holdEndsAt?: null;
  readonly endedBy?: BookingParty;
}

/** More than anybody scrolls through. */
const LIST_MAX = 200;

@Injectable()
export class BookingRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws BookingKeyTakenError */
  async add(booking: Booking, idempotencyKey: string): Promise<void> {
    const { agreed, ...rest } = booking;
    try {
      await this.unitOfWork.manager.insert(BookingRecord, {
        ...rest,
        idempotencyKey,
        agreedTimeZone: agreed.timeZone,
        agreedLocal: agreed.local,
        agreedZones: agreed.zones,
        told: '',
      });
    } catch (error) {
      throw isUniqueViolation(error) ? new BookingKeyTakenError() : error;
    }
  }

  /** @throws NotFoundError */
  async byId(id: string): Promise<Booking> {
    const record = await this.unitOfWork.manager.findOneBy(BookingRecord, { id });
    if (!record) throw new NotFoundError('booking');
    return bookingOf(record);
  }

  async byKey(learnerId: string, idempotencyKey: string): Promise<Booking | null> {
    const where = { learnerId, idempotencyKey };
    const record = await this.unitOfWork.manager.findOneBy(BookingRecord, where);
    return record ? bookingOf(record) : null;
  }

  async byAppointment(appointmentId: string): Promise<Booking | null> {
    const record = await this.unitOfWork.manager.findOneBy(BookingRecord, { appointmentId });
    return record ? bookingOf(record) : null;
  }

  /** Latest start first; holds that ended are left out. */
  async ofPerson(
    personId: string,
    role: 'learner' | 'expert',
    now: Temporal.Instant,
  ): Promise<Booking[]> {
    const person = role === 'learner' ? { learnerId: personId } : { expertId: personId };
    const records = await this.unitOfWork.manager.find(BookingRecord, {
      where: [
        { ...person, state: 'held', holdEndsAt: MoreThan(now) },
        ...(['confirmed', 'live', 'completed', 'cancelled', 'no_show'] as const).map((state) => ({
          ...person,
          state,
        })),
      ],
      order: { startsAt: 'DESC' },
      take: LIST_MAX,
    });
    return records.map(bookingOf);
  }

  /** Starts in [from, to) of what was booked or is being held; what was called off does not count. */
  async startsBetween(
    expertId: string,
    from: Temporal.Instant,
    to: Temporal.Instant,
    now: Temporal.Instant,
    except?: string,
  ): Promise<Temporal.Instant[]> {
    // Each branch needs operators of its own: reading transforms their values in place.
    const where = () => ({
      expertId,
      startsAt: Between(from, to.subtract({ milliseconds: 1 })),
      ...(except === undefined ? {} : { id: Not(except) }),
    });
    const records = await this.unitOfWork.manager.find(BookingRecord, {
      select: { id: true, startsAt: true },
      where: [
        { ...where(), state: In(['confirmed', 'live', 'completed', 'no_show']) },
        { ...where(), state: 'held', holdEndsAt: MoreThan(now) },
      ],
    });
    return records.map((record) => record.startsAt);
  }

  /**
   * The only way a booking changes its state.
   *
   * @returns whether it was in that state
   */
  async move(
    id: string,
    from: BookingState,
    to: BookingState,
    changes: BookingChanges = {},
  ): Promise<boolean> {
    if (!canBecome(from, to)) throw new RangeError(`a booking that is ${from} cannot be ${to}`);
    const result = await this.unitOfWork.manager.update(
      BookingRecord,
      { id, state: from },
      { state: to, ...changes },
    );
    return result.affected === 1;
  }

  /**
   * The only way a booking changes its time. What was said ahead of the old time is forgotten.
   *
   * @returns whether it was confirmed and stood where it was read
   */
  async moveTime(before: Booking, after: Booking): Promise<boolean> {
    const result = await this.unitOfWork.manager.update(
      BookingRecord,
      { id: before.id, state: 'confirmed', sequence: before.sequence },
      {
        startsAt: after.startsAt,
        endsAt: after.endsAt,
        sequence: after.sequence,
        movedBy: after.movedBy,
        agreedTimeZone: after.agreed.timeZone,
        agreedLocal: after.agreed.local,
        agreedZones: after.agreed.zones,
        told: '',
      },
    );
    return result.affected === 1;
  }

  /** Confirmed bookings to come whose time was agreed by another release of the zone table. */
  async agreedByOtherZones(zones: string, now: Temporal.Instant): Promise<Booking[]> {
    const records = await this.unitOfWork.manager.find(BookingRecord, {
      where: { state: 'confirmed', startsAt: MoreThan(now), agreedZones: Not(zones) },
      order: { startsAt: 'ASC' },
    });
    return records.map(bookingOf);
  }

  /** The same time, as another release of the zone table writes it. */
  async agree(id: string, agreed: Booking['agreed']): Promise<void> {
    await this.unitOfWork.manager.update(
      BookingRecord,
      { id, state: 'confirmed' },
      {
        agreedTimeZone: agreed.timeZone,
        agreedLocal: agreed.local,
        agreedZones: agreed.zones,
      },
    );
  }

  async attachPayment(id: string, paymentId: string): Promise<void> {
    await this.unitOfWork.manager.update(BookingRecord, { id }, { paymentId });
  }

  /** @returns false when this notice went out before */
  async markTold(id: string, notice: Told): Promise<boolean> {
    for (;;) {
      const record = await this.unitOfWork.manager.findOneByOrFail(BookingRecord, { id });
      if (record.told.split(' ').includes(notice)) return false;
      const told = `${record.told} ${notice}`.trim();
      const where = { id, told: record.told };
      const result = await this.unitOfWork.manager.update(BookingRecord, where, { told });
      // Otherwise another notice of the same booking went out in between: look again.
      if (result.affected === 1) return true;
    }
  }
}

function bookingOf(record: BookingRecord): Booking {
  return {
    id: record.id,
    appointmentId: record.appointmentId,
    expertId: record.expertId,
    learnerId: record.learnerId,
    listingId: record.listingId,
    state: record.state,
    startsAt: record.startsAt,
    endsAt: record.endsAt,
    holdEndsAt: record.holdEndsAt,
    problem: record.problem,
    paymentId: record.paymentId,
    agreed: {
      timeZone: record.agreedTimeZone,
      local: record.agreedLocal,
      zones: record.agreedZones,
    },
    sequence: record.sequence,
    movedBy: record.movedBy,
    policy: record.policy,
    endedBy: record.endedBy,
    createdAt: record.createdAt,
  };
}
