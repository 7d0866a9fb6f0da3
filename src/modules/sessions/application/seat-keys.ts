import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '../../../platform/config/config.js';
import { BadHeartbeatError } from '../domain/sessions.errors.js';

export interface Heartbeat {
  readonly sessionId: string;
  readonly participantId: string;
  readonly seq: number;
  readonly connected: boolean;
  /** Hex HMAC-SHA256 of `session|participant|seq|1 or 0` under the key of the seat. */
  readonly mac: string;
}

/** The key of a seat goes to one browser with its join; with it the browser signs its heartbeats. */
@Injectable()
export class SeatKeys {
  constructor(private readonly secrets: Secrets) {}

  /** @returns 32 bytes in hex */
  keyOf(sessionId: string, participantId: string): string {
    return createHmac('sha256', this.secrets.appSecret)
      .update(`seat|${sessionId}|${participantId}`)
      .digest('hex');
  }

  /** @throws BadHeartbeatError */
  verify({ sessionId, participantId, seq, connected, mac }: Heartbeat): void {
    const expected = createHmac('sha256', Buffer.from(this.keyOf(sessionId, participantId), 'hex'))
      .update(`${sessionId}|${participantId}|${seq}|${connected ? 1 : 0}`)
      .digest();
    const given = Buffer.from(mac, 'hex');
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new BadHeartbeatError();
  }
}
