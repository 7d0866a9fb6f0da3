import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import type { CurrencyCode } from '../../../../shared/currency.js';
import type { Money } from '../../../../shared/money.js';
import { PaymentGateway, type ProviderIntent } from '../../application/ports.js';
import type { PaymentCard } from '../../domain/card.js';
import { PaymentProviderRefusedError } from '../../domain/billing.errors.js';
import { callStripe, isUnknown } from './call-stripe.js';
import type { PayableCountries } from './payable-countries.js';
import { stripeBalances } from './stripe-balances.js';
import { isExactWithStripe, stripeMinimumOf, toStripe } from './stripe-amounts.js';
import { EXPAND, intentOf, REFERENCE } from './stripe-intent.js';

/**
 * Stripe: one PaymentIntent per payment, captured by hand. The card was made into a payment method by
 * Stripe's own form on the page, so no number ever comes here. Idempotency keys are the ones we stored.
 */
@Injectable()
export class StripeGateway extends PaymentGateway {
  readonly name = 'stripe';
  readonly form = 'providers';

  constructor(
    private readonly stripe: Stripe,
    private readonly payable: PayableCountries,
  ) {
    super();
  }

  minimumMinorOf(currency: CurrencyCode): bigint {
    return stripeMinimumOf(currency);
  }

  /** Stripe's own, which is the same for the same card in all of an account; null for a token that it does not know. */
  async fingerprintOf(card: PaymentCard): Promise<string | null> {
    if (!('token' in card)) return null;
    try {
      const method = await callStripe(() => this.stripe.paymentMethods.retrieve(card.token));
      return method.card?.fingerprint ?? null;
    } catch (error) {
      if (isUnknown(error)) return null;
      throw error;
    }
  }

  canPayTo(country: string): Promise<boolean> {
    return this.payable.has(country).catch(() => true);
  }

  async authorise({
    key,
    reference,
    amount,
    card,
  }: Parameters<PaymentGateway['authorise']>[0]): Promise<ProviderIntent> {
    if (!('token' in card)) throw new PaymentProviderRefusedError('card_not_tokenised');
    if (!isExactWithStripe(amount.currency))
      throw new PaymentProviderRefusedError('currency_not_exact');
    return this.ask(
      () =>
        this.stripe.paymentIntents.create(
          {
            ...toStripe(amount),
            capture_method: 'manual',
            confirm: true,
            payment_method: card.token,
            allowed_payment_method_types: ['card'],
            metadata: { [REFERENCE]: reference },
            expand: EXPAND,
          },
          { idempotencyKey: key },
        ),
      (error) => this.refusedCard(error),
    );
  }

  /** Stripe's own form has asked the card holder; how it ended is known at Stripe. */
  async answerChallenge({
    intentId,
  }: Parameters<PaymentGateway['answerChallenge']>[0]): Promise<ProviderIntent> {
    return this.load(intentId);
  }

  async challengeSecret(intentId: string): Promise<string | null> {
    const intent = await callStripe(() => this.stripe.paymentIntents.retrieve(intentId));
    return intent.status === 'requires_action' ? intent.client_secret : null;
  }

  async capture({
    key,
    intentId,
    amount,
  }: Parameters<PaymentGateway['capture']>[0]): Promise<ProviderIntent> {
    return this.ask(
      () =>
        this.stripe.paymentIntents.capture(
          intentId,
          { amount_to_capture: toStripe(amount).amount, expand: EXPAND },
          { idempotencyKey: key },
        ),
      (error) => this.asItStands(error, intentId, ['requires_capture']),
    );
  }

  async release({
    key,
    intentId,
  }: Parameters<PaymentGateway['release']>[0]): Promise<ProviderIntent> {
    return this.ask(
      () =>
        this.stripe.paymentIntents.cancel(intentId, { expand: EXPAND }, { idempotencyKey: key }),
      (error) => this.asItStands(error, intentId, []),
    );
  }

  async refund({
    key,
    intentId,
    amount,
  }: Parameters<PaymentGateway['refund']>[0]): Promise<ProviderIntent> {
    try {
      await callStripe(() =>
        this.stripe.refunds.create(
          { payment_intent: intentId, amount: toStripe(amount).amount },
          { idempotencyKey: key },
        ),
      );
    } catch (error) {
      if (error instanceof Stripe.errors.StripeInvalidRequestError)
        throw new PaymentProviderRefusedError(error.code ?? 'refund_refused');
      throw error;
    }
    return this.load(intentId);
  }

  async find(intentId: string): Promise<ProviderIntent | null> {
    try {
      return await this.load(intentId);
    } catch (error) {
      if (isUnknown(error)) return null;
      throw error;
    }
  }

  /** Stripe's search knows what is a minute old; the sweeper asks later than that. */
  async findByReference(reference: string): Promise<ProviderIntent | null> {
    const { data } = await callStripe(() =>
      this.stripe.paymentIntents.search({
        query: `metadata['${REFERENCE}']:'${reference}'`,
        expand: EXPAND.map((path) => `data.${path}`),
        limit: 1,
      }),
    );
    return data[0] ? intentOf(data[0]) : null;
  }

  balances(): Promise<Money[]> {
    return callStripe(() => stripeBalances(this.stripe));
  }

  private async load(intentId: string): Promise<ProviderIntent> {
    return intentOf(
      await callStripe(() => this.stripe.paymentIntents.retrieve(intentId, { expand: EXPAND })),
    );
  }

  /** A refusal is an answer: `readRefusal` makes it one, or throws. */
  private async ask(
    send: () => Promise<Stripe.PaymentIntent>,
    readRefusal: (error: unknown) => Promise<ProviderIntent>,
  ): Promise<ProviderIntent> {
    let intent: Stripe.PaymentIntent;
    try {
      intent = await callStripe(send);
    } catch (error) {
      return readRefusal(error);
    }
    return intentOf(intent);
  }

  /** The bank said no: Stripe keeps the intent and why. */
  private refusedCard(error: unknown): Promise<ProviderIntent> {
    if (error instanceof Stripe.errors.StripeCardError && error.payment_intent)
      return this.load(error.payment_intent.id);
    if (error instanceof Stripe.errors.StripeInvalidRequestError)
      throw new PaymentProviderRefusedError(error.code ?? 'not_accepted');
    throw error;
  }

  /** It cannot be done because it was done, or the hold is gone: how things stand is the answer, unless they stand as before. */
  private async asItStands(
    error: unknown,
    intentId: string,
    unchanged: readonly Stripe.PaymentIntent.Status[],
  ): Promise<ProviderIntent> {
    const isRefusal =
      error instanceof Stripe.errors.StripeInvalidRequestError ||
      error instanceof Stripe.errors.StripeCardError;
    if (!isRefusal) throw error;
    const intent = await callStripe(() =>
      this.stripe.paymentIntents.retrieve(intentId, { expand: EXPAND }),
    );
    if (unchanged.includes(intent.status))
      throw new PaymentProviderRefusedError(error.code ?? 'refused');
    return intentOf(intent);
  }
}
