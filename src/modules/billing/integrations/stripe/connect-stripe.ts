import Stripe from 'stripe';
import type { StripeSecrets } from '../../../../platform/config/payments-config.js';

/** A learner waits for the answer; what takes longer is looked up later. */
const TIMEOUT_MS = 20_000;
/** The library repeats a call under the same key, so this never doubles anything. */
const RETRIES = 2;

/** The official client; the version of the API is the one it was made for. */
export function connectStripe({ secretKey, apiUrl }: StripeSecrets): Stripe {
  return new Stripe(secretKey, {
    timeout: TIMEOUT_MS,
    maxNetworkRetries: RETRIES,
    telemetry: false,
    appInfo: { name: 'Visavis' },
    ...(apiUrl && addressOf(new URL(apiUrl))),
  });
}

function addressOf({ protocol, hostname, port }: URL): {
  protocol: 'http' | 'https';
  host: string;
  port?: string;
} {
  return {
    protocol: protocol === 'http:' ? 'http' : 'https',
    host: hostname,
    ...(port !== '' && { port }),
  };
}
