import { DomainError } from '../../../shared/domain-error.js';
import type { PaymentState } from './payment.js';

/** The same key came with other facts: two different intentions were mixed up. */
export class BillingKeyReusedError extends DomainError {
  constructor(key: string) {
    super('conflict', 'billing.key_reused', `the key ${key} was used for something else before`);
  }
}

/** What was asked is not possible where the payment stands now. */
export class PaymentStateError extends DomainError {
  constructor(action: string, state: PaymentState) {
    super('conflict', 'billing.payment_state', `cannot ${action} a payment that is ${state}`, {
      state,
    });
  }
}

/** The provider does not take amounts as small as this. */
export class BelowProviderMinimumError extends DomainError {
  constructor(minimumMinor: bigint, currency: string) {
    super('refused', 'billing.below_minimum', 'the amount is below what the provider can hold', {
      minimum: { amountMinor: minimumMinor.toString(), currency },
    });
  }
}

/** The provider could not be asked, or gave no answer; the same call may be made again. */
export class PaymentProviderUnavailableError extends DomainError {
  constructor(cause?: unknown) {
    super(
      'unavailable',
      'billing.provider_unavailable',
      'the payment provider gave no answer',
      {},
      { cause },
    );
  }
}

/** The provider answered that it will not do this at all, e.g. refund more than was captured. */
export class PaymentProviderRefusedError extends DomainError {
  constructor(reason: string) {
    super('refused', 'billing.provider_refused', `the payment provider refused: ${reason}`, {
      reason,
    });
  }
}

export class WebhookSignatureError extends DomainError {
  constructor() {
    super('invalid', 'billing.webhook_signature', 'the signature of this webhook does not fit');
  }
}

/** The tax of a session that took place cannot be decided; nothing is captured until a person has helped. */
export class SettlementBlockedError extends DomainError {
  constructor(reason: string, facts: Readonly<Record<string, unknown>>) {
    super('refused', 'billing.settlement_blocked', `the session cannot be settled: ${reason}`, {
      reason,
      ...facts,
    });
  }
}

/** More would be taken back than the sale was. */
export class ReversalExceedsSaleError extends DomainError {
  constructor() {
    super('conflict', 'billing.reversal_exceeds_sale', 'this is more than is left of the sale');
  }
}

/** Nothing is known of where this expert's money goes. */
export class PayoutAccountMissingError extends DomainError {
  constructor() {
    super('conflict', 'billing.no_payout_account', 'this expert has no account to be paid to');
  }
}
