import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { OnJob } from '../../../platform/outbox/handlers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { InvalidInputError, NotFoundError } from '../../../shared/domain-error.js';
import {
  AUTHORISING_MINUTES,
  type Audience,
  type Candidate,
  checkHelpRequest,
  type HelpRequest,
  type Ring,
  RING_SECONDS,
  timeForCall,
} from '../domain/help-request.js';
import {
  AddressInUseError,
  CardInUseError,
  HelpRequestOpenError,
  KeyReusedError,
  LearnerBusyError,
  OwnListingError,
  WrongStateError,
} from '../domain/scheduling.errors.js';
import {
  type AttemptMarks,
  HelpRequestClashError,
  HelpRequestRepository,
} from '../persistence/help-request.repository.js';
import { RingRepository } from '../persistence/ring.repository.js';
import { Announcer } from './announcer.js';
import { Appointments } from './appointments.js';
import { helpRequestViewOf, type HelpRequestView, requestFactsOf } from './help-request-view.js';
import { Ringing } from './ringing.js';

export interface HelpAsked {
  /** Of the learner's choice; the same call again finds the request it made. */
  readonly key: string;
  readonly learnerId: string;
  /** What the learner chose; candidates may offer help by others. */
  readonly listingId: string;
  /** In the order in which they are rung. */
  readonly candidates: readonly Candidate[];
  readonly problem: string;
  readonly photoFileId: string | null;
  readonly language: string;
  /** 15, 30 or 60. */
  readonly ceilingMinutes: number;
  /** How many are rung at the same time. */
  readonly atOnce: number;
  readonly audience: Audience;
  /** Fingerprint of the card, and the address on the internet made unreadable; null where they say nothing about who asks. */
  readonly marks: AttemptMarks;
}

/** From asking for help to being answered. Every step can be repeated without harm. */
@Injectable()
export class HelpRequests {
  constructor(
    private readonly requests: HelpRequestRepository,
    private readonly rings: RingRepository,
    private readonly ringing: Ringing,
    private readonly appointments: Appointments,
    private readonly announcer: Announcer,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws InvalidInputError, OwnListingError, LearnerBusyError, HelpRequestOpenError, KeyReusedError */
  async open(asked: HelpAsked): Promise<HelpRequestView> {
    const problems = checkHelpRequest(asked);
    if (problems.length > 0) throw new InvalidInputError(problems);
    if (asked.candidates.some((candidate) => candidate.expertId === asked.learnerId))
      throw new OwnListingError();
    const earlier = await this.requests.byKey(asked.learnerId, asked.key);
    if (earlier) return this.sameOrRefuse(earlier, asked);
    await this.refuseBusyLearner(asked);
    const request = this.requestOf(asked);
    try {
      await this.unitOfWork.run(() => this.store(request, asked));
    } catch (error) {
      return this.explain(error, asked);
    }
    return this.viewOf(request);
  }

  /** Begins to ring. @param paymentId null when the help is free @throws NotFoundError, WrongStateError */
  async authorised(id: string, paymentId: string | null): Promise<void> {
    await this.unitOfWork.run(async () => {
      const isFirst = await this.requests.move(id, 'authorising', 'ringing', { paymentId });
      const request = await this.requests.byId(id);
      if (!isFirst && request.paymentId === paymentId) return;
      if (!isFirst) throw new WrongStateError('help_request', request.state);
      await this.outbox.cancel(authorisingJobKey(id));
      await this.announcer.announce('scheduling.help-request.ringing', id, requestFactsOf(request));
      await this.ringing.plan(id);
    });
    await this.ringing.ringNext(id);
  }

  /** Ends a request before anybody was rung; does nothing when it had failed already. @throws NotFoundError, WrongStateError */
  async failed(id: string, code: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      const isFirst = await this.requests.move(id, 'authorising', 'failed', { failureCode: code });
      const request = await this.requests.byId(id);
      if (!isFirst && request.state === 'failed') return;
      if (!isFirst) throw new WrongStateError('help_request', request.state);
      await this.outbox.cancel(authorisingJobKey(id));
      await this.announcer.announce('scheduling.help-request.failed', id, {
        ...requestFactsOf(request),
        code,
      });
    });
  }

  /** Nobody is rung after this; does nothing when it was withdrawn already. @throws NotFoundError, WrongStateError */
  async withdraw(id: string, learnerId: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      if ((await this.requests.byId(id)).learnerId !== learnerId)
        throw new NotFoundError('help_request');
      const isFirst =
        (await this.requests.move(id, 'authorising', 'withdrawn')) ||
        (await this.requests.move(id, 'ringing', 'withdrawn', { openRings: 0 }));
      const request = await this.requests.byId(id);
      if (!isFirst && request.state === 'withdrawn') return;
      if (!isFirst) throw new WrongStateError('help_request', request.state);
      await this.outbox.cancel(authorisingJobKey(id));
      await this.ringing.callOff(request);
      await this.announcer.announce(
        'scheduling.help-request.withdrawn',
        id,
        requestFactsOf(request),
      );
    });
  }

  /** @throws NotFoundError also when it is somebody else's */
  async view(id: string, personId: string): Promise<HelpRequestView> {
    const request = await this.requests.byId(id);
    if (request.learnerId !== personId) throw new NotFoundError('help_request');
    return this.viewOf(request);
  }

  /** @throws NotFoundError also when it is somebody else's */
  async candidatesOf(id: string, learnerId: string): Promise<readonly Candidate[]> {
    const request = await this.requests.byId(id);
    if (request.learnerId !== learnerId) throw new NotFoundError('help_request');
    return request.candidates;
  }

  async openOf(learnerId: string): Promise<HelpRequestView | null> {
    const request = await this.requests.openOf(learnerId);
    return request ? this.viewOf(request) : null;
  }

  /** Whoever closed the page at the card form must not be kept from asking again. */
  @OnJob('scheduling.authorising-timeout')
  async giveUpAuthorising({ helpRequestId }: { helpRequestId: string }): Promise<void> {
    const request = await this.requests.byId(helpRequestId);
    if (request.state === 'authorising')
      await this.failed(helpRequestId, 'scheduling.authorisation_timed_out');
  }

  private async store(request: HelpRequest, { key, marks }: HelpAsked): Promise<void> {
    await this.requests.add(request, key, marks);
    await this.outbox.schedule({
      name: 'scheduling.authorising-timeout',
      key: authorisingJobKey(request.id),
      dueAt: request.createdAt.add({ minutes: AUTHORISING_MINUTES }).toString(),
      payload: { helpRequestId: request.id },
    });
  }

  private requestOf(asked: HelpAsked): HelpRequest {
    return {
      id: this.ids.next(),
      learnerId: asked.learnerId,
      listingId: asked.listingId,
      state: 'authorising',
      problem: asked.problem.trim(),
      photoFileId: asked.photoFileId,
      language: asked.language,
      ceilingMinutes: asked.ceilingMinutes,
      candidates: asked.candidates,
      nextCandidate: 0,
      atOnce: asked.atOnce,
      openRings: 0,
      audience: asked.audience,
      acceptedRingId: null,
      paymentId: null,
      failureCode: null,
      appointmentId: null,
      createdAt: this.clock.now(),
    };
  }

  /** Nobody could be rung for a learner who has no time. */
  private async refuseBusyLearner({ learnerId, ceilingMinutes }: HelpAsked): Promise<void> {
    const nextBegins = await this.appointments.nextBegins([learnerId]);
    // The card form may take as long as a ring.
    const soon: Temporal.Instant = this.clock.now().add({ seconds: RING_SECONDS });
    if (timeForCall(soon, ceilingMinutes, nextBegins) === null) throw new LearnerBusyError();
  }

  private async explain(error: unknown, asked: HelpAsked): Promise<HelpRequestView> {
    if (!(error instanceof HelpRequestClashError)) throw error;
    const earlier = await this.requests.byKey(asked.learnerId, asked.key);
    if (earlier) return this.sameOrRefuse(earlier, asked);
    const open = await this.requests.openOf(asked.learnerId);
    if (open) throw new HelpRequestOpenError(open.id);
    const { card, address } = asked.marks;
    if (card !== null && (await this.requests.isCardInUse(card))) throw new CardInUseError();
    if (address !== null && (await this.requests.isAddressInUse(address)))
      throw new AddressInUseError();
    // It may have been closed just now: then the same call works.
    throw error;
  }

  private async sameOrRefuse(earlier: HelpRequest, asked: HelpAsked): Promise<HelpRequestView> {
    if (earlier.listingId !== asked.listingId) throw new KeyReusedError();
    return this.viewOf(earlier);
  }

  /** What ended with the request is no news to its learner. */
  private async ringsOf({ id, state, acceptedRingId }: HelpRequest): Promise<Ring[]> {
    if (state === 'ringing') return this.rings.rungOf(id);
    return state === 'accepted' && acceptedRingId !== null
      ? [await this.rings.byId(acceptedRingId)]
      : [];
  }

  private async viewOf(request: HelpRequest): Promise<HelpRequestView> {
    const rings = await this.ringsOf(request);
    return helpRequestViewOf(request, rings, await this.rings.countOf(request.id));
  }
}

function authorisingJobKey(id: string): string {
  return `scheduling:authorising:${id}`;
}
