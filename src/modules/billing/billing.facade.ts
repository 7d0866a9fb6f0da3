import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { StoredFile } from '../../platform/storage/file-store.js';
import { NotFoundError } from '../../shared/domain-error.js';
import { type AuthoriseInput, AuthorisePayment } from './application/authorise-payment.js';
import { type ClaimInput, Claims, type ClaimView } from './application/claims.js';
import { DrawDocument } from './application/draw-document.js';
import { MoveMoney } from './application/move-money.js';
import { paymentView, type PaymentView } from './application/payment-view.js';
import {
  type AccountOwner,
  PayoutAccounts,
  type PayoutAccountView,
} from './application/payout-accounts.js';
import { PayExperts } from './application/pay-experts.js';
import { PayoutHolds } from './application/payout-holds.js';
import {
  PayoutReads,
  type PayoutsView,
  type PayoutView,
  type Statement,
} from './application/payout-reads.js';
import { PaymentGateway } from './application/ports.js';
import { type LedgerReport, proveLedger } from './application/prove-ledger.js';
import { type ExploreInput, ExploreSale } from './application/explore-sale.js';
import { type ProofView, ProveNightly } from './application/prove-nightly.js';
import { type QuoteInput, QuoteSale, type QuoteVerdict } from './application/quote-sale.js';
import { type ReverseInput, ReverseSale } from './application/reverse-sale.js';
import { type Earnings, SaleReads, type SalesPage } from './application/sale-reads.js';
import type { SettleInput } from './application/sale-terms.js';
import type { SaleView } from './application/sale-view.js';
import { type SellerProfile, Sellers } from './application/sellers.js';
import { SettleSale } from './application/settle-sale.js';
import { VoidPayment } from './application/void-payment.js';
import type { Money } from '../../shared/money.js';
import type { PaymentCard } from './domain/card.js';
import type { DocumentContent } from './domain/document.js';
import { PaymentRepository } from './persistence/payment.repository.js';

/** Money: what it would cost, what is held and taken, who gets which part. Never call it inside a transaction. */
@Injectable()
export class BillingFacade {
  constructor(
    private readonly quotes: QuoteSale,
    private readonly explorer: ExploreSale,
    private readonly authorisations: AuthorisePayment,
    private readonly moves: MoveMoney,
    private readonly voids: VoidPayment,
    private readonly payments: PaymentRepository,
    private readonly sellers: Sellers,
    private readonly claims: Claims,
    private readonly settlements: SettleSale,
    private readonly reversals: ReverseSale,
    private readonly reads: SaleReads,
    private readonly drawings: DrawDocument,
    private readonly gateway: PaymentGateway,
    private readonly payoutAccounts: PayoutAccounts,
    private readonly payoutHolds: PayoutHolds,
    private readonly payouts: PayoutReads,
    private readonly payExperts: PayExperts,
    private readonly proofs: ProveNightly,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What a session costs at most. Unknown tax never means 0 %: it is a refusal with the engine's reason. */
  quote(input: QuoteInput): Promise<QuoteVerdict> {
    return this.quotes.run(input);
  }

  /** Many at once, in their order, as a page of offers needs them; null for an expert who has no account. */
  quoteEach(inputs: readonly QuoteInput[]): Promise<(QuoteVerdict | null)[]> {
    return this.quotes.runEach(inputs);
  }

  /** What would become of a price between any two people; for looking at the law, nothing is kept. */
  explore(input: ExploreInput): ReturnType<ExploreSale['run']> {
    return this.explorer.run(input);
  }

  /**
   * Holds an amount on a card. A card that is refused is an answer: state `failed` with the code in `failure`.
   *
   * @throws InvalidInputError for a card of the wrong form (fields `number`, `expiry`, `cvc`), BelowProviderMinimumError,
   *   BillingKeyReusedError, PaymentProviderUnavailableError (ask again with the same key)
   */
  async authorise(input: AuthoriseInput): Promise<PaymentView> {
    return paymentView(await this.authorisations.run(input));
  }

  /**
   * Tells one card from another without keeping either.
   *
   * @returns the same for the same card, whoever uses it; null where it says nothing about who pays
   */
  cardFingerprint(card: PaymentCard): Promise<string | null> {
    return this.gateway.fingerprintOf(card);
  }

  /**
   * How the card holder's authentication ended; without effect when none is awaited.
   *
   * @throws NotFoundError also for somebody else's payment
   */
  async answerChallenge(
    paymentId: string,
    payerId: string,
    outcome: 'approved' | 'failed',
  ): Promise<PaymentView> {
    const payment = await this.payments.load(paymentId);
    if (payment.payerId !== payerId) throw new NotFoundError('payment');
    return paymentView(await this.moves.answerChallenge(payment, outcome));
  }

  /**
   * What the provider's form needs to ask the payer's bank; null where our own page asks, or nothing is asked.
   *
   * @throws NotFoundError also for somebody else's payment
   */
  async challengeSecret(paymentId: string, payerId: string): Promise<string | null> {
    const payment = await this.payments.load(paymentId);
    if (payment.payerId !== payerId) throw new NotFoundError('payment');
    if (payment.state !== 'authentication_needed' || payment.providerRef === null) return null;
    return this.gateway.challengeSecret(payment.providerRef);
  }

  /** @throws NotFoundError */
  async payment(paymentId: string): Promise<PaymentView> {
    return paymentView(await this.payments.load(paymentId));
  }

  /** The payment that was asked for under the caller's own key; null when it never was. */
  async paymentByKey(key: string): Promise<PaymentView | null> {
    const payment = await this.payments.byRequestKey(key);
    return payment ? paymentView(payment) : null;
  }

  /** Lets go of what is held; safe on what holds nothing any more. @throws NotFoundError, PaymentStateError when it was captured */
  async void(paymentId: string, key: string): Promise<void> {
    await this.voids.run(paymentId, key);
  }

  /** Who an expert is as a seller; name and country only when nothing was told. */
  sellerProfile(accountId: string): Promise<SellerProfile> {
    return this.sellers.of(accountId);
  }

  setSellerProfile(accountId: string, profile: SellerProfile): Promise<void> {
    return this.sellers.set(accountId, profile);
  }

  /**
   * Takes exactly what the meter said, releases the rest, decides the tax, posts, issues the documents and
   * plans the payout. Safe to repeat: it goes on where it stopped, also by itself. The answer's `state` says
   * whether there was anything to take (`free`, `waived`) and whether it could be had (`uncollected`).
   *
   * @throws SettlementBlockedError when no law answers (nothing is captured then), BillingKeyReusedError when
   *   the session was settled over other facts, PaymentProviderUnavailableError
   */
  async settle(input: SettleInput): Promise<SaleView> {
    return this.reads.view(await this.settlements.run(input));
  }

  /**
   * Gives a sale back, wholly or in part; without effect where nothing was collected or nothing is left.
   *
   * @throws NotFoundError, ReversalExceedsSaleError, BillingKeyReusedError, PaymentProviderUnavailableError
   */
  async reverse(input: ReverseInput): Promise<SaleView> {
    return this.reads.view(await this.reversals.run(input));
  }

  sale(sessionId: string): Promise<SaleView | null> {
    return this.reads.ofSession(sessionId);
  }

  /** Newest first; `cursor` is the `nextCursor` of the page before. */
  salesOf(
    personId: string,
    role: 'learner' | 'expert',
    page: { readonly cursor: string | null; readonly limit: number },
  ): Promise<SalesPage> {
    return this.reads.of(personId, role, page);
  }

  earningsOf(expertId: string): Promise<Earnings> {
    return this.reads.earningsOf(expertId);
  }

  /** What is scheduled to be paid out to an expert, by currency. */
  moneyOnItsWay(expertId: string): Promise<Money[]> {
    return this.reads.onItsWay(expertId);
  }

  /** Where an expert's money goes, what comes next, and what was sent so far. */
  payoutsOf(expertId: string): Promise<PayoutsView> {
    return this.payouts.of(expertId);
  }

  /**
   * Says where an expert's money goes. Another account than the one that was known keeps it back for three days.
   *
   * @throws InvalidInputError (field `accountNumber`), PaymentProviderUnavailableError
   */
  setPayoutDestination(owner: AccountOwner, accountNumber: string): Promise<PayoutAccountView> {
    return this.payoutAccounts.setDestination(owner, accountNumber);
  }

  /** The provider's own page that asks; null where ours does. @throws PaymentProviderUnavailableError */
  payoutOnboardingUrl(owner: AccountOwner, returnUrl: string): Promise<string | null> {
    return this.payoutAccounts.onboardingUrl(owner, returnUrl);
  }

  /** Asks the provider how an expert's account stands. @throws PayoutAccountMissingError, PaymentProviderUnavailableError */
  refreshPayoutAccount(expertId: string, email: string): Promise<PayoutAccountView> {
    return this.payoutAccounts.refresh(expertId, email);
  }

  /** What a payout is made of. @throws NotFoundError also for somebody else's */
  payoutStatement(payoutId: string, expertId: string): Promise<Statement> {
    return this.payouts.statement(payoutId, expertId);
  }

  /** Newest first, for the console. */
  listPayouts(page: { readonly offset: number; readonly limit: number }): Promise<{
    items: readonly PayoutView[];
    total: number;
  }> {
    return this.payouts.list(page);
  }

  payout(id: string): Promise<PayoutView | null> {
    return this.payouts.byId(id);
  }

  /** Pays everybody what is due, as every hour does by itself. */
  beginPayouts(): Promise<void> {
    return this.payExperts.round();
  }

  /** Keeps an expert's money back; the expert reads the reason. */
  holdPayouts(expertId: string, heldBy: string, reason: string): Promise<void> {
    return this.payoutHolds.hold(expertId, heldBy, reason);
  }

  releasePayouts(expertId: string): Promise<void> {
    return this.payoutHolds.release(expertId);
  }

  /** The learner was not satisfied; a clear case is decided at once. @throws ClaimTooLateError, AlreadyClaimedError */
  openClaim(input: ClaimInput): Promise<ClaimView> {
    return this.claims.open(input);
  }

  /** @param by who granted it, null for a rule @returns false when it was decided before */
  grantClaim(claimId: string, by: string | null): Promise<boolean> {
    return this.claims.grant(claimId, by);
  }

  /** @throws NotFoundError */
  claim(claimId: string): Promise<ClaimView> {
    return this.claims.byId(claimId);
  }

  claimOf(sessionId: string): Promise<ClaimView | null> {
    return this.claims.ofSession(sessionId);
  }

  /** The PDF of a document. @throws NotFoundError also for a person who may not read it */
  documentPdf(id: string, personId: string): Promise<StoredFile> {
    return this.drawings.pdf(id, personId);
  }

  /** What a document says. @throws NotFoundError also for a person who may not read it */
  async document(id: string, personId: string): Promise<DocumentContent> {
    return (await this.drawings.document(id, personId)).content;
  }

  /** What the proofs of the last nights found, newest first. */
  ledgerProofs(page: { readonly offset: number; readonly limit: number }): Promise<{
    items: readonly ProofView[];
    total: number;
  }> {
    return this.proofs.list(page);
  }

  /** @param day ISO date in UTC */
  ledgerProof(day: string): Promise<ProofView | null> {
    return this.proofs.ofDay(day);
  }

  /** Proves sums, chains, numbers and the agreement with the provider from the rows. */
  async verifyLedger(): Promise<LedgerReport> {
    const { gateway } = this;
    return proveLedger(
      this.unitOfWork.manager,
      gateway.name,
      await gateway.balances(),
      this.clock.now(),
    );
  }
}
