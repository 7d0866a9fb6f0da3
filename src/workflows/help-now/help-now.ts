import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../modules/accounts/index.js';
import {
  BillingFacade,
  type PaymentCard,
  type PaymentView,
  type QuoteView,
} from '../../modules/billing/index.js';
import { CatalogFacade, type ListingView } from '../../modules/catalog/index.js';
import {
  type HelpRequestView,
  SchedulingFacade,
  WrongStateError,
} from '../../modules/scheduling/index.js';
import type { Asker } from '../../pages/api/reads/asker.js';
import { Pricing } from '../../pages/api/reads/pricing.js';
import { Uploads } from '../../platform/storage/uploads.js';
import { AttemptMarks } from './attempt-marks.js';
import { Candidates } from './candidates.js';
import { DomainError, NotFoundError } from '../../shared/domain-error.js';
import type { Money } from '../../shared/money.js';

export interface HelpNowInput {
  /** The client's idempotency key. */
  readonly key: string;
  readonly listingId: string;
  readonly problem: string;
  readonly photoFileId: string | null;
  readonly ceilingMinutes: number;
  readonly language: string;
  /** One after the other, or the best few at the same time. */
  readonly atOnce: number;
  /** null for free help */
  readonly card: PaymentCard | null;
  /** Where the learner's request came from on the internet. */
  readonly visitorAddress: string;
}

/** The offer cannot be sold to this learner; `code` says why. */
export class NotSellableError extends DomainError {
  constructor(code: string, facts: Readonly<Record<string, unknown>>) {
    super('refused', code, 'this cannot be sold here', facts);
  }
}

export class CardMissingError extends DomainError {
  constructor() {
    super('invalid', 'help_now.card_missing', 'paid help needs a card');
  }
}

export class NotInstantError extends DomainError {
  constructor() {
    super('refused', 'help_now.not_instant', 'this expert can only be booked');
  }
}

/** Help now: one hold for the request, then experts are rung, one after the other or a few at once, until somebody accepts. */
@Injectable()
export class HelpNow {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly accounts: AccountsFacade,
    private readonly billing: BillingFacade,
    private readonly scheduling: SchedulingFacade,
    private readonly pricing: Pricing,
    private readonly uploads: Uploads,
    private readonly marks: AttemptMarks,
    private readonly candidates: Candidates,
  ) {}

  /**
   * Opens the request, holds the ceiling and rings the first expert. Every step is keyed by the
   * request, so a repeated call goes on where the first one was lost.
   *
   * @throws NotFoundError, NotInstantError, ApartError, NotSellableError, CardMissingError, EmailNotVerifiedError,
   *   HelpRequestOpenError, CardInUseError, AddressInUseError, InvalidInputError
   */
  async ask(
    asker: Asker & { person: NonNullable<Asker['person']> },
    input: HelpNowInput,
  ): Promise<HelpRequestView> {
    const listing = await this.catalog.liveListing(input.listingId, asker.language);
    if (!listing.instant) throw new NotInstantError();
    await this.accounts.assertNotApart(asker.person.id, listing.expertId);
    const quote = await this.quote(listing, input.ceilingMinutes, asker);
    if (quote && !input.card) throw new CardMissingError();
    if (quote) await this.accounts.assertVerified(asker.person.id);
    if (input.photoFileId) await this.uploads.assertOwned(input.photoFileId, asker.person.id);
    const request = await this.scheduling.openHelpRequest({
      key: input.key,
      learnerId: asker.person.id,
      listingId: listing.id,
      candidates: await this.candidates.withReserve(listing, quote, input.ceilingMinutes, asker),
      problem: input.problem,
      photoFileId: input.photoFileId,
      language: input.language,
      ceilingMinutes: input.ceilingMinutes,
      atOnce: input.atOnce,
      audience: 'chosen',
      marks: await this.marks.of(quote && input.card, input.visitorAddress),
    });
    return this.hold(request, asker.person.id, quote && input.card && [quote.ceiling, input.card]);
  }

  /**
   * Holds what was agreed and rings; every step is keyed by the request.
   *
   * @param payment null for free help
   */
  async hold(
    request: HelpRequestView,
    learnerId: string,
    payment: readonly [Money, PaymentCard] | null,
  ): Promise<HelpRequestView> {
    if (request.state !== 'authorising') return request;
    if (!payment) {
      await this.scheduling.paymentAuthorised(request.id, null);
      return this.scheduling.helpRequest(request.id, learnerId);
    }
    const [amount, card] = payment;
    const held = await this.billing.authorise({
      key: holdKey(request.id),
      payerId: learnerId,
      amount,
      card,
      purpose: { kind: 'help_request', id: request.id },
    });
    return this.takePayment(request.id, learnerId, held);
  }

  /** What the provider's form needs to ask the bank; null when it has nothing to ask. @throws NotFoundError */
  async challengeSecret(requestId: string, learnerId: string): Promise<string | null> {
    await this.scheduling.helpRequest(requestId, learnerId);
    const payment = await this.billing.paymentByKey(holdKey(requestId));
    return payment && this.billing.challengeSecret(payment.id, learnerId);
  }

  /** The bank's question was answered. @throws NotFoundError */
  async answerChallenge(
    requestId: string,
    learnerId: string,
    outcome: 'approved' | 'failed',
  ): Promise<HelpRequestView> {
    await this.scheduling.helpRequest(requestId, learnerId);
    const payment = await this.billing.paymentByKey(holdKey(requestId));
    if (!payment) throw new NotFoundError('payment');
    return this.takePayment(
      requestId,
      learnerId,
      await this.billing.answerChallenge(payment.id, learnerId, outcome),
    );
  }

  /** Carries the state of the hold into the request; also called when the provider tells later. */
  async takePayment(
    requestId: string,
    learnerId: string,
    payment: PaymentView,
  ): Promise<HelpRequestView> {
    const hasFailed =
      payment.state === 'failed' || payment.state === 'voided' || payment.state === 'expired';
    if (payment.state === 'authorised') await this.ringOrLetGo(requestId, payment);
    else if (hasFailed)
      await this.scheduling.paymentFailed(requestId, payment.failure ?? 'card_declined');
    return this.scheduling.helpRequest(requestId, learnerId);
  }

  /** Nobody keeps money for a request that was withdrawn or timed out while the bank was asked. */
  private async ringOrLetGo(requestId: string, payment: PaymentView): Promise<void> {
    try {
      await this.scheduling.paymentAuthorised(requestId, payment.id);
    } catch (error) {
      if (error instanceof WrongStateError)
        await this.billing.void(payment.id, `${holdKey(requestId)}:too-late`);
      throw error;
    }
  }

  /** The ceiling in money, or null for free help. @throws NotSellableError */
  private async quote(
    listing: ListingView,
    minutes: number,
    asker: Asker,
  ): Promise<QuoteView | null> {
    if (listing.price.model === 'free') return null;
    const verdict = await this.pricing.quote(listing, minutes, asker);
    if (!verdict.ok) throw new NotSellableError(verdict.refusal.code, verdict.refusal.facts);
    return verdict.value;
  }
}

/** One hold a request, whoever answers in the end. */
export function holdKey(requestId: string): string {
  return `help-request:${requestId}`;
}
