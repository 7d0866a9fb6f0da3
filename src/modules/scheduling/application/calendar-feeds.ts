import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Secrets } from '../../../platform/config/config.js';
import { Ids } from '../../../platform/ids.js';
import { FeedRepository } from '../persistence/feed.repository.js';

/**
 * The address under which a person's own calendar program reads their bookings. It carries no sign-in,
 * so it is a secret: made of a number that is stored and a proof that only this installation can make.
 * A copy of the store alone opens no feed; a new number kills the old address.
 */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly feeds: FeedRepository,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Null when the person has none. */
  async tokenOf(personId: string): Promise<string | null> {
    const feedId = await this.feeds.feedOf(personId);
    return feedId === null ? null : this.tokenFor(feedId);
  }

  /** Makes an address, or another one in the place of the old. */
  async renew(personId: string): Promise<string> {
    const feedId = this.ids.next();
    await this.feeds.setFeed(personId, feedId, this.clock.now());
    return this.tokenFor(feedId);
  }

  revoke(personId: string): Promise<void> {
    return this.feeds.removeFeed(personId);
  }

  /** Whose feed it is; null for a token that was never given out, or was revoked. */
  async personBehind(token: string): Promise<string | null> {
    const [feedId = ''] = token.split('.');
    const expected = Buffer.from(this.tokenFor(feedId));
    const given = Buffer.from(token);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
    return this.feeds.personOf(feedId);
  }

  private tokenFor(feedId: string): string {
    const proof = createHmac('sha256', this.secrets.appSecret)
      .update(`calendar-feed:${feedId}`)
      .digest('base64url');
    return `${feedId}.${proof}`;
  }
}
