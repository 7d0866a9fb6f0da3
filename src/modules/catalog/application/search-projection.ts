import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Logger } from '../../../platform/logging/logger.js';
import { OnEvent } from '../../../platform/outbox/handlers.js';
import { Realtime } from '../../../platform/realtime/realtime.js';
import { AccountsFacade } from '../../accounts/index.js';
import type {
  CategoryChanged,
  ListingPublished,
  ListingWithdrawn,
} from '../domain/catalog.events.js';
import type { CategoryTree } from '../domain/category-tree.js';
import { bandOf, nameOfBand } from '../domain/price-band.js';
import { CategoryContents } from '../persistence/category-contents.js';
import {
  type DocumentBatches,
  type IndexedListing,
  ListingSearch,
  type NextSlot,
  NO_STANDING,
  type SearchDocument,
  type Standing,
} from '../search/listing-search.js';
import { Categories } from './categories.js';
import { Listings, type ListingWithRevisions } from './listings.js';

interface ListingChanged {
  readonly listingId: string;
}

interface CategoryMoved {
  readonly categoryId: string;
}

interface SlotsChanged {
  readonly slots: readonly NextSlot[];
}

interface StandingChanged {
  readonly expertId: string;
  readonly change: Partial<Standing>;
}

/** From here on it is quicker to fill the index anew than to put in listing by listing. */
const PUTS_MAX = 200;

/** Keeps what is searched in step with the store: filled at start, kept fresh by events. */
@Injectable()
export class SearchProjection implements OnModuleInit {
  /** What other modules told of the experts; needed again whenever a listing is put in anew. */
  private readonly standings = new Map<string, Standing>();
  /** The same of the times of each listing. */
  private readonly nextSlots = new Map<string, number | null>();

  constructor(
    private readonly search: ListingSearch,
    private readonly listings: Listings,
    private readonly categories: Categories,
    private readonly contents: CategoryContents,
    private readonly accounts: AccountsFacade,
    private readonly realtime: Realtime,
    private readonly logger: Logger,
  ) {}

  /** The index of each copy is its own: what one of them is told of, the others hear from it. */
  onModuleInit(): void {
    this.realtime.onOtherCopies('catalog.listing-changed', ({ listingId }: ListingChanged) =>
      this.inBackground(this.take(listingId)),
    );
    this.realtime.onOtherCopies('catalog.category-changed', ({ categoryId }: CategoryMoved) =>
      this.inBackground(this.takeCategory(categoryId)),
    );
    this.realtime.onOtherCopies('catalog.slots-changed', ({ slots }: SlotsChanged) =>
      this.inBackground(this.search.setNextSlots(this.noteNextSlots(slots))),
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
        ? await this.indexed([entry], await this.categories.tree())
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

  /** Names and addresses of a category stand in every listing below it. */
  @OnEvent('catalog.category.changed', 'reindex-category.on-changed')
  async onCategory({ data: { categoryId } }: CategoryChanged): Promise<void> {
    await this.takeCategory(categoryId);
    this.realtime.toOtherCopies('catalog.category-changed', { categoryId } satisfies CategoryMoved);
  }

  private async takeCategory(categoryId: string): Promise<void> {
    const tree = await this.categories.tree();
    const listingIds = await this.contents.liveListingIds(tree.subtreeIds(categoryId));
    if (listingIds.length > PUTS_MAX) return this.rebuild();
    const entries = await this.listings.byIds(listingIds);
    const live = entries.filter(({ listing }) => listing.state === 'live');
    for (const listing of await this.indexed(live, tree)) await this.search.put(listing);
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

  /** Tells the engine only of what is another than before. */
  async showNextSlots(slots: readonly NextSlot[]): Promise<void> {
    const changed = this.noteNextSlots(slots);
    if (changed.length === 0) return;
    await this.search.setNextSlots(changed);
    this.realtime.toOtherCopies('catalog.slots-changed', { slots: changed } satisfies SlotsChanged);
  }

  private noteNextSlots(slots: readonly NextSlot[]): NextSlot[] {
    const changed = slots.filter(
      ({ listingId, startsAt }) => (this.nextSlots.get(listingId) ?? null) !== startsAt,
    );
    for (const { listingId, startsAt } of changed) this.nextSlots.set(listingId, startsAt);
    return changed;
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
    const tree = await this.categories.tree();
    for await (const entries of this.listings.liveBatches())
      yield await this.indexed(entries, tree);
  }

  private async indexed(
    entries: readonly ListingWithRevisions[],
    tree: CategoryTree,
  ): Promise<IndexedListing[]> {
    const people = await this.accounts.people(entries.map(({ listing }) => listing.expertId));
    return entries.flatMap(({ listing: { id, expertId }, live }) => {
      if (!live) return [];
      const expertName = people.get(expertId)?.displayName ?? '';
      const document = documentOf(id, expertId, live.content, expertName, tree);
      const nextSlotAt = this.nextSlots.get(id) ?? null;
      return [{ document, standing: this.standingOf(expertId), nextSlotAt }];
    });
  }
}

type Content = NonNullable<ListingWithRevisions['live']>['content'];

function documentOf(
  listingId: string,
  expertId: string,
  content: Content,
  expertName: string,
  tree: CategoryTree,
): SearchDocument {
  const path = tree.path(content.categoryId);
  const band = bandOf(content.price);
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
    priceBand: band && nameOfBand(band),
    isInstant: content.instant,
  };
}
