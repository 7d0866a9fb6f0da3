import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { OnEvent, OnJob } from '../../../platform/outbox/handlers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import { ExpertFreeError, LineFullError, OwnListingError } from '../domain/scheduling.errors.js';
import type { SchedulingEvent } from '../domain/scheduling.events.js';
import {
  CALLS_REMEMBERED,
  type Estimate,
  estimateOf,
  LINE_LENGTH_MAX,
  type PlaceState,
  TURN_MINUTES,
  WAITING_HOURS_MAX,
} from '../domain/waiting-line.js';
import { AppointmentRepository } from '../persistence/appointment.repository.js';
import { HelpRequestRepository } from '../persistence/help-request.repository.js';
import {
  type WaitingPlace,
  WaitingPlaceRepository,
} from '../persistence/waiting-place.repository.js';
import { Announcer } from './announcer.js';
import { Presence } from './presence.js';

/** A place in the line of an expert, as its learner sees it. Times are RFC 3339, UTC. */
export interface WaitingPlaceView {
  readonly id: string;
  readonly expertId: string;
  readonly listingId: string;
  readonly state: PlaceState;
  /** From 1; null once the place is given up. */
  readonly place: number | null;
  /** null where it would be a guess. */
  readonly estimate: Estimate | null;
  readonly joinedAt: string;
  /** Until when it is the learner's turn; null while it is not. */
  readonly turnEndsAt: string | null;
}

const TURN_JOB = 'scheduling.turn-ends';
const PATIENCE_JOB = 'scheduling.waiting-ends';

/**
 * Who waits for an expert who is busy. When the expert is free the first in line is called and has some
 * minutes to ask. Nobody is held for a line: that takes a help request with its payment, so a place is a
 * head start and not a reservation, and it is kept when somebody else was faster.
 */
@Injectable()
export class WaitingLine {
  constructor(
    private readonly places: WaitingPlaceRepository,
    private readonly presence: Presence,
    private readonly requests: HelpRequestRepository,
    private readonly appointments: AppointmentRepository,
    private readonly announcer: Announcer,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Again gives the same place. @throws OwnListingError, ExpertFreeError, LineFullError */
  async join(asked: {
    readonly expertId: string;
    readonly learnerId: string;
    readonly listingId: string;
  }): Promise<WaitingPlaceView> {
    const { expertId, learnerId } = asked;
    if (expertId === learnerId) throw new OwnListingError();
    const known = await this.places.openOf(expertId, learnerId);
    if (known) return this.viewOf(known);
    if ((await this.stateOf(expertId)) === 'free_now') throw new ExpertFreeError();
    if ((await this.places.line(expertId)).length >= LINE_LENGTH_MAX) throw new LineFullError();
    const place: WaitingPlace = {
      ...{ id: this.ids.next(), expertId, learnerId, listingId: asked.listingId },
      state: 'waiting',
      joinedAt: this.clock.now(),
      turnEndsAt: null,
    };
    await this.unitOfWork.run(async () => {
      if (!(await this.places.add(place))) return;
      await this.outbox.schedule({
        name: PATIENCE_JOB,
        key: `${PATIENCE_JOB}:${place.id}`,
        dueAt: place.joinedAt.add({ hours: WAITING_HOURS_MAX }).toString(),
        payload: { placeId: place.id },
      });
    });
    // The expert may have become free between the look and the place.
    await this.callNext(expertId);
    return this.viewOf((await this.places.openOf(expertId, learnerId)) ?? place);
  }

  /** Again does nothing. @throws NotFoundError also when it is somebody else's */
  async leave(id: string, learnerId: string): Promise<void> {
    await this.giveUp(await this.own(id, learnerId), 'left');
  }

  /** @throws NotFoundError also when it is somebody else's */
  async view(id: string, learnerId: string): Promise<WaitingPlaceView> {
    return this.viewOf(await this.own(id, learnerId));
  }

  async openOf(learnerId: string): Promise<WaitingPlaceView[]> {
    const places = await this.places.openOfLearner(learnerId);
    return Promise.all(places.map((place) => this.viewOf(place)));
  }

  @OnEvent('scheduling.presence.changed', 'call-line.on-presence-changed')
  async presenceChanged({
    data: { expertId },
  }: SchedulingEvent<'scheduling.presence.changed'>): Promise<void> {
    const [called] = (await this.places.line(expertId)).filter(({ state }) => state === 'called');
    const isFree = (await this.stateOf(expertId)) === 'free_now';
    // Somebody else was faster, or the expert went: the place is kept for the next time.
    if (called && !isFree && !(await this.isAsking(called))) await this.change(called, 'waiting');
    if (isFree) await this.callNext(expertId);
  }

  /** Whoever was helped by anybody waits no more. */
  @OnEvent('scheduling.help-request.accepted', 'leave-lines.on-accepted')
  async accepted({ data }: SchedulingEvent<'scheduling.help-request.accepted'>): Promise<void> {
    for (const place of await this.places.openOfLearner(data.learnerId))
      await this.giveUp(place, place.expertId === data.expertId ? 'served' : 'left');
  }

  @OnJob(TURN_JOB)
  async turnEnds({ placeId }: { placeId: string }): Promise<void> {
    const place = await this.places.byId(placeId);
    if (place.state !== 'called') return;
    if (await this.isAsking(place)) return this.unitOfWork.run(() => this.planTurnEnd(place));
    const isFree = (await this.stateOf(place.expertId)) === 'free_now';
    if (isFree) await this.giveUp(place, 'lost');
    else await this.change(place, 'waiting');
  }

  @OnJob(PATIENCE_JOB)
  async waitingEnds({ placeId }: { placeId: string }): Promise<void> {
    await this.giveUp(await this.places.byId(placeId), 'lost');
  }

  /** Calls the first who waits, where the expert is free and nobody is called; the unique key decides between two that try. */
  private async callNext(expertId: string): Promise<void> {
    if ((await this.stateOf(expertId)) !== 'free_now') return;
    const line = await this.places.line(expertId);
    const [first] = line;
    if (!first || line.some(({ state }) => state === 'called')) return;
    const called: WaitingPlace = { ...first, turnEndsAt: this.turnEnd() };
    await this.unitOfWork.run(async () => {
      if (!(await this.places.move(first, 'called', called.turnEndsAt))) return;
      await this.planTurnEnd(called);
      await this.announce(called, 'called');
    });
  }

  private async giveUp(place: WaitingPlace, to: 'served' | 'left' | 'lost'): Promise<void> {
    if (place.state !== 'waiting' && place.state !== 'called') return;
    await this.change(place, to);
    await this.callNext(place.expertId);
  }

  private async change(place: WaitingPlace, to: PlaceState): Promise<void> {
    await this.unitOfWork.run(async () => {
      if (!(await this.places.move(place, to))) return;
      await this.outbox.cancel(`${TURN_JOB}:${place.id}`);
      if (to !== 'waiting') await this.outbox.cancel(`${PATIENCE_JOB}:${place.id}`);
      await this.announce(place, to);
    });
  }

  private planTurnEnd({ id }: WaitingPlace): Promise<void> {
    return this.outbox.schedule({
      name: TURN_JOB,
      key: `${TURN_JOB}:${id}`,
      dueAt: this.turnEnd().toString(),
      payload: { placeId: id },
    });
  }

  private turnEnd(): Temporal.Instant {
    return this.clock.now().add({ minutes: TURN_MINUTES });
  }

  /** The learner's own request is open: the turn is being used. */
  private async isAsking({ learnerId }: WaitingPlace): Promise<boolean> {
    return (await this.requests.openOf(learnerId)) !== null;
  }

  private async stateOf(expertId: string): Promise<string | undefined> {
    return (await this.presence.of([expertId])).get(expertId)?.state;
  }

  private async own(id: string, learnerId: string): Promise<WaitingPlace> {
    const place = await this.places.byId(id);
    if (place.learnerId !== learnerId) throw new NotFoundError('waiting_place');
    return place;
  }

  private announce(place: WaitingPlace, state: PlaceState): Promise<void> {
    return this.announcer.announce('scheduling.place.changed', place.id, {
      placeId: place.id,
      expertId: place.expertId,
      learnerId: place.learnerId,
      listingId: place.listingId,
      state,
      turnEndsAt: state === 'called' ? (place.turnEndsAt?.toString() ?? null) : null,
    });
  }

  private async viewOf(place: WaitingPlace): Promise<WaitingPlaceView> {
    const isOpen = place.state === 'waiting' || place.state === 'called';
    const number = isOpen ? (await this.places.countBefore(place)) + 1 : null;
    return {
      id: place.id,
      expertId: place.expertId,
      listingId: place.listingId,
      state: place.state,
      place: number,
      estimate: number === null ? null : await this.estimate(place.expertId, number),
      joinedAt: place.joinedAt.toString(),
      turnEndsAt: place.turnEndsAt?.toString() ?? null,
    };
  }

  private async estimate(expertId: string, place: number): Promise<Estimate | null> {
    const now = this.clock.now();
    const running = await this.appointments.runningOf(expertId, now);
    const call = running && {
      minutesSoFar: running.startsAt.until(now).total('minutes'),
      minutesLeftMax: now.until(running.endsAt).total('minutes'),
    };
    const lastCalls = await this.appointments.lastCallMinutes(expertId, CALLS_REMEMBERED);
    return estimateOf({ place, call, lastCalls });
  }
}
