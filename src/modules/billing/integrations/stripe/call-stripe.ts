import Stripe from 'stripe';
import { PaymentProviderUnavailableError } from '../../domain/billing.errors.js';

/** @throws PaymentProviderUnavailableError when it is not known what happened; what Stripe understood and refused as it is */
export async function callStripe<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (isAnswer(error)) throw error;
    throw new PaymentProviderUnavailableError(error);
  }
}

/** Stripe understood the call and said no; everything else leaves open what happened. */
function isAnswer(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeCardError ||
    error instanceof Stripe.errors.StripeInvalidRequestError
  );
}

export function isUnknown(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing'
  );
}
