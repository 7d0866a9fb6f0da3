import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { ZoneTable } from '../../../shared/time/zone-table.js';
import { agreedAt } from '../domain/agreed-time.js';
import type { Appointment } from '../domain/appointment.js';
import type { Availability } from '../domain/availability.js';
import { hasLimits } from '../domain/booking-limits.js';
import { type Booking, HOLD_MINUTES } from '../domain/booking.js';
import { CURRENT_POLICY } from '../domain/cancellation-policy.js';
import {
  DayFullError,
  KeyReusedError,
  LearnerBusyError,
  OwnListingError,
  SlotNotOfferedError,
  SlotTakenError,
} from '../domain/scheduling.errors.js';
import { AvailabilityRepository } from '../persistence/availability.repository.js';
import { BookingKeyTakenError, BookingRepository } from '../persistence/booking.repository.js';
import { ClaimRepository, PersonTakenError } from '../persistence/claim.repository.js';
import { ticksOf } from '../domain/ticks.js';
import { rangeOfMinutes } from '../../../shared/time/half-open-range.js';
import { Announcer } from './announcer.js';
import { Appointments } from './appointments.js';
import { holdJobKey } from './booking-notices.js';
import { bookingFactsOf } from './booking-view.js';
import { OpenSlots } from './open-slots.js';
import { Presence } from './presence.js';

export interface SlotToHold {
  /** Of the learner's choice; the same call again finds the booking it made. */
  readonly key: string;
  readonly expertId: string;
  readonly learnerId: string;
  readonly listingId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly problem: string;
}

const ALTERNATIVES = 3;

/** Thrown inside the transaction; what to offer instead is looked up after it. */
export class NoRoomError extends Error {
  constructor() {
    super('the day or the week is full');
    this.name = 'NoRoomError';
  }
}

@Injectable()
export class HoldSlot {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly availabilities: AvailabilityRepository,
    private readonly claims: ClaimRepository,
    private readonly appointments: Appointments,
    private readonly slots: OpenSlots,
    private readonly presence: Presence,
    private readonly announcer: Announcer,
    private readonly outbox: Outbox,
    private readonly zones: ZoneTable,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws SlotTakenError, SlotNotOfferedError, DayFullError, LearnerBusyError, OwnListingError, KeyReusedError */
  async hold(slot: SlotToHold): Promise<Booking> {
    if (slot.learnerId === slot.expertId) throw new OwnListingError();
    const earlier = await this.bookings.byKey(slot.learnerId, slot.key);
    if (earlier) return sameOrRefuse(earlier, slot);
    const rules = await this.slots.rulesOf(slot);
    if (!rules || !(await this.slots.isOffered(slot, rules, slot.startsAt)))
      throw new SlotNotOfferedError(await this.alternatives(slot));
    const booking = this.bookingOf(slot, rules);
    try {
      await this.unitOfWork.run(() => this.store(booking, slot, rules));
    } catch (error) {
      return this.explain(error, slot);
    }
    return booking;
  }

  private async store(booking: Booking, slot: SlotToHold, rules: Availability): Promise<void> {
    await this.assertRoom(booking, rules);
    const holdEndsAt = booking.holdEndsAt ?? booking.createdAt;
    await this.bookings.add(booking, slot.key);
    const appointment: Appointment = {
      id: booking.appointmentId,
      kind: 'booking',
      expertId: slot.expertId,
      listingId: slot.listingId,
      state: 'held',
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      bufferMinutes: rules.bufferMinutes,
      ceilingMinutes: slot.minutes,
    };
    await this.appointments.hold(appointment, [slot.learnerId], holdEndsAt);
    await this.outbox.schedule({
      name: 'scheduling.expire-hold',
      key: holdJobKey(booking.id),
      dueAt: holdEndsAt.toString(),
      payload: { bookingId: booking.id },
    });
    await this.announcer.announce('scheduling.booking.held', booking.id, {
      ...bookingFactsOf(booking),
      holdEndsAt: holdEndsAt.toString(),
    });
    await this.presence.refresh([slot.expertId]);
  }

  /** @throws NoRoomError */
  private async assertRoom({ expertId, startsAt }: Booking, rules: Availability): Promise<void> {
    if (!hasLimits(rules)) return;
    await this.availabilities.lock(expertId);
    if (!(await this.slots.hasRoom(expertId, rules, startsAt))) throw new NoRoomError();
  }

  private bookingOf(slot: SlotToHold, rules: Availability): Booking {
    const now = this.clock.now();
    return {
      id: this.ids.next(),
      appointmentId: this.ids.next(),
      expertId: slot.expertId,
      learnerId: slot.learnerId,
      listingId: slot.listingId,
      state: 'held',
      startsAt: slot.startsAt,
      endsAt: slot.startsAt.add({ minutes: slot.minutes }),
      holdEndsAt: now.add({ minutes: HOLD_MINUTES }),
      problem: slot.problem.trim(),
      paymentId: null,
      agreed: agreedAt(this.zones.zone(rules.timeZone), slot.startsAt, this.zones.version),
      sequence: 0,
      movedBy: null,
      policy: CURRENT_POLICY,
      endedBy: null,
      createdAt: now,
    };
  }

  /** The store refused: the same call came twice at once, or somebody was faster. */
  private async explain(error: unknown, slot: SlotToHold): Promise<Booking> {
    if (error instanceof BookingKeyTakenError) {
      const earlier = await this.bookings.byKey(slot.learnerId, slot.key);
      if (earlier) return sameOrRefuse(earlier, slot);
    }
    if (error instanceof NoRoomError) throw new DayFullError(await this.alternatives(slot));
    if (!(error instanceof PersonTakenError)) throw error;
    if (await this.isLearnersOwn(error, slot)) throw new LearnerBusyError();
    throw new SlotTakenError(await this.alternatives(slot));
  }

  private async isLearnersOwn(error: PersonTakenError, slot: SlotToHold): Promise<boolean> {
    if (error.personId !== null) return error.personId === slot.learnerId;
    const ticks = ticksOf(rangeOfMinutes(slot.startsAt, slot.minutes));
    const from = ticks[0] ?? 0;
    const now = this.clock.now();
    return (await this.claims.taken(slot.learnerId, from, from + ticks.length, now)).length > 0;
  }

  private alternatives(slot: SlotToHold): ReturnType<OpenSlots['next']> {
    return this.slots.next(slot, ALTERNATIVES, slot.startsAt);
  }
}

function sameOrRefuse(earlier: Booking, slot: SlotToHold): Booking {
  const isSame =
    earlier.listingId === slot.listingId &&
    Temporal.Instant.compare(earlier.startsAt, slot.startsAt) === 0;
  if (!isSame) throw new KeyReusedError();
  return earlier;
}
