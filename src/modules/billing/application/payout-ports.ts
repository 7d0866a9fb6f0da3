import type { Money } from '../../../shared/money.js';
import type { PayoutAccountState } from '../domain/payout.js';

/** An expert's account as the provider keeps it. */
export interface ProviderAccount {
  readonly id: string;
  readonly state: PayoutAccountState;
  /** What it still asks for, by its own names; shown as they are where we have no words for them. */
  readonly requirements: readonly string[];
  /** Where money goes, as it may be shown: the last digits; null while none is known. */
  readonly destination: string | null;
}

/** One payment to an expert as the provider keeps it. */
export interface ProviderTransfer {
  readonly id: string;
  /** Id of our payout. */
  readonly reference: string;
  readonly amount: Money;
  readonly state: 'sent' | 'paid' | 'returned';
  /** Why it came back. */
  readonly failure: string | null;
}

/**
 * The part of a payment provider that pays experts. Every call that changes something carries a key; the same key
 * again changes nothing more.
 *
 * All methods throw PaymentProviderUnavailableError when no answer came; what happened is then unknown.
 */
export abstract class PayoutGateway {
  abstract readonly name: string;

  /** Who asks experts where their money goes: a form of ours, which hands over the number, or the provider's pages. */
  abstract readonly form: 'ours' | 'providers';

  /** Makes the account; the same reference again gives the same account. */
  abstract openAccount(call: {
    readonly key: string;
    readonly reference: string;
    readonly country: string;
    readonly email: string;
  }): Promise<ProviderAccount>;

  /**
   * Says where money goes, for a provider that leaves asking to us.
   *
   * @throws InvalidInputError for a number that it does not know (field `accountNumber`)
   */
  abstract setDestination(call: {
    readonly key: string;
    readonly accountId: string;
    readonly accountNumber: string;
  }): Promise<ProviderAccount>;

  /** Address of the provider's page that asks, good for some minutes; null where we ask. */
  abstract onboardingUrl(accountId: string, returnUrl: string): Promise<string | null>;

  abstract findAccount(accountId: string): Promise<ProviderAccount | null>;

  /** @throws PaymentProviderRefusedError when it will not pay to this account */
  abstract transfer(call: {
    readonly key: string;
    readonly reference: string;
    readonly accountId: string;
    readonly amount: Money;
  }): Promise<ProviderTransfer>;

  abstract findTransfer(transferId: string): Promise<ProviderTransfer | null>;
}
