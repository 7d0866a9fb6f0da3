import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Logger } from '../../../platform/logging/logger.js';
import { OnEvent } from '../../../platform/outbox/handlers.js';
import { Realtime } from '../../../platform/realtime/realtime.js';
import { AccountsFacade } from '../../accounts/index.js';
import type { ListingPublished, ListingWithdrawn } from '../domain/catalog.events.js';
import type { Category } from '../domain/category.js';
import {
  type DocumentBatches,
  type IndexedListing,
  ListingSearch,
  NO_STANDING,
  type SearchDocument,
  type Standing,
} from '../search/listing-search.js';
import { Categories } from './categories.js';
import { Listings, type ListingWithRevisions } from './listings.js';

interface ListingChanged {
  readonly listingId: string;
}

interface StandingChanged {
  readonly expertId: string;
  readonly change: Partial<Standing>;
}

/** Keeps what is searched in step with the store: filled at start, kept fresh by events. */
@Injectable()
export class SearchProjection implements OnModuleInit {
  /** What other modules told of the experts; needed again whenever a listing is put in anew. */
  private readonly standings = new Map<string, Standing>();

  constructor(
    private readonly search: ListingSearch,
    private readonly listings: Listings,
    private readonly categories: Categories,
    private readonly accounts: AccountsFacade,
    private readonly realtime: Realtime,
    private readonly logger: Logger,
  ) {}

  /** The index of each copy is its own: what one of them is told of, the others hear from it. */
  onModuleInit(): void {
    this.realtime.onOtherCopies('catalog.listing-changed', ({ listingId }: ListingChanged) =>
      this.inBackground(this.take(listingId)),
    );
    this.realtime.onOtherCopies(
      'catalog.standing-changed',
      ({ expertId, change }: StandingChanged) =>
        this.inBackground(this.search.setStanding(expertId, this.note(expertId, change))),
    );
  }

  rebuild(): Promise<void> {
    return this.search.rebuild(() => this.batches());
  }

  async refresh(listingId: string): Promise<void> {
    await this.take(listingId);
    this.realtime.toOtherCopies('catalog.listing-changed', { listingId } satisfies ListingChanged);
  }

  private async take(listingId: string): Promise<void> {
    const [entry] = await this.listings.byIds([listingId]);
    const [listing] =
      entry?.listing.state === 'live'
        ? await this.indexed([entry], await this.categories.all())
        : [];
    await (listing ? this.search.put(listing) : this.search.remove(listingId));
  }

  @OnEvent('catalog.listing.published', 'index-listing.on-published')
  onPublished(event: ListingPublished): Promise<void> {
    return this.refresh(event.data.listingId);
  }

  @OnEvent('catalog.listing.withdrawn', 'index-listing.on-withdrawn')
  onWithdrawn(event: ListingWithdrawn): Promise<void> {
    return this.refresh(event.data.listingId);
  }

  /** Remembers it for the next rebuild without telling the engine. */
  note(expertId: string, change: Partial<Standing>): Standing {
    const standing = { ...this.standingOf(expertId), ...change };
    this.standings.set(expertId, standing);
    return standing;
  }

  async show(expertId: string, change: Partial<Standing>): Promise<void> {
    await this.search.setStanding(expertId, this.note(expertId, change));
    this.realtime.toOtherCopies('catalog.standing-changed', {
      expertId,
      change,
    } satisfies StandingChanged);
  }

  private inBackground(work: Promise<void>): void {
    work.catch((error: unknown) =>
      this.logger.error('what another copy told could not be shown in search', error),
    );
  }

  private standingOf(expertId: string): Standing {
    return this.standings.get(expertId) ?? NO_STANDING;
  }

  private async *batches(): DocumentBatches {
    const categories = await this.categories.all();
    for await (const entries of this.listings.liveBatches())
      yield await this.indexed(entries, categories);
  }

  private async indexed(
    entries: readonly ListingWithRevisions[],
    categories: readonly Category[],
  ): Promise<IndexedListing[]> {
    const people = await this.accounts.people(entries.map(({ listing }) => listing.expertId));
    return entries.flatMap(({ listing: { id, expertId }, live }) => {
      if (!live) return [];
      const expertName = people.get(expertId)?.displayName ?? '';
      const document = documentOf(id, expertId, live.content, expertName, categories);
      return [{ document, standing: this.standingOf(expertId) }];
    });
  }
}

type Content = NonNullable<ListingWithRevisions['live']>['content'];

function documentOf(
  listingId: string,
  expertId: string,
  content: Content,
  expertName: string,
  categories: readonly Category[],
): SearchDocument {
  const path = pathOf(content.categoryId, categories);
  return {
    listingId,
    expertId,
    title: content.title,
    summary: content.summary,
    description: content.description,
    expertName,
    categoryNames: path.flatMap((category) => Object.values(category.names)),
    categorySlugs: path.map((category) => category.slug),
    languages: content.languages,
    priceModel: content.price.model,
    priceMinor: BigInt(content.price.amountMinor ?? '0'),
    isInstant: content.instant,
  };
}

/** The category and those above it. */
function pathOf(categoryId: string, categories: readonly Category[]): Category[] {
  const category = categories.find((candidate) => candidate.id === categoryId);
  if (!category) return [];
  return category.parentId === null
    ? [category]
    : [category, ...pathOf(category.parentId, categories)];
}
