import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { AccountChanged } from '../../modules/accounts/index.js';
import { CatalogFacade } from '../../modules/catalog/index.js';
import { type ReviewLeft, ReviewsFacade } from '../../modules/reviews/index.js';
import { type SchedulingEvent, SchedulingFacade } from '../../modules/scheduling/index.js';
import { OnEvent } from '../../platform/outbox/handlers.js';

/** Brings what other modules know into the catalog's index: who is free, how they are rated, what they are called. */
@Injectable()
export class KeepSearchFresh implements OnApplicationBootstrap {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly scheduling: SchedulingFacade,
    private readonly reviews: ReviewsFacade,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.refreshAll();
  }

  /** The index lives in memory: everything is read once at start. */
  async refreshAll(): Promise<void> {
    await this.catalog.rebuildSearch();
    const expertIds = this.catalog.expertsInSearch();
    for (const [expertId, presence] of await this.scheduling.presenceOf(expertIds))
      this.catalog.showAvailability(expertId, presence.state);
    for (const [expertId, rating] of await this.reviews.ratings(expertIds))
      this.catalog.showRating(expertId, rating.average);
  }

  @OnEvent('scheduling.presence.changed', 'show-availability.on-presence-changed')
  onPresence(event: SchedulingEvent<'scheduling.presence.changed'>): Promise<void> {
    this.catalog.showAvailability(event.data.expertId, event.data.state);
    return Promise.resolve();
  }

  @OnEvent('reviews.review.left', 'show-rating.on-review-left')
  async onReview({ data }: ReviewLeft): Promise<void> {
    const rating = (await this.reviews.ratings([data.expertId])).get(data.expertId);
    if (rating) this.catalog.showRating(data.expertId, rating.average);
  }

  @OnEvent('accounts.account.changed', 'reindex-expert.on-account-changed')
  onAccount(event: AccountChanged): Promise<void> {
    return this.catalog.refreshExpert(event.data.accountId);
  }
}
