import { type RequestOptions, request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { Injectable } from '@nestjs/common';
import webPush from 'web-push';
import { AppConfig } from '../../../platform/config/config.js';
import {
  AddressNotPublicError,
  checkedAddress,
  lookupOf,
} from '../../../platform/net/checked-address.js';
import { PushServiceError } from '../domain/notifications.errors.js';
import type { PushSubscription } from '../domain/push-device.js';
import type { PushDelivery, PushMessage } from '../domain/push-message.js';
import { VapidKeys } from './vapid-keys.js';

/** A ring has sixty seconds; a service that takes longer than this to answer is asked again. */
const SECONDS_MAX = 8;

/** What became of a message: `gone` means that the browser will never be there again. */
export type PushOutcome = 'sent' | 'gone';

/**
 * Sends to the push services of browsers (RFC 8030), encrypted for the browser alone (RFC 8291) and
 * signed by us (RFC 8292). Where to is named by strangers, so the connection is our own: to public
 * addresses only, to the very address that was checked, no redirects.
 */
@Injectable()
export class WebPushSender {
  constructor(
    private readonly keys: VapidKeys,
    private readonly config: AppConfig,
  ) {}

  /** @throws PushServiceError when sending again may work */
  async send(
    to: PushSubscription,
    message: PushMessage,
    delivery: PushDelivery,
  ): Promise<PushOutcome> {
    const letter = webPush.generateRequestDetails(
      { endpoint: to.endpoint, keys: { p256dh: to.p256dh, auth: to.auth } },
      JSON.stringify(message),
      {
        TTL: Math.max(0, Math.floor(delivery.ttlSeconds)),
        urgency: delivery.urgency,
        ...(delivery.topic === undefined ? {} : { topic: delivery.topic }),
        vapidDetails: {
          subject: `mailto:${this.config.operator.email}`,
          publicKey: this.keys.publicKey,
          privateKey: this.keys.privateKey,
        },
      },
    );
    return outcomeOf(await this.post(new URL(to.endpoint), letter));
  }

  private async post(
    url: URL,
    { headers, body }: Pick<webPush.RequestDetails, 'headers' | 'body'>,
  ): Promise<number> {
    try {
      const { allowsLocalAddresses } = this.config.outbound;
      const lookup = lookupOf(await checkedAddress(url.hostname, allowsLocalAddresses));
      const options: RequestOptions = {
        method: 'POST',
        headers,
        lookup,
        agent: false,
        signal: AbortSignal.timeout(SECONDS_MAX * 1000),
      };
      return await statusOf(url, options, body);
    } catch (error) {
      // An address that leads into a network of ours is no push service and never will be.
      if (error instanceof AddressNotPublicError) return 410;
      throw new PushServiceError('no answer', { cause: error });
    }
  }
}

function statusOf(url: URL, options: RequestOptions, body: Buffer | null): Promise<number> {
  const request = url.protocol === 'https:' ? requestTls : requestPlain;
  return new Promise((resolve, reject) => {
    const asked = request(url, options, (answer) => {
      answer.resume();
      answer.once('error', reject);
      answer.once('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

/** @source RFC 8030, 5 and 7.3: 404 and 410 end a subscription; 429 and 5xx may be tried again */
function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429 || status >= 500) throw new PushServiceError(`status ${status}`);
  // Refused for good, by keys or form: another try would be refused the same.
  return 'gone';
}
