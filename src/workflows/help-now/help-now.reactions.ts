import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import {
  BillingFacade,
  type PaymentAuthorised,
  type PaymentFailed,
} from '../../modules/billing/index.js';
import { type SchedulingEvent, SchedulingFacade } from '../../modules/scheduling/index.js';
import { SessionsFacade } from '../../modules/sessions/index.js';
import { OnEvent } from '../../platform/outbox/handlers.js';
import { Realtime } from '../../platform/realtime/realtime.js';
import { Uploads } from '../../platform/storage/uploads.js';
import { fromMoneyJson } from '../../shared/money.js';
import { RecordingTermsOfSession } from '../keep-recordings/recording-terms.js';
import { HelpNow, holdKey } from './help-now.js';
import type { Offer } from './offer.js';
import { ringOf } from './ring-reader.js';

/** Whoever accepted comes within seconds; after this the other need not wait any more. */
const COME_WITHIN_MINUTES = 3;

/** What follows from a ring: the room is opened, the hold is let go, both pages are told. */
@Injectable()
export class HelpNowReactions {
  constructor(
    private readonly helpNow: HelpNow,
    private readonly scheduling: SchedulingFacade,
    private readonly sessions: SessionsFacade,
    private readonly billing: BillingFacade,
    private readonly realtime: Realtime,
    private readonly uploads: Uploads,
    private readonly recordingTerms: RecordingTermsOfSession,
  ) {}

  @OnEvent('scheduling.help-request.accepted', 'open-session.on-help-accepted')
  async openSession({
    data,
    occurredAt,
  }: SchedulingEvent<'scheduling.help-request.accepted'>): Promise<void> {
    const request = await this.scheduling.helpRequest(data.helpRequestId, data.learnerId);
    const ring = await this.scheduling.ring(data.ringId, data.expertId);
    const offer = ring.offer as unknown as Offer;
    const isFree = offer.model === 'free';
    if (isFree) await this.releaseHold(data.helpRequestId);
    const acceptedAt = Temporal.Instant.from(occurredAt);
    const session = await this.sessions.open({
      sourceKind: 'help_request',
      sourceId: request.id,
      appointmentId: data.appointmentId,
      listingId: ring.listingId,
      listingTitle: offer.title,
      problem: request.problem,
      learnerId: request.learnerId,
      expertId: data.expertId,
      terms: {
        model: offer.model,
        unit: fromMoneyJson(offer.unit),
        freeMinutes: offer.freeMinutes,
      },
      ceilingMinutes: data.ceilingMinutes,
      ceiling: isFree ? null : fromMoneyJson(offer.ceiling),
      paymentId: isFree ? null : request.paymentId,
      expertIsGenerated: await this.scheduling.answersByItself(data.expertId),
      opensAt: acceptedAt,
      waitUntil: acceptedAt.add({ minutes: COME_WITHIN_MINUTES }),
    });
    await this.recordingTerms.set(session);
    this.tellLearner(data.learnerId, data.helpRequestId);
  }

  @OnEvent('scheduling.help-request.unanswered', 'let-go.on-unanswered')
  letGoUnanswered(event: SchedulingEvent<'scheduling.help-request.unanswered'>): Promise<void> {
    return this.letGo(event.data);
  }

  @OnEvent('scheduling.help-request.withdrawn', 'let-go.on-withdrawn')
  letGoWithdrawn(event: SchedulingEvent<'scheduling.help-request.withdrawn'>): Promise<void> {
    return this.letGo(event.data);
  }

  @OnEvent('scheduling.help-request.failed', 'tell-learner.on-failed')
  failed({ data }: SchedulingEvent<'scheduling.help-request.failed'>): Promise<void> {
    return this.letGo(data);
  }

  @OnEvent('scheduling.help-request.ringing', 'tell-learner.on-ringing')
  async ringing({ data }: SchedulingEvent<'scheduling.help-request.ringing'>): Promise<void> {
    this.tellLearner(data.learnerId, data.helpRequestId);
    return Promise.resolve();
  }

  @OnEvent('scheduling.ring.started', 'tell-expert.on-ring-started')
  async ringStarted({ data }: SchedulingEvent<'scheduling.ring.started'>): Promise<void> {
    const ring = await this.scheduling.ring(data.ringId, data.expertId);
    // Whoever is asked may see what is broken; nobody else may.
    if (ring.photoFileId) await this.uploads.show(ring.photoFileId, data.learnerId, data.expertId);
    this.realtime.toPerson(data.expertId, 'ring.started', ringOf(ring));
    this.tellLearner(data.learnerId, data.helpRequestId);
  }

  @OnEvent('scheduling.ring.ended', 'tell-expert.on-ring-ended')
  ringEnded({ data }: SchedulingEvent<'scheduling.ring.ended'>): Promise<void> {
    this.realtime.toPerson(data.expertId, 'ring.ended', {
      ringId: data.ringId,
      outcome: data.outcome,
      wasSlower: data.wasSlower,
    });
    this.tellLearner(data.learnerId, data.helpRequestId);
    return Promise.resolve();
  }

  /** The provider answered later than the call: the request goes on from there. */
  @OnEvent('billing.payment.authorised', 'go-on.on-payment-authorised')
  authorised({ data }: PaymentAuthorised): Promise<void> {
    return this.goOn(data.paymentId, data.purposeKind, data.purposeId);
  }

  @OnEvent('billing.payment.failed', 'go-on.on-payment-failed')
  paymentFailed({ data }: PaymentFailed): Promise<void> {
    return this.goOn(data.paymentId, data.purposeKind, data.purposeId);
  }

  private async goOn(paymentId: string, purposeKind: string, purposeId: string): Promise<void> {
    if (purposeKind !== 'help_request') return;
    const payment = await this.billing.payment(paymentId);
    const request = await this.scheduling.helpRequest(purposeId, payment.payerId);
    if (request.state !== 'authorising') return;
    await this.helpNow.takePayment(request.id, payment.payerId, payment);
    this.tellLearner(payment.payerId, request.id);
  }

  /** By the key of the hold: a request that was withdrawn while the bank was asked does not know its payment yet. */
  private async letGo({
    helpRequestId,
    learnerId,
  }: {
    helpRequestId: string;
    learnerId: string;
  }): Promise<void> {
    await this.releaseHold(helpRequestId);
    this.tellLearner(learnerId, helpRequestId);
  }

  private async releaseHold(helpRequestId: string): Promise<void> {
    const payment = await this.billing.paymentByKey(holdKey(helpRequestId));
    if (payment) await this.billing.void(payment.id, `help-request:${helpRequestId}:let-go`);
  }

  /** The page asks again: what it shows depends on the person. */
  private tellLearner(learnerId: string, helpRequestId: string): void {
    this.realtime.toPerson(learnerId, 'help-request.changed', { id: helpRequestId });
  }
}
