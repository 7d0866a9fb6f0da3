import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Secrets } from '../../../platform/config/config.js';
import { RecordingLinkOverError } from '../domain/recording.errors.js';

export type LinkUse = 'play' | 'download';

/** Playing a long one with pauses; a download begins at once. */
const LASTS_SECONDS = { play: 4 * 3600, download: 300 } as const satisfies Record<LinkUse, number>;

export interface RecordingLink {
  readonly fileId: string;
  readonly use: LinkUse;
  /** Epoch seconds. */
  readonly expires: number;
  /** Hex HMAC-SHA256 over file, person, use and time. */
  readonly signature: string;
}

/** Addresses of recordings: for one person, one use and a short time. They open nothing without that person's sign-in. */
@Injectable()
export class RecordingLinks {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  make(fileId: string, personId: string, use: LinkUse): RecordingLink {
    const expires = Math.floor(this.nowSeconds()) + LASTS_SECONDS[use];
    return { fileId, use, expires, signature: this.sign(fileId, personId, use, expires) };
  }

  /** @throws RecordingLinkOverError */
  verify({ fileId, use, expires, signature }: RecordingLink, personId: string): void {
    const expected = Buffer.from(this.sign(fileId, personId, use, expires), 'hex');
    const given = Buffer.from(signature, 'hex');
    const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
    if (!isOurs || expires <= this.nowSeconds()) throw new RecordingLinkOverError();
  }

  private sign(fileId: string, personId: string, use: LinkUse, expires: number): string {
    return createHmac('sha256', this.secrets.appSecret)
      .update(`recording|${fileId}|${personId}|${use}|${expires}`)
      .digest('hex');
  }

  private nowSeconds(): number {
    return this.clock.now().epochMilliseconds / 1000;
  }
}
