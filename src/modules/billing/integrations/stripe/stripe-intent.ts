import type Stripe from 'stripe';
import { Temporal } from 'temporal-polyfill';
import type { ProviderIntent } from '../../application/ports.js';
import type { CardTrace } from '../../domain/card.js';
import { fromStripe } from './stripe-amounts.js';

/** Under this name Stripe keeps the id of our payment. */
export const REFERENCE = 'visavis_payment';
/** What has to come along for `intentOf`. */
export const EXPAND = ['latest_charge'];

type Charge = Stripe.Charge;

/** How our words say what Stripe says; `latest_charge` must be expanded. */
export function intentOf(intent: Stripe.PaymentIntent): ProviderIntent {
  const charge = chargeOf(intent);
  const state = stateOf(intent);
  const { amountMinor, currency } = fromStripe(intent.amount, intent.currency);
  const minorOf = (amount: number): bigint => fromStripe(amount, intent.currency).amountMinor;
  return {
    id: intent.id,
    reference: intent.metadata[REFERENCE] ?? '',
    state,
    amountMinor,
    currency,
    capturedMinor: minorOf(intent.amount_received),
    refundedMinor: minorOf(charge?.amount_refunded ?? 0),
    failure: failureOf(intent, state),
    card: cardOf(charge),
    holdEndsAt: state === 'held' ? holdEndOf(intent, charge) : null,
  };
}

function stateOf({ status, cancellation_reason }: Stripe.PaymentIntent): ProviderIntent['state'] {
  switch (status) {
    case 'requires_capture':
      return 'held';
    case 'succeeded':
      return 'captured';
    case 'canceled':
      return isByItself(cancellation_reason) ? 'expired' : 'released';
    // The card was refused; another one would be another payment.
    case 'requires_payment_method':
      return 'failed';
    default:
      return 'needs_authentication';
  }
}

/** Stripe let go of it: nobody had asked. */
function isByItself(reason: Stripe.PaymentIntent['cancellation_reason']): boolean {
  return reason === 'automatic' || reason === 'expired';
}

function failureOf(
  { last_payment_error: error }: Stripe.PaymentIntent,
  state: ProviderIntent['state'],
): string | null {
  if (state === 'expired') return 'hold_expired';
  return state === 'failed' ? failureCodeOf(error?.code, error?.decline_code) : null;
}

/** Banks have many words; people are told what they can do something about. */
export function failureCodeOf(
  code: string | null | undefined,
  declineCode: string | null | undefined,
): string {
  if (declineCode === 'insufficient_funds') return 'insufficient_funds';
  if (code === 'payment_intent_authentication_failure') return 'authentication_failed';
  return 'card_declined';
}

function chargeOf({ latest_charge: charge }: Stripe.PaymentIntent): Charge | null {
  return typeof charge === 'object' ? charge : null;
}

function cardOf(charge: Charge | null): CardTrace | null {
  const card = charge?.payment_method_details?.card;
  return card?.last4 ? { brand: card.brand ?? 'card', lastFour: card.last4 } : null;
}

/** As long as card networks keep a hold where Stripe does not say it to the second. */
const HOLD_HOURS = 7 * 24;

function holdEndOf({ created }: Stripe.PaymentIntent, charge: Charge | null): Temporal.Instant {
  const until = charge?.payment_method_details?.card?.capture_before;
  return until
    ? Temporal.Instant.fromEpochMilliseconds(until * 1000)
    : Temporal.Instant.fromEpochMilliseconds(created * 1000).add({ hours: HOLD_HOURS });
}
