import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { Secrets } from '../../../platform/config/config.js';
import { AnswerTokenError } from '../domain/notifications.errors.js';

/** What one notification on one browser may answer. */
export interface Answerable {
  /** `ring` or `push-check`; a token for one is no good for the other. */
  readonly purpose: 'ring' | 'push-check';
  /** What is answered. */
  readonly subjectId: string;
  readonly personId: string;
  readonly deviceId: string;
}

/**
 * Lets a notification be answered without an open page and without its cookies. Signed, good for one
 * question until its time is over; that the first answer counts is the question's own rule.
 */
@Injectable()
export class AnswerTokens {
  private readonly key: Buffer;

  constructor(
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.key = Buffer.from(
      hkdfSync('sha256', secrets.appSecret, '', 'visavis notification answers', 32),
    );
  }

  issue({ purpose, subjectId, personId, deviceId }: Answerable, endsAt: Temporal.Instant): string {
    const facts = [purpose, subjectId, personId, deviceId, endsAt.epochMilliseconds].join('|');
    return `${Buffer.from(facts).toString('base64url')}.${this.sign(facts).toString('base64url')}`;
  }

  /** @throws AnswerTokenError for one that is not ours, for something else, or too old */
  read(token: string, purpose: Answerable['purpose']): Answerable {
    const [body = '', signature = ''] = token.split('.');
    const facts = Buffer.from(body, 'base64url').toString('utf8');
    const given = Buffer.from(signature, 'base64url');
    const expected = this.sign(facts);
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new AnswerTokenError();
    const [signedPurpose, subjectId = '', personId = '', deviceId = '', endsAtMs = '0'] =
      facts.split('|');
    if (signedPurpose !== purpose || this.clock.now().epochMilliseconds >= Number(endsAtMs))
      throw new AnswerTokenError();
    return { purpose, subjectId, personId, deviceId };
  }

  private sign(facts: string): Buffer {
    return createHmac('sha256', this.key).update(facts).digest();
  }
}
