import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BrowserKeys, decrypt, newBrowserKeys, senderOf } from './push-letter.js';

/** A message as the browser got it. */
export interface PushedMessage {
  readonly ttlSeconds: number;
  readonly urgency: string;
  readonly topic: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface BrowserSubscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

interface Subscriber {
  readonly keys: BrowserKeys;
  /** Only this sender is let through. @source RFC 8292, 4.2 */
  readonly senderKey: string;
  readonly messages: PushedMessage[];
}

/** A push service of browsers, on loopback: checks who sends (RFC 8292), takes the message (RFC 8030), reads it as the browser would (RFC 8291). */
export class PushServer {
  private readonly server = createServer((request, response) => void this.take(request, response));
  private readonly subscribers = new Map<string, Subscriber>();
  /** Answers with this instead, as long as it is set. */
  outage: number | null = null;
  /** Every request that came, in order, by status. */
  readonly answered: number[] = [];

  static async start(): Promise<PushServer> {
    const push = new PushServer();
    await new Promise<void>((resolve) => push.server.listen(0, '127.0.0.1', resolve));
    return push;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What `pushManager.subscribe` does in a browser. */
  subscribe(senderKey: string): BrowserSubscription {
    const keys = newBrowserKeys(randomBytes(16));
    const path = `/send/${randomBytes(16).toString('base64url')}`;
    this.subscribers.set(path, { keys, senderKey, messages: [] });
    return {
      endpoint: `${this.origin}${path}`,
      p256dh: keys.publicKey.toString('base64url'),
      auth: keys.auth.toString('base64url'),
    };
  }

  /** The person took the permission away, or the browser is gone. */
  unsubscribe({ endpoint }: BrowserSubscription): void {
    this.subscribers.delete(new URL(endpoint).pathname);
  }

  /** What reached the browser, in order. */
  messagesOf({ endpoint }: BrowserSubscription): readonly PushedMessage[] {
    return this.subscribers.get(new URL(endpoint).pathname)?.messages ?? [];
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.closeAllConnections();
      this.server.close(() => resolve());
    });
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const status = this.outage ?? (await this.statusFor(request));
    this.answered.push(status);
    request.resume();
    response.writeHead(status, status === 201 ? { location: `${this.origin}/message` } : {}).end();
  }

  private async statusFor(request: IncomingMessage): Promise<number> {
    const subscriber = this.subscribers.get(request.url ?? '');
    if (!subscriber) return 410;
    const { authorization = '', ttl, urgency, topic } = request.headers;
    if (request.method !== 'POST' || !/^\d+$/.test(String(ttl))) return 400;
    try {
      const sender = senderOf(authorization, this.origin, Math.floor(Date.now() / 1000));
      if (sender !== subscriber.senderKey) return 403;
    } catch {
      return 401;
    }
    if (request.headers['content-encoding'] !== 'aes128gcm') return 415;
    const letter = await bodyOf(request);
    if (letter.length > 4096) return 413;
    subscriber.messages.push({
      ttlSeconds: Number(ttl),
      urgency: String(urgency ?? 'normal'),
      topic: typeof topic === 'string' ? topic : null,
      payload: JSON.parse(decrypt(letter, subscriber.keys)) as PushedMessage['payload'],
    });
    return 201;
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
