import type { Temporal } from 'temporal-polyfill';
import type { CurrencyCode } from '../../../shared/currency.js';
import type { Money } from '../../../shared/money.js';
import type { CardTrace, PaymentCard } from '../domain/card.js';
import type { ProviderStanding } from '../domain/payment.js';

/** One payment as the provider keeps it. */
export interface ProviderIntent extends ProviderStanding {
  readonly id: string;
  /** Id of our payment, which the provider keeps for us. */
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  readonly card: CardTrace | null;
  /** When the provider lets go of what it holds; null when it holds nothing. */
  readonly holdEndsAt: Temporal.Instant | null;
}

/**
 * A payment provider with holds that are captured later. Every call that changes something carries a
 * key; the same key again changes nothing more. A refusal of the card is an answer, not an error.
 *
 * All methods throw PaymentProviderUnavailableError when no answer came; what happened is then unknown.
 */
export abstract class PaymentGateway {
  abstract readonly name: string;

  /**
   * Who asks people for their card and for its authentication: a form of ours, which hands over the number,
   * or the provider's, which hands over a token.
   */
  abstract readonly form: 'ours' | 'providers';

  /** Smallest amount that it can hold or capture, in minor units. */
  abstract minimumMinorOf(currency: CurrencyCode): bigint;

  /**
   * The same for the same card, whoever uses it, and no way back to its number; at most 64 characters.
   *
   * @returns null where a card says nothing about who pays
   */
  abstract fingerprintOf(card: PaymentCard): Promise<string | null>;

  /**
   * Whether experts of a country can be paid through it. While that is not known the answer is yes: a sale is
   * then refused or made by the law alone, and a payout that fails is seen.
   */
  abstract canPayTo(country: string): Promise<boolean>;

  /** Holds the amount on the card. */
  abstract authorise(call: {
    readonly key: string;
    readonly reference: string;
    readonly amount: Money;
    readonly card: PaymentCard;
  }): Promise<ProviderIntent>;

  /** How the card holder's authentication ended: told to a provider that leaves asking to us, looked up at one that asks itself. */
  abstract answerChallenge(call: {
    readonly key: string;
    readonly intentId: string;
    readonly outcome: 'approved' | 'failed';
  }): Promise<ProviderIntent>;

  /** What the provider's form needs to ask the card holder; null when nothing is asked, or when we ask. */
  abstract challengeSecret(intentId: string): Promise<string | null>;

  /** Takes the amount, at most what is held, and releases the rest. */
  abstract capture(call: {
    readonly key: string;
    readonly intentId: string;
    readonly amount: Money;
  }): Promise<ProviderIntent>;

  /** Releases what is held; without effect on what is captured. */
  abstract release(call: {
    readonly key: string;
    readonly intentId: string;
  }): Promise<ProviderIntent>;

  /** @throws PaymentProviderRefusedError when more would be given back than was captured */
  abstract refund(call: {
    readonly key: string;
    readonly intentId: string;
    readonly amount: Money;
  }): Promise<ProviderIntent>;

  abstract find(intentId: string): Promise<ProviderIntent | null>;

  abstract findByReference(reference: string): Promise<ProviderIntent | null>;

  /** What it has captured and not given back, by currency; for the proof of the ledger. */
  abstract balances(): Promise<Money[]>;
}
