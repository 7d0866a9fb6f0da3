import { Injectable } from '@nestjs/common';
import { OnEvent } from '../../../platform/outbox/handlers.js';
import { AccountsFacade } from '../../accounts/index.js';
import type { ListingPublished, ListingWithdrawn } from '../domain/catalog.events.js';
import type { Category } from '../domain/category.js';
import {
  type Availability,
  type SearchAnswer,
  type SearchDocument,
  SearchIndex,
  type SearchQuery,
} from '../search/search-index.js';
import { Categories } from './categories.js';
import { Listings, type ListingWithRevisions } from './listings.js';

/** The index in memory: built from the store at start, kept fresh by events. */
@Injectable()
export class SearchProjection {
  private readonly index = new SearchIndex();

  constructor(
    private readonly listings: Listings,
    private readonly categories: Categories,
    private readonly accounts: AccountsFacade,
  ) {}

  search(query: SearchQuery): SearchAnswer {
    return this.index.search(query);
  }

  experts(): string[] {
    return this.index.experts();
  }

  async rebuild(): Promise<void> {
    const live = await this.listings.inState('live');
    const people = await this.accounts.people(live.map((entry) => entry.listing.expertId));
    const categories = await this.categories.all();
    for (const entry of live)
      this.put(entry, people.get(entry.listing.expertId)?.displayName ?? '', categories);
  }

  async refresh(listingId: string): Promise<void> {
    const [entry] = await this.listings.byIds([listingId]);
    if (!entry || entry.listing.state !== 'live') return this.index.remove(listingId);
    const people = await this.accounts.people([entry.listing.expertId]);
    this.put(
      entry,
      people.get(entry.listing.expertId)?.displayName ?? '',
      await this.categories.all(),
    );
  }

  @OnEvent('catalog.listing.published', 'index-listing.on-published')
  onPublished(event: ListingPublished): Promise<void> {
    return this.refresh(event.data.listingId);
  }

  @OnEvent('catalog.listing.withdrawn', 'index-listing.on-withdrawn')
  onWithdrawn(event: ListingWithdrawn): Promise<void> {
    return this.refresh(event.data.listingId);
  }

  setAvailability(expertId: string, state: Availability): void {
    this.index.setAvailability(expertId, state);
  }

  setRating(expertId: string, averageStars: number): void {
    this.index.setRating(expertId, averageStars);
  }

  countsByCategory(): ReadonlyMap<string, { listingCount: number; freeNowCount: number }> {
    const everything: SearchQuery = { text: '', sort: 'best', offset: 0, limit: 0 };
    const all = this.index.search(everything).facets.category;
    const freeNow = new Map(
      this.index
        .search({ ...everything, freeNow: true })
        .facets.category.map(({ value, count }) => [value, count]),
    );
    return new Map(
      all.map(({ value, count }) => [
        value,
        { listingCount: count, freeNowCount: freeNow.get(value) ?? 0 },
      ]),
    );
  }

  private put(
    entry: ListingWithRevisions,
    expertName: string,
    categories: readonly Category[],
  ): void {
    if (entry.live)
      this.index.put(
        documentOf(
          entry.listing.id,
          entry.listing.expertId,
          entry.live.content,
          expertName,
          categories,
        ),
      );
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
