import { Injectable } from '@nestjs/common';
import {
  BillingFacade,
  type PaymentAuthorised,
  type PaymentCard,
  type PaymentFailed,
  type PaymentView,
} from '../../modules/billing/index.js';
import { NoTimeLeftError, SchedulingFacade } from '../../modules/scheduling/index.js';
import {
  type ExtensionClosed,
  ExtensionClosedError,
  type ExtensionMinutes,
  type ExtensionView,
  mayAgree,
  mayPropose,
  NotExtendableError,
  type SessionRole,
  SessionsFacade,
  type SessionView,
} from '../../modules/sessions/index.js';
import { OnEvent } from '../../platform/outbox/handlers.js';
import { NotFoundError } from '../../shared/domain-error.js';
import { NotSellableError } from '../help-now/help-now.js';
import { type AddedTime, ExtensionOffers } from './extension-offers.js';

type Own = SessionView & { readonly role: SessionRole };

/**
 * More time for a session: one proposes it, the other agrees, then the time of both is taken, the money held
 * and the ceiling raised, in this order. Every step is keyed by the proposal and may be done again; whatever
 * ends it before the last one gives back what was taken (`sessions.extension.closed`).
 */
@Injectable()
export class ExtendSession {
  constructor(
    private readonly sessions: SessionsFacade,
    private readonly scheduling: SchedulingFacade,
    private readonly billing: BillingFacade,
    private readonly offers: ExtensionOffers,
  ) {}

  /** What could be added now. @throws NotFoundError, NotExtendableError, NotSellableError */
  async offer(sessionId: string, personId: string): Promise<AddedTime[]> {
    return this.offersFor(await this.sessions.session(sessionId, personId));
  }

  /** @throws NotFoundError, NotExtendableError, NoTimeLeftError, NotSellableError, ExtensionOpenError */
  async propose(sessionId: string, personId: string, minutes: ExtensionMinutes): Promise<void> {
    const session = await this.sessions.session(sessionId, personId);
    const chosen = (await this.offersFor(session)).find((offer) => offer.minutes === minutes);
    if (!chosen) throw new NoTimeLeftError();
    const { added, takenUntilMinutes } = chosen;
    const proposed = await this.sessions.extensions.propose({
      sessionId,
      proposedBy: session.role,
      minutes,
      added,
      takenUntilMinutes,
    });
    const answersByItself = await this.scheduling.answersByItself(session.expertId);
    if (session.role === 'learner' && answersByItself) await this.bothAgree(session, proposed);
  }

  /** The other one taps too. @throws NotFoundError, ExtensionClosedError, NoTimeLeftError */
  async agree(extensionId: string, personId: string): Promise<void> {
    const [extension, session] = await this.load(extensionId, personId);
    if (!mayAgree(extension, session.role)) throw new ExtensionClosedError();
    if (extension.state === 'proposed') await this.bothAgree(session, extension);
  }

  /** Either of the two says no, or takes it back. @throws NotFoundError */
  async decline(extensionId: string, personId: string): Promise<void> {
    await this.load(extensionId, personId);
    await this.sessions.extensions.close(extensionId, 'declined');
  }

  /** The learner's card for it. @throws NotFoundError, ExtensionClosedError, InvalidInputError, BelowProviderMinimumError */
  async pay(extensionId: string, personId: string, card: PaymentCard): Promise<void> {
    const [extension, session] = await this.load(extensionId, personId);
    const { added, attempt, state } = extension;
    if (session.role !== 'learner' || added === null) throw new NotFoundError('extension');
    if (state !== 'agreed') throw new ExtensionClosedError();
    const payment = await this.billing.authorise({
      key: holdKey(extensionId, attempt),
      payerId: personId,
      amount: added,
      card,
      purpose: { kind: 'extension', id: extensionId },
    });
    await this.takePayment(extension, payment);
  }

  /** What the provider's form needs to ask the bank; null when it has nothing to ask. @throws NotFoundError */
  async challengeSecret(extensionId: string, personId: string): Promise<string | null> {
    const [{ paymentId }] = await this.load(extensionId, personId);
    return paymentId === null ? null : this.billing.challengeSecret(paymentId, personId);
  }

  /** The bank's question was answered. @throws NotFoundError */
  async answerChallenge(
    extensionId: string,
    personId: string,
    outcome: 'approved' | 'failed',
  ): Promise<void> {
    const [extension] = await this.load(extensionId, personId);
    if (extension.paymentId === null) throw new NotFoundError('payment');
    await this.takePayment(
      extension,
      await this.billing.answerChallenge(extension.paymentId, personId, outcome),
    );
  }

  /** The provider answered later than the call: it goes on from there. */
  @OnEvent('billing.payment.authorised', 'extend.on-payment-authorised')
  authorised({ data }: PaymentAuthorised): Promise<void> {
    return this.goOn(data);
  }

  @OnEvent('billing.payment.failed', 'extend.on-payment-failed')
  paymentFailed({ data }: PaymentFailed): Promise<void> {
    return this.goOn(data);
  }

  /** Nothing came of it: the hold is let go and both have their time back. */
  @OnEvent('sessions.extension.closed', 'let-go.on-extension-closed')
  async closed({ data }: ExtensionClosed): Promise<void> {
    const extension = await this.sessions.extensions.byId(data.extensionId);
    for (let attempt = 1; attempt <= extension.attempt; attempt += 1) {
      const payment = await this.billing.paymentByKey(holdKey(extension.id, attempt));
      if (payment) await this.billing.void(payment.id, `extension:${extension.id}:let-go`);
    }
    await this.giveTimeBack(extension);
  }

  private async bothAgree(session: SessionView, extension: ExtensionView): Promise<void> {
    try {
      await this.scheduling.appointmentLasts(session.appointmentId, extension.takenUntilMinutes);
    } catch (error) {
      if (error instanceof NoTimeLeftError)
        await this.sessions.extensions.close(extension.id, 'refused', error.code);
      throw error;
    }
    const agreed = await this.sessions.extensions.agree(extension.id).catch(async (error) => {
      await this.giveTimeBack(await this.sessions.extensions.byId(extension.id));
      throw error;
    });
    if (agreed.added === null) await this.sessions.extensions.grant(agreed.id, null);
  }

  /** Carries the state of a hold into the proposal it is for. */
  private async takePayment(extension: ExtensionView, payment: PaymentView): Promise<void> {
    const { extensions } = this.sessions;
    const { id, attempt } = extension;
    if (payment.state === 'authorised') {
      // Whoever declined or left meanwhile pays nothing.
      if (!(await extensions.grant(id, payment.id)))
        await this.billing.void(payment.id, `extension:${id}:too-late`);
    } else if (payment.state === 'authentication_needed') {
      if (await extensions.noteAttempt(id, attempt, payment.id)) await extensions.bankAsks(id);
      else await this.billing.void(payment.id, `extension:${id}:too-late`);
    } else if (payment.state !== 'captured') {
      await extensions.cardRefused(id, attempt, payment.failure ?? 'card_declined');
    }
  }

  private async goOn(data: {
    readonly paymentId: string;
    readonly purposeKind: string;
    readonly purposeId: string;
  }): Promise<void> {
    if (data.purposeKind !== 'extension') return;
    const extension = await this.sessions.extensions.byId(data.purposeId);
    const payment = await this.billing.payment(data.paymentId);
    const isOfThisAttempt =
      (await this.billing.paymentByKey(holdKey(extension.id, extension.attempt)))?.id ===
      payment.id;
    if (isOfThisAttempt || payment.state === 'authorised')
      await this.takePayment(extension, payment);
  }

  /** Only what nobody was granted: a later proposal may have taken more. */
  private async giveTimeBack({
    sessionId,
    takenUntilMinutes,
    minutes,
  }: ExtensionView): Promise<void> {
    const { session } = await this.sessions.bill(sessionId);
    const { state, ceilingMinutes } = await this.scheduling.appointment(session.appointmentId);
    if (state === 'kept' && ceilingMinutes === takenUntilMinutes)
      await this.scheduling.appointmentLasts(session.appointmentId, ceilingMinutes - minutes);
  }

  private async offersFor(session: Own): Promise<AddedTime[]> {
    const { remainingSeconds } = session.meter;
    if (!mayPropose({ ...session, remainingSeconds })) throw new NotExtendableError();
    const verdict = await this.offers.of(session);
    if (!verdict.ok) throw new NotSellableError(verdict.refusal.code, verdict.refusal.facts);
    return verdict.value;
  }

  private async load(extensionId: string, personId: string): Promise<[ExtensionView, Own]> {
    const extension = await this.sessions.extensions.byId(extensionId);
    return [extension, await this.sessions.session(extension.sessionId, personId)];
  }
}

/** One hold for each card that is tried; the same card again is the same hold. */
function holdKey(extensionId: string, attempt: number): string {
  return `extension:${extensionId}:${attempt}`;
}
