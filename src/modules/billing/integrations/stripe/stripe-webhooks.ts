import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Clock } from '../../../../platform/clock.js';
import { Secrets } from '../../../../platform/config/config.js';
import { ReceiveWebhook } from '../../application/receive-webhook.js';
import { WebhookSignatureError } from '../../domain/billing.errors.js';

export const STRIPE_SIGNATURE_HEADER = 'stripe-signature';
/** Older ones were caught by somebody and sent again. */
const TOLERANCE_SECONDS = 300;

/** Takes in what Stripe tells, once its signature fits the bytes that came. */
@Injectable()
export class StripeWebhooks {
  constructor(
    private readonly receiveWebhook: ReceiveWebhook,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  /** @throws WebhookSignatureError */
  async receive(body: string, signature: string): Promise<void> {
    const event = this.open(body, signature);
    const providerRef = subjectOf(event);
    // Customers, payouts to our own bank: nothing here waits for them.
    if (providerRef === null) return;
    await this.receiveWebhook.run({
      provider: 'stripe',
      eventId: event.id,
      type: event.type,
      providerRef,
      body,
    });
  }

  private open(body: string, signature: string): Stripe.Event {
    const { stripe } = this.secrets;
    if (!stripe) throw new WebhookSignatureError();
    try {
      return Stripe.webhooks.constructEvent(
        body,
        signature,
        stripe.webhookSecret,
        TOLERANCE_SECONDS,
        undefined,
        this.clock.now().epochMilliseconds,
      );
    } catch {
      throw new WebhookSignatureError();
    }
  }
}

/** @returns the payment or the expert's account that the event is about, or null when it is about something else */
function subjectOf({ data }: Stripe.Event): string | null {
  const { object } = data;
  if (!('object' in object)) return null;
  if (object.object === 'payment_intent' || object.object === 'account') return object.id;
  if (object.object !== 'charge' && object.object !== 'refund' && object.object !== 'dispute')
    return null;
  const { payment_intent: intent } = object;
  return typeof intent === 'string' ? intent : (intent?.id ?? null);
}
