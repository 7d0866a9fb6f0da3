import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { AccountChanged } from '../../modules/accounts/index.js';
import { CatalogFacade } from '../../modules/catalog/index.js';
import { type ReviewLeft, ReviewsFacade } from '../../modules/reviews/index.js';
import { type SchedulingEvent, SchedulingFacade } from '../../modules/scheduling/index.js';
import { Logger } from '../../platform/logging/logger.js';
import { OnEvent } from '../../platform/outbox/handlers.js';
import { Realtime } from '../../platform/realtime/realtime.js';

/** A statement takes only so many values: SQLite 32,766. */
const EXPERTS_AT_ONCE = 500;

/** Brings what other modules know into the catalog's index: who is free, how they are rated, what they are called. */
@Injectable()
export class KeepSearchFresh implements OnApplicationBootstrap {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly scheduling: SchedulingFacade,
    private readonly reviews: ReviewsFacade,
    private readonly realtime: Realtime,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.realtime.onMissed(() => {
      this.refreshAll().catch((error: unknown) =>
        this.logger.error('search could not be refreshed after copies missed each other', error),
      );
    });
    await this.refreshAll();
  }

  /** What happened while the program did not run, or did not hear the other copies, is read again. */
  async refreshAll(): Promise<void> {
    const expertIds = await this.catalog.expertsOffering();
    for (let from = 0; from < expertIds.length; from += EXPERTS_AT_ONCE)
      await this.noteStandings(expertIds.slice(from, from + EXPERTS_AT_ONCE));
    await this.catalog.rebuildSearch();
  }

  private async noteStandings(expertIds: readonly string[]): Promise<void> {
    for (const [expertId, { state }] of await this.scheduling.presenceOf(expertIds))
      this.catalog.noteStanding(expertId, { availability: state });
    for (const [expertId, rating] of await this.reviews.ratings(expertIds))
      this.catalog.noteStanding(expertId, { stars: rating.average, reviewCount: rating.count });
  }

  @OnEvent('scheduling.presence.changed', 'show-availability.on-presence-changed')
  onPresence({ data }: SchedulingEvent<'scheduling.presence.changed'>): Promise<void> {
    return this.catalog.showStanding(data.expertId, { availability: data.state });
  }

  @OnEvent('reviews.review.left', 'show-rating.on-review-left')
  async onReview({ data }: ReviewLeft): Promise<void> {
    const rating = (await this.reviews.ratings([data.expertId])).get(data.expertId);
    if (!rating) return;
    const { average: stars, count: reviewCount } = rating;
    await this.catalog.showStanding(data.expertId, { stars, reviewCount });
  }

  @OnEvent('accounts.account.changed', 'reindex-expert.on-account-changed')
  onAccount(event: AccountChanged): Promise<void> {
    return this.catalog.refreshExpert(event.data.accountId);
  }
}
