import { randomBytes } from 'node:crypto';

export interface Intent {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly metadata: Record<string, string>;
  readonly created: number;
  status:
    'requires_payment_method' | 'requires_action' | 'requires_capture' | 'canceled' | 'succeeded';
  received: number;
  refunded: number;
  charge: string | null;
  lastFour: string;
  error: { code: string; decline_code?: string } | null;
  cancellation: string | null;
}

/** Stripe's answer that something will not be done. */
export class StripeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly type: 'card_error' | 'invalid_request_error' | 'idempotency_error',
    readonly code: string,
    readonly intent: Intent | null = null,
    readonly declineCode: string | null = null,
  ) {
    super(code);
  }
}

/**
 * Payment methods that Stripe gives to testers, and what their bank says.
 *
 * @source https://docs.stripe.com/testing
 */
const BANK: Readonly<
  Record<string, { lastFour: string; says: 'yes' | 'ask' | { code: string; decline: string } }>
> = {
  pm_card_visa: { lastFour: '4242', says: 'yes' },
  pm_card_authenticationRequired: { lastFour: '3184', says: 'ask' },
  pm_card_chargeDeclined: {
    lastFour: '0002',
    says: { code: 'card_declined', decline: 'generic_decline' },
  },
  pm_card_chargeDeclinedInsufficientFunds: {
    lastFour: '9995',
    says: { code: 'card_declined', decline: 'insufficient_funds' },
  },
};

/** Payments as Stripe keeps them, and the rules by which they change. */
export class StripeStore {
  readonly intents = new Map<string, Intent>();

  create(params: URLSearchParams, created: number): Intent {
    const method = params.get('payment_method') ?? '';
    const card = BANK[method];
    if (!card) throw new StripeRefusal(400, 'invalid_request_error', 'resource_missing');
    if (params.get('capture_method') !== 'manual' || params.get('confirm') !== 'true')
      throw new StripeRefusal(400, 'invalid_request_error', 'parameter_missing');
    const intent: Intent = {
      id: newId('pi'),
      amount: Number(params.get('amount')),
      currency: params.get('currency') ?? '',
      metadata: metadataIn(params),
      created,
      status: 'requires_capture',
      received: 0,
      refunded: 0,
      charge: null,
      lastFour: card.lastFour,
      error: null,
      cancellation: null,
    };
    this.intents.set(intent.id, intent);
    this.askBank(intent, card.says);
    return intent;
  }

  /** The card holder answered the bank in Stripe's own form. */
  answerBank(id: string, isApproved: boolean): Intent {
    const intent = this.load(id);
    if (intent.status !== 'requires_action') throw unexpectedState(intent);
    if (isApproved) this.charge(intent);
    else {
      intent.status = 'requires_payment_method';
      intent.error = { code: 'payment_intent_authentication_failure' };
    }
    return intent;
  }

  capture(id: string, params: URLSearchParams): Intent {
    const intent = this.load(id);
    if (intent.status !== 'requires_capture') throw unexpectedState(intent);
    const amount = Number(params.get('amount_to_capture') ?? intent.amount);
    if (amount > intent.amount)
      throw new StripeRefusal(400, 'invalid_request_error', 'amount_too_large');
    intent.received = amount;
    intent.status = 'succeeded';
    return intent;
  }

  cancel(id: string, reason: string | null): Intent {
    const intent = this.load(id);
    if (intent.status === 'succeeded' || intent.status === 'canceled')
      throw unexpectedState(intent);
    intent.status = 'canceled';
    intent.cancellation = reason;
    return intent;
  }

  refund(params: URLSearchParams): Intent {
    const intent = this.load(params.get('payment_intent') ?? '');
    const amount = Number(params.get('amount'));
    if (intent.status !== 'succeeded' || intent.refunded + amount > intent.received)
      throw new StripeRefusal(400, 'invalid_request_error', 'charge_already_refunded');
    intent.refunded += amount;
    return intent;
  }

  load(id: string): Intent {
    const intent = this.intents.get(id);
    if (!intent) throw new StripeRefusal(404, 'invalid_request_error', 'resource_missing');
    return intent;
  }

  private askBank(intent: Intent, says: 'yes' | 'ask' | { code: string; decline: string }): void {
    if (says === 'yes') return this.charge(intent);
    if (says === 'ask') {
      intent.status = 'requires_action';
      return;
    }
    intent.status = 'requires_payment_method';
    intent.error = { code: says.code, decline_code: says.decline };
    throw new StripeRefusal(402, 'card_error', says.code, intent, says.decline);
  }

  private charge(intent: Intent): void {
    intent.status = 'requires_capture';
    intent.charge = newId('ch');
  }
}

export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}

function unexpectedState(intent: Intent): StripeRefusal {
  return new StripeRefusal(400, 'invalid_request_error', 'payment_intent_unexpected_state', intent);
}

function metadataIn(params: URLSearchParams): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of params) {
    const key = /^metadata\[(.+)\]$/.exec(name)?.[1];
    if (key !== undefined) found[key] = value;
  }
  return found;
}
