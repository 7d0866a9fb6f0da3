import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock.js';
import { Secrets } from '../../../../platform/config/config.js';
import { OnJob } from '../../../../platform/outbox/handlers.js';
import { ReceiveWebhook } from '../../application/receive-webhook.js';
import { WebhookSignatureError } from '../../domain/billing.errors.js';
import { isSignedBy, signWebhook } from './sandbox-signature.js';

export interface SandboxMessage {
  readonly id: string;
  readonly type: string;
  readonly intentId: string;
}

/** The sandbox's messages: sent from a timer as a provider would, and taken in by the same door as those that come over HTTP. */
@Injectable()
export class SandboxWebhooks {
  private readonly secret: string;

  constructor(
    private readonly receiveWebhook: ReceiveWebhook,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.secret = createHmac('sha256', secrets.appSecret).update('sandbox webhooks').digest('hex');
  }

  @OnJob('billing.send-sandbox-webhook')
  async send(message: SandboxMessage): Promise<void> {
    const body = JSON.stringify(message);
    await this.receive(body, this.sign(body));
  }

  sign(body: string): string {
    return signWebhook(body, this.secret, this.nowSeconds());
  }

  /** @throws WebhookSignatureError also for a body that is no message */
  async receive(body: string, signature: string): Promise<void> {
    if (!isSignedBy(body, signature, this.secret, this.nowSeconds()))
      throw new WebhookSignatureError();
    const { id, type, intentId } = readMessage(body);
    await this.receiveWebhook.run({
      provider: 'sandbox',
      eventId: id,
      type,
      providerRef: intentId,
      body,
    });
  }

  private nowSeconds(): number {
    return Math.floor(this.clock.now().epochMilliseconds / 1000);
  }
}

function readMessage(body: string): SandboxMessage {
  const message = JSON.parse(body) as Partial<Record<keyof SandboxMessage, unknown>>;
  const { id, type, intentId } = message;
  if (typeof id !== 'string' || typeof type !== 'string' || typeof intentId !== 'string')
    throw new WebhookSignatureError();
  return { id, type, intentId };
}
