import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ZoneTable } from '../../../shared/time/zone-table.js';
import { agreedAt } from '../domain/agreed-time.js';
import type { Availability } from '../domain/availability.js';
import type { Booking } from '../domain/booking.js';
import { hasLimits } from '../domain/booking-limits.js';
import { checkMovable } from '../domain/reschedule.js';
import {
  BookingMovedError,
  DayFullError,
  LearnerBusyError,
  MoveTooLateError,
  MoveTooOftenError,
  SlotNotOfferedError,
  SlotTakenError,
  WrongStateError,
} from '../domain/scheduling.errors.js';
import { AvailabilityRepository } from '../persistence/availability.repository.js';
import { BookingMoveRepository } from '../persistence/booking-move.repository.js';
import { BookingRepository } from '../persistence/booking.repository.js';
import { PersonTakenError } from '../persistence/claim.repository.js';
import { NoRoomError } from './hold-slot.js';
import { MoveBooking } from './move-booking.js';
import { OpenSlots, type SlotsWanted } from './open-slots.js';

export interface Reschedule {
  readonly bookingId: string;
  readonly by: 'learner' | 'expert';
  /** The start the person saw when they chose another one; another by now is refused. */
  readonly fromStartsAt: Temporal.Instant;
  readonly toStartsAt: Temporal.Instant;
}

const ALTERNATIVES = 3;

/** Either side moves a booking: the same booking, another time. */
@Injectable()
export class RescheduleBooking {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly moves: BookingMoveRepository,
    private readonly availabilities: AvailabilityRepository,
    private readonly move: MoveBooking,
    private readonly slots: OpenSlots,
    private readonly zones: ZoneTable,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Again does nothing.
   *
   * @throws BookingMovedError, WrongStateError, MoveTooLateError, MoveTooOftenError, SlotNotOfferedError, SlotTakenError,
   *   DayFullError, LearnerBusyError, NotFoundError
   */
  async reschedule(asked: Reschedule): Promise<void> {
    const booking = await this.bookings.byId(asked.bookingId);
    if (booking.state === 'confirmed' && isAt(booking, asked.toStartsAt)) return;
    if (!isAt(booking, asked.fromStartsAt)) throw new BookingMovedError();
    await this.assertMovable(booking, asked);
    const wanted = wantedOf(booking);
    const rules = await this.slots.rulesOf(wanted);
    if (!rules || !(await this.slots.isOffered(wanted, rules, asked.toStartsAt)))
      throw new SlotNotOfferedError(await this.alternatives(booking, asked.toStartsAt));
    try {
      await this.unitOfWork.run(() => this.store(booking, asked, rules));
    } catch (error) {
      if (error instanceof BookingMovedError && (await this.isDone(asked))) return;
      throw await this.explain(error, booking, asked.toStartsAt);
    }
  }

  /** The same call came twice at once, and the other one was faster. */
  private async isDone({ bookingId, toStartsAt }: Reschedule): Promise<boolean> {
    const booking = await this.bookings.byId(bookingId);
    return booking.state === 'confirmed' && isAt(booking, toStartsAt);
  }

  private async assertMovable(booking: Booking, { by }: Reschedule): Promise<void> {
    const earlier = await this.moves.of(booking.id);
    const verdict = checkMovable(booking, by, earlier, this.clock.now());
    if (verdict.ok) return;
    if (verdict.refusal === 'not-confirmed') throw new WrongStateError('booking', booking.state);
    throw verdict.refusal === 'too-late' ? new MoveTooLateError(by) : new MoveTooOftenError();
  }

  private async store(
    booking: Booking,
    { by, toStartsAt }: Reschedule,
    rules: Availability,
  ): Promise<void> {
    if (hasLimits(rules)) {
      await this.availabilities.lock(booking.expertId);
      const hasRoom = await this.slots.hasRoom(booking.expertId, rules, toStartsAt, booking.id);
      if (!hasRoom) throw new NoRoomError();
    }
    await this.move.move(booking, {
      by,
      reason: 'chosen',
      startsAt: toStartsAt,
      bufferMinutes: rules.bufferMinutes,
      agreed: agreedAt(this.zones.zone(rules.timeZone), toStartsAt, this.zones.version),
    });
  }

  private async explain(
    error: unknown,
    booking: Booking,
    toStartsAt: Temporal.Instant,
  ): Promise<unknown> {
    if (error instanceof NoRoomError)
      return new DayFullError(await this.alternatives(booking, toStartsAt));
    if (!(error instanceof PersonTakenError)) return error;
    if (error.personId === booking.learnerId) return new LearnerBusyError();
    return new SlotTakenError(await this.alternatives(booking, toStartsAt));
  }

  private alternatives(booking: Booking, after: Temporal.Instant): ReturnType<OpenSlots['next']> {
    return this.slots.next(wantedOf(booking), ALTERNATIVES, after);
  }
}

function wantedOf({ expertId, listingId, startsAt, endsAt }: Booking): Required<SlotsWanted> {
  return { expertId, listingId, minutes: startsAt.until(endsAt).total('minutes') };
}

function isAt(booking: Booking, startsAt: Temporal.Instant): boolean {
  return Temporal.Instant.compare(booking.startsAt, startsAt) === 0;
}
