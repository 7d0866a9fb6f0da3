import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { OnJob } from '../../../platform/outbox/handlers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import type { Appointment } from '../domain/appointment.js';
import {
  type Candidate,
  type HelpRequest,
  isAnswerable,
  type Ring,
  RING_SECONDS,
  type RingOutcome,
  timeForCall,
} from '../domain/help-request.js';
import { RingOverError, SomebodyFasterError } from '../domain/scheduling.errors.js';
import { PersonTakenError } from '../persistence/claim.repository.js';
import { HelpRequestRepository } from '../persistence/help-request.repository.js';
import { RingRepository } from '../persistence/ring.repository.js';
import { Announcer } from './announcer.js';
import { Appointments } from './appointments.js';
import { requestFactsOf, ringFactsOf } from './help-request-view.js';
import { Presence } from './presence.js';

/** The timer ends a ring; should it be late, others may clear its claims away after this. */
const CLAIM_OUTLIVES_RING_SECONDS = 30;

/**
 * Rings experts, one after the other or a few at the same time. Who is rung is claimed for the whole call, so
 * nobody else can ring or book them; the learner is claimed once, by the request. Rows are locked in one
 * order everywhere: request, ring, claims, presence.
 */
@Injectable()
export class Ringing {
  constructor(
    private readonly requests: HelpRequestRepository,
    private readonly rings: RingRepository,
    private readonly appointments: Appointments,
    private readonly presence: Presence,
    private readonly announcer: Announcer,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Inside a transaction: whatever happens to this process, somebody will ring the next. */
  async plan(helpRequestId: string): Promise<void> {
    await this.outbox.schedule({
      name: 'scheduling.ring-next',
      key: `scheduling:ring-next:${helpRequestId}`,
      dueAt: this.clock.now().toString(),
      payload: { helpRequestId },
    });
  }

  @OnJob('scheduling.ring-next')
  async onRingNext({ helpRequestId }: { helpRequestId: string }): Promise<void> {
    await this.ringNext(helpRequestId);
  }

  /** Rings candidates who are free now, as many at the same time as were asked for; does nothing when they are being rung, or it is over. */
  async ringNext(helpRequestId: string): Promise<void> {
    for (;;) {
      const request = await this.requests.byId(helpRequestId);
      if (request.state !== 'ringing' || request.openRings >= request.atOnce) return;
      const candidate = request.candidates[request.nextCandidate];
      if (!candidate) return this.giveUp(request);
      if (!(await this.tryToRing(request, candidate)))
        await this.requests.passOver(helpRequestId, request.nextCandidate);
    }
  }

  /**
   * The first answer counts, of however many are rung; the same expert answering twice is told the same.
   *
   * @throws NotFoundError when it rings for somebody else; RingOverError, SomebodyFasterError
   */
  async accept(
    ringId: string,
    expertId: string,
  ): Promise<{ readonly helpRequestId: string; readonly appointmentId: string }> {
    const ring = await this.ringOf(ringId, expertId);
    const answer = { helpRequestId: ring.helpRequestId, appointmentId: ring.appointmentId };
    if (ring.state === 'accepted') return answer;
    const now = this.clock.now();
    if (!isAnswerable(ring, now)) throw await this.refusalOf(ring);
    try {
      await this.unitOfWork.run(() => this.take(ring, now));
    } catch (error) {
      if (!(error instanceof RingOverError)) throw error;
      const after = await this.rings.byId(ringId);
      // The other device of the same expert may have been faster by a moment.
      if (after.state !== 'accepted') throw await this.refusalOf(after);
    }
    return answer;
  }

  /** Rings the next candidate; does nothing when the expert had declined already. @throws NotFoundError, RingOverError, SomebodyFasterError */
  async decline(ringId: string, expertId: string): Promise<void> {
    const ring = await this.ringOf(ringId, expertId);
    const isFirst = ring.state === 'rung' && (await this.leave(ring, 'declined'));
    const after = await this.rings.byId(ringId);
    if (!isFirst && after.state !== 'declined') throw await this.refusalOf(after);
    await this.ringNext(ring.helpRequestId);
  }

  /** Inside the transaction that ends the request: nobody is rung for it any more. */
  async callOff(request: HelpRequest, isAnswered = false): Promise<void> {
    const rings = await this.rings.rungOf(request.id);
    for (const ring of rings) {
      await this.end(ring, request, 'called_off', this.clock.now(), isAnswered);
      await this.appointments.release(ring.appointmentId);
    }
    if (!isAnswered) await this.appointments.releaseLearner(request, null);
    await this.presence.refresh(rings.map((ring) => ring.expertId));
  }

  @OnJob('scheduling.ring-timeout')
  async timeOut({ ringId }: { ringId: string }): Promise<void> {
    const ring = await this.rings.byId(ringId);
    if (ring.state === 'rung') await this.leave(ring, 'timed_out');
    await this.ringNext(ring.helpRequestId);
  }

  /** @throws NotFoundError also when it rings for somebody else */
  async ringOf(ringId: string, expertId: string): Promise<Ring> {
    const ring = await this.rings.byId(ringId);
    if (ring.expertId !== expertId) throw new NotFoundError('ring');
    return ring;
  }

  private async take(ring: Ring, now: Temporal.Instant): Promise<void> {
    const request = await this.requests.byId(ring.helpRequestId);
    const { appointmentId } = ring;
    const isFirst = await this.requests.move(request.id, 'ringing', 'accepted', {
      appointmentId,
      acceptedRingId: ring.id,
      openRings: 0,
    });
    if (!isFirst) throw new RingOverError(request.state);
    await this.end(ring, request, 'accepted', now);
    await this.callOff(request, true);
    await this.appointments.releaseLearner(request, appointmentId);
    await this.appointments.keep(appointmentId, [request.learnerId]);
    await this.announcer.announce('scheduling.help-request.accepted', request.id, {
      ...requestFactsOf(request),
      ringId: ring.id,
      expertId: ring.expertId,
      appointmentId,
      ceilingMinutes: ring.ceilingMinutes,
    });
  }

  /** Why a ring takes no answer any more. */
  private async refusalOf(ring: Ring): Promise<RingOverError | SomebodyFasterError> {
    const { state } = await this.requests.byId(ring.helpRequestId);
    if (ring.state === 'called_off' && state === 'accepted') return new SomebodyFasterError();
    return new RingOverError(ring.state === 'rung' ? 'timed_out' : ring.state);
  }

  private async tryToRing(request: HelpRequest, candidate: Candidate): Promise<boolean> {
    const presence = await this.presence.of([candidate.expertId]);
    if (presence.get(candidate.expertId)?.state !== 'free_now') return false;
    const nextBegins = await this.appointments.nextBegins(
      [candidate.expertId, request.learnerId],
      request.id,
    );
    const now = this.clock.now();
    const time = timeForCall(now, request.ceilingMinutes, nextBegins);
    if (time === null) return false;
    const ring = this.ringFor(request, candidate, time.ceilingMinutes, now);
    const appointment: Appointment = {
      id: ring.appointmentId,
      kind: 'help_request',
      expertId: candidate.expertId,
      listingId: candidate.listingId,
      state: 'held',
      startsAt: now,
      endsAt: time.endsAt,
      bufferMinutes: 0,
      ceilingMinutes: time.ceilingMinutes,
    };
    try {
      return await this.unitOfWork.run(() => this.start(request, ring, appointment));
    } catch (error) {
      // Somebody else was faster with this expert.
      if (error instanceof PersonTakenError) return false;
      throw error;
    }
  }

  /** @returns true also when somebody else moved the request on: there is nothing left to do here */
  private async start(
    request: HelpRequest,
    ring: Ring,
    appointment: Appointment,
  ): Promise<boolean> {
    const { id, nextCandidate, atOnce } = request;
    if (!(await this.requests.ringCandidate(id, nextCandidate, atOnce))) return true;
    await this.rings.add(ring);
    const holdEndsAt = ring.endsAt.add({ seconds: CLAIM_OUTLIVES_RING_SECONDS });
    await this.appointments.holdLearner(request, appointment, holdEndsAt);
    await this.appointments.hold(appointment, [], holdEndsAt);
    await this.presence.refresh([ring.expertId]);
    await this.outbox.schedule({
      name: 'scheduling.ring-timeout',
      key: ringJobKey(ring.id),
      dueAt: ring.endsAt.toString(),
      payload: { ringId: ring.id },
    });
    await this.announcer.announce('scheduling.ring.started', request.id, {
      ...ringFactsOf(ring, request),
      endsAt: ring.endsAt.toString(),
    });
    return true;
  }

  private ringFor(
    request: HelpRequest,
    { expertId, listingId, offer }: Candidate,
    ceilingMinutes: number,
    now: Temporal.Instant,
  ): Ring {
    return {
      id: this.ids.next(),
      helpRequestId: request.id,
      appointmentId: this.ids.next(),
      expertId,
      listingId,
      state: 'rung',
      startedAt: now,
      endsAt: now.add({ seconds: RING_SECONDS }),
      endedAt: null,
      ceilingMinutes,
      offer,
    };
  }

  /** The ring brought nothing: the expert's time is free again and the request goes on. @returns whether it still rang */
  private async leave(ring: Ring, outcome: 'declined' | 'timed_out'): Promise<boolean> {
    try {
      return await this.unitOfWork.run(async () => {
        const request = await this.requests.byId(ring.helpRequestId);
        if (!(await this.requests.leaveRing(request.id))) return false;
        await this.end(ring, request, outcome, this.clock.now());
        await this.appointments.release(ring.appointmentId);
        await this.presence.refresh([ring.expertId]);
        await this.plan(request.id);
        return true;
      });
    } catch (error) {
      if (error instanceof RingOverError) return false;
      throw error;
    }
  }

  private async end(
    ring: Ring,
    request: HelpRequest,
    outcome: RingOutcome,
    now: Temporal.Instant,
    wasSlower = false,
  ): Promise<void> {
    if (!(await this.rings.end(ring, outcome, now))) throw new RingOverError('answered');
    const ringingMs = now.epochMilliseconds - ring.startedAt.epochMilliseconds;
    await this.presence.rememberRing(ring.expertId, outcome, ringingMs);
    await this.outbox.cancel(ringJobKey(ring.id));
    await this.announcer.announce('scheduling.ring.ended', request.id, {
      ...ringFactsOf(ring, request),
      outcome,
      wasSlower,
    });
  }

  private async giveUp(request: HelpRequest): Promise<void> {
    await this.unitOfWork.run(async () => {
      if (!(await this.requests.giveUp(request.id, request.candidates.length))) return;
      await this.appointments.releaseLearner(request, null);
      await this.announcer.announce(
        'scheduling.help-request.unanswered',
        request.id,
        requestFactsOf(request),
      );
    });
  }
}

function ringJobKey(ringId: string): string {
  return `scheduling:ring:${ringId}`;
}
