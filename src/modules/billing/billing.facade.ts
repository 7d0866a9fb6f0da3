import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../shared/domain-error.js';
import { type AuthoriseInput, AuthorisePayment } from './application/authorise-payment.js';
import { MoveMoney } from './application/move-money.js';
import { paymentView, type PaymentView } from './application/payment-view.js';
import { type QuoteInput, QuoteSale, type QuoteVerdict } from './application/quote-sale.js';
import { type SellerProfile, Sellers } from './application/sellers.js';
import { VoidPayment } from './application/void-payment.js';
import { PaymentRepository } from './persistence/payment.repository.js';

/** Money: what it would cost, what is held and taken, who gets which part. Never call it inside a transaction. */
@Injectable()
export class BillingFacade {
  constructor(
    private readonly quotes: QuoteSale,
    private readonly authorisations: AuthorisePayment,
    private readonly moves: MoveMoney,
    private readonly voids: VoidPayment,
    private readonly payments: PaymentRepository,
    private readonly sellers: Sellers,
  ) {}

  /** What a session costs at most. Unknown tax never means 0 %: it is a refusal with the engine's reason. */
  quote(input: QuoteInput): Promise<QuoteVerdict> {
    return this.quotes.run(input);
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
}
