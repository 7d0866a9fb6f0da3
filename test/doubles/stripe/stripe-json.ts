import type { Intent, StripeRefusal } from './stripe-store.js';

const HOLD_SECONDS = 7 * 86_400;

/** As the API shows a payment. @param isExpanded whether the charge comes along whole */
export function intentJson(intent: Intent, isExpanded: boolean): object {
  return {
    id: intent.id,
    object: 'payment_intent',
    amount: intent.amount,
    amount_capturable: intent.status === 'requires_capture' ? intent.amount : 0,
    amount_received: intent.received,
    canceled_at: intent.cancellation === null ? null : intent.created,
    cancellation_reason: intent.cancellation,
    capture_method: 'manual',
    client_secret: `${intent.id}_secret_of_the_page`,
    created: intent.created,
    currency: intent.currency,
    last_payment_error: intent.error && { type: 'card_error', ...intent.error },
    latest_charge: isExpanded && intent.charge !== null ? chargeJson(intent) : intent.charge,
    livemode: false,
    metadata: intent.metadata,
    next_action: intent.status === 'requires_action' ? { type: 'use_stripe_sdk' } : null,
    payment_method_types: ['card'],
    status: intent.status,
  };
}

export function chargeJson(intent: Intent): object {
  return {
    id: intent.charge,
    object: 'charge',
    amount: intent.amount,
    amount_captured: intent.received,
    amount_refunded: intent.refunded,
    captured: intent.status === 'succeeded',
    currency: intent.currency,
    metadata: intent.metadata,
    payment_intent: intent.id,
    payment_method_details: {
      type: 'card',
      card: {
        brand: 'visa',
        last4: intent.lastFour,
        capture_before: intent.created + HOLD_SECONDS,
      },
    },
  };
}

export function refusalJson({ type, code, intent, declineCode }: StripeRefusal): object {
  return {
    error: {
      type,
      code,
      ...(declineCode !== null && { decline_code: declineCode }),
      message: `refused: ${code}`,
      ...(intent && { payment_intent: intentJson(intent, false) }),
    },
  };
}
