import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import { rangeOf } from '../../../shared/time/half-open-range.js';
import { type Appointment, type Claim, claimsOf } from '../domain/appointment.js';
import { HoldExpiredError, NoTimeLeftError, WrongStateError } from '../domain/scheduling.errors.js';
import { instantOfTick, tickFrom, ticksOf } from '../domain/ticks.js';
import { AppointmentRepository } from '../persistence/appointment.repository.js';
import { BookingRepository } from '../persistence/booking.repository.js';
import { ClaimRepository, PersonTakenError } from '../persistence/claim.repository.js';
import { HelpRequestRepository } from '../persistence/help-request.repository.js';
import { Presence } from './presence.js';

/** The call to be held in an appointment's room. */
export interface AppointmentView {
  readonly id: string;
  readonly kind: Appointment['kind'];
  /** The booking or the help request that it belongs to. */
  readonly sourceId: string;
  readonly state: Appointment['state'];
  readonly expertId: string;
  readonly learnerId: string;
  readonly listingId: string;
  /** RFC 3339, UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly ceilingMinutes: number;
}

/** Takes people's time and gives it back. What takes is called inside a transaction. */
@Injectable()
export class Appointments {
  constructor(
    private readonly appointments: AppointmentRepository,
    private readonly claims: ClaimRepository,
    private readonly bookings: BookingRepository,
    private readonly helpRequests: HelpRequestRepository,
    private readonly presence: Presence,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws PersonTakenError, after which the transaction must end */
  async hold(
    appointment: Appointment,
    learnerIds: readonly string[],
    holdEndsAt: Temporal.Instant,
  ): Promise<void> {
    const claims = claimsOf(appointment, learnerIds);
    await this.claims.take(appointment.id, claims, holdEndsAt, this.clock.now());
    await this.appointments.add(appointment);
  }

  /**
   * Keeps the learner's time for a request, however many experts are being rung for it; again takes what
   * is not kept yet.
   *
   * @throws PersonTakenError, after which the transaction must end
   */
  async holdLearner(
    request: { readonly id: string; readonly learnerId: string },
    time: Pick<Appointment, 'startsAt' | 'endsAt'>,
    holdEndsAt: Temporal.Instant,
  ): Promise<void> {
    const { id, learnerId } = request;
    const kept = new Set(await this.claims.ticksOf(id, learnerId));
    const missing = learnerClaims(learnerId, time).filter(({ tick }) => !kept.has(tick));
    if (missing.length > 0) await this.claims.take(id, missing, holdEndsAt, this.clock.now());
    await this.claims.prolongHold(id, holdEndsAt);
  }

  /** The request is over: the learner's time goes to the appointment that came of it, or back. */
  async releaseLearner(
    request: { readonly id: string; readonly learnerId: string },
    appointmentId: string | null,
  ): Promise<void> {
    if (appointmentId !== null) {
      const appointment = await this.appointments.byId(appointmentId);
      const claims = learnerClaims(request.learnerId, appointment);
      await this.claims.handOver(request.id, appointmentId, claims);
    }
    await this.claims.release([request.id]);
  }

  /** @throws HoldExpiredError when somebody cleared the hold away meanwhile */
  async keep(appointmentId: string, learnerIds: readonly string[]): Promise<void> {
    const appointment = await this.appointments.byId(appointmentId);
    const kept = await this.claims.keep(appointmentId);
    const isWhole = kept === claimsOf(appointment, learnerIds).length;
    if (!isWhole || !(await this.appointments.move(appointmentId, 'held', 'kept')))
      throw new HoldExpiredError();
  }

  /**
   * Takes the new time and gives the old one back, in one go: a tick that both have is never let go.
   *
   * @param source the booking as it is to be
   * @throws PersonTakenError, after which the transaction must end; WrongStateError
   */
  async move(
    source: { readonly appointmentId: string } & Pick<Appointment, 'startsAt' | 'endsAt'>,
    learnerIds: readonly string[],
    bufferMinutes: number,
  ): Promise<void> {
    const before = await this.appointments.byId(source.appointmentId);
    const { startsAt, endsAt } = source;
    const after: Appointment = { ...before, startsAt, endsAt, bufferMinutes };
    const old = claimsOf(before, learnerIds);
    const fresh = claimsOf(after, learnerIds);
    const taken = without(fresh, old);
    if (taken.length > 0) await this.claims.take(before.id, taken, null, this.clock.now());
    await this.claims.releaseSome(before.id, without(old, fresh));
    if (!(await this.appointments.reschedule(before.id, { startsAt, endsAt, bufferMinutes })))
      throw new WrongStateError('appointment', before.state);
  }

  /** Gives the time back of what never came about. */
  async release(appointmentId: string): Promise<void> {
    if (!(await this.appointments.move(appointmentId, 'held', 'released')))
      await this.appointments.move(appointmentId, 'kept', 'released');
    await this.claims.release([appointmentId]);
  }

  /** Gives back what is left of the time. @throws NotFoundError; WrongStateError when it was never kept */
  async end(appointmentId: string): Promise<void> {
    const people = await this.unitOfWork.run(async () => {
      const appointment = await this.appointments.byId(appointmentId);
      if (appointment.state === 'held') throw new WrongStateError('appointment', 'held');
      await this.appointments.end(appointmentId, this.clock.now());
      await this.claims.release([appointmentId]);
      return [appointment.expertId, (await this.sourceOf(appointment)).learnerId];
    });
    await this.presence.refresh(people);
  }

  /**
   * Lets the call last longer, or as long as before: again changes nothing.
   *
   * @param ceilingMinutes how long it may last in all
   * @throws NotFoundError, WrongStateError, NoTimeLeftError
   */
  async lastFor(appointmentId: string, ceilingMinutes: number): Promise<AppointmentView> {
    try {
      await this.unitOfWork.run(() => this.changeLength(appointmentId, ceilingMinutes));
    } catch (error) {
      throw error instanceof PersonTakenError ? new NoTimeLeftError() : error;
    }
    return this.view(appointmentId);
  }

  /** Which of these lengths the time of both still allows. @throws NotFoundError */
  async possibleLengths(
    appointmentId: string,
    ceilingMinutes: readonly number[],
  ): Promise<number[]> {
    const before = await this.appointments.byId(appointmentId);
    const { learnerId } = await this.sourceOf(before);
    const now = this.clock.now();
    const free = await Promise.all(
      ceilingMinutes.map(async (minutes) => {
        const more = moreClaims(before, lasting(before, minutes), learnerId);
        return !(await this.claims.isAnyTaken(more, now));
      }),
    );
    return ceilingMinutes.filter((_, index) => free[index]);
  }

  /** When the next appointment of any of these people begins, from now on. @param except a request whose own hold does not count */
  async nextBegins(
    personIds: readonly string[],
    except?: string,
  ): Promise<Temporal.Instant | null> {
    const now = this.clock.now();
    if ((await this.claims.takenNow(personIds, now, except)).size > 0) return now;
    const tick = await this.claims.nextTaken(personIds, tickFrom(now), now, except);
    return tick === null ? null : instantOfTick(tick);
  }

  /** @throws NotFoundError */
  async view(appointmentId: string): Promise<AppointmentView> {
    const appointment = await this.appointments.byId(appointmentId);
    const source = await this.sourceOf(appointment);
    return {
      id: appointment.id,
      kind: appointment.kind,
      sourceId: source.id,
      state: appointment.state,
      expertId: appointment.expertId,
      learnerId: source.learnerId,
      listingId: appointment.listingId,
      startsAt: appointment.startsAt.toString(),
      endsAt: appointment.endsAt.toString(),
      ceilingMinutes: appointment.ceilingMinutes,
    };
  }

  private async changeLength(appointmentId: string, ceilingMinutes: number): Promise<void> {
    const before = await this.appointments.byId(appointmentId);
    if (before.state !== 'kept') throw new WrongStateError('appointment', before.state);
    if (before.ceilingMinutes === ceilingMinutes) return;
    const { learnerId } = await this.sourceOf(before);
    const after = lasting(before, ceilingMinutes);
    const more = moreClaims(before, after, learnerId);
    if (more.length > 0) await this.claims.take(appointmentId, more, null, this.clock.now());
    await this.claims.releaseSome(appointmentId, moreClaims(after, before, learnerId));
    await this.appointments.prolong(before, after);
  }

  private async sourceOf(
    appointment: Appointment,
  ): Promise<{ readonly id: string; readonly learnerId: string }> {
    const source =
      appointment.kind === 'booking'
        ? await this.bookings.byAppointment(appointment.id)
        : await this.helpRequests.byAppointment(appointment.id);
    // While it rings nobody may ask for it.
    if (!source) throw new NotFoundError('appointment');
    return source;
  }
}

function learnerClaims(
  personId: string,
  { startsAt, endsAt }: Pick<Appointment, 'startsAt' | 'endsAt'>,
): Claim[] {
  return ticksOf(rangeOf(startsAt, endsAt)).map((tick) => ({ personId, tick }));
}

function lasting(appointment: Appointment, ceilingMinutes: number): Appointment {
  const minutes = ceilingMinutes - appointment.ceilingMinutes;
  return { ...appointment, ceilingMinutes, endsAt: appointment.endsAt.add({ minutes }) };
}

/** What the second claims and the first does not. */
function moreClaims(before: Appointment, after: Appointment, learnerId: string): Claim[] {
  return without(claimsOf(after, [learnerId]), claimsOf(before, [learnerId]));
}

/** The claims that are not among the others, in their order. */
function without(claims: readonly Claim[], others: readonly Claim[]): Claim[] {
  const known = new Set(others.map(({ personId, tick }) => `${personId} ${tick}`));
  return claims.filter(({ personId, tick }) => !known.has(`${personId} ${tick}`));
}
