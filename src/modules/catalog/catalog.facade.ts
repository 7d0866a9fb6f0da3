import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../accounts/index.js';
import { Categories } from './application/categories.js';
import { type Agreed, EditCategories, type Place } from './application/edit-categories.js';
import {
  type CategoryForEditing,
  type CategoryView,
  categoryViewOf,
} from './application/category-views.js';
import { type EmptySearch, EmptySearches } from './application/empty-searches.js';
import {
  type ListingView,
  liveViewOf,
  type OfferedTime,
  offeredTimeOf,
  type OwnListingView,
  ownViewOf,
  viewOfContent,
} from './application/listing-views.js';
import { Listings } from './application/listings.js';
import { SearchListings } from './application/search-listings.js';
import { SearchProjection } from './application/search-projection.js';
import {
  type Category,
  type CategoryNode,
  inLanguage,
  type OwnRequirement,
  type TaxMapping,
} from './domain/category.js';
import type { CategoryDescription } from './domain/category-draft.js';
import { speaksOfEmergency } from './domain/emergency-words.js';
import type { ListingDraft, Picture } from './domain/listing-draft.js';
import { normalise } from './search/analyse.js';
import type { NextSlot, SearchAnswer, SearchQuery, Standing } from './search/listing-search.js';
import { NotFoundError } from '../../shared/domain-error.js';
import { CategoryUnknownError } from './domain/catalog.errors.js';

/** One letter may mean anything. */
const SUGGEST_FROM = 2;
const CATEGORIES_SUGGESTED = 3;
const LISTINGS_SUGGESTED = 5;

/** What help is offered: categories, listings, and finding them. */
@Injectable()
export class CatalogFacade {
  constructor(
    private readonly categories: Categories,
    private readonly edit: EditCategories,
    private readonly listings: Listings,
    private readonly find: SearchListings,
    private readonly empty: EmptySearches,
    private readonly projection: SearchProjection,
    private readonly accounts: AccountsFacade,
  ) {}

  // --- categories

  /** Those that can be visited and chosen, each parent before its parts. */
  async categoryViews(language: string): Promise<CategoryView[]> {
    const [tree, counts] = await Promise.all([
      this.categories.tree(),
      this.find.countsByCategory(),
    ]);
    return tree.open().map((category) => categoryViewOf(category, tree, counts, language));
  }

  /** By slug, in the reader's language. */
  async categoryNames(language: string): Promise<ReadonlyMap<string, string>> {
    const open = (await this.categories.tree()).open();
    return new Map(open.map(({ slug, names }) => [slug, inLanguage(names, language)]));
  }

  /** Of a merged one, the one that it went into. @throws CategoryUnknownError */
  category(id: string): Promise<Category> {
    return this.categories.byId(id);
  }

  /** By an address that it has or had; its own says whether to go on there. @throws CategoryUnknownError */
  categoryAt(slug: string): Promise<Category> {
    return this.categories.byAddress(slug);
  }

  /** Plants a category as it is given, for a tree that is known beforehand. @throws SlugTakenError */
  addCategory(category: Omit<CategoryNode, 'id' | 'state' | 'mergedInto'>): Promise<string> {
    return this.edit.plant(category);
  }

  // --- the tree, for those who edit it

  /** Every category as it was written, also those that are closed; each parent before its parts. */
  async categoryNodes(): Promise<CategoryNode[]> {
    return (await this.categories.tree()).all();
  }

  /** @throws CategoryUnknownError */
  async categoryForEditing(id: string): Promise<CategoryForEditing> {
    const tree = await this.categories.tree();
    const own = tree.node(id);
    const effective = tree.category(id);
    const bare = tree
      .with(id, { requirements: [], taxCategories: {}, forbidsRecording: false, mergedInto: null })
      .category(id);
    if (!own || !effective || !bare) throw new CategoryUnknownError(id);
    const { requirements, taxCategories, forbidsRecording } = bare;
    return {
      own,
      effective,
      inherited: { requirements, taxCategories, forbidsRecording },
      oldAddresses: own.state === 'merged' ? [] : await this.categories.oldAddresses(own),
    };
  }

  /** @throws InvalidInputError, SlugTakenError, CategoryUnknownError, CategoryClosedError */
  createCategory(parentId: string | null, description: CategoryDescription): Promise<string> {
    return this.edit.add(parentId, description);
  }

  /** @throws InvalidInputError, SlugTakenError, CategoryUnknownError, CategoryClosedError */
  describeCategory(id: string, description: CategoryDescription): Promise<void> {
    return this.edit.describe(id, description);
  }

  /** @throws CategoryCircleError, ListingsConcernedError, TaxCategoryLostError, CategoryUnknownError, CategoryClosedError */
  placeCategory(id: string, place: Place, agreed: Agreed): Promise<void> {
    return this.edit.place(id, place, agreed);
  }

  /** @throws InvalidInputError, ListingsConcernedError, TaxCategoryLostError, CategoryUnknownError, CategoryClosedError */
  mapCategoryTax(
    id: string,
    mapping: TaxMapping,
    known: readonly string[],
    agreed: Agreed,
  ): Promise<void> {
    return this.edit.mapTax(id, mapping, known, agreed);
  }

  /** @throws InvalidInputError, CategoryUnknownError, CategoryClosedError */
  askInCategory(id: string, requirements: readonly OwnRequirement[]): Promise<void> {
    return this.edit.ask(id, requirements);
  }

  /** @throws CategoryCircleError, ListingsConcernedError, TaxCategoryLostError, CategoryUnknownError, CategoryClosedError */
  mergeCategory(id: string, targetId: string, agreed: Agreed): Promise<void> {
    return this.edit.merge(id, targetId, agreed);
  }

  /** @throws CategoryInUseError, CategoryUnknownError, CategoryClosedError */
  retireCategory(id: string): Promise<void> {
    return this.edit.retire(id);
  }

  /** @throws CategoryClosedError, CategoryUnknownError */
  restoreCategory(id: string): Promise<void> {
    return this.edit.restore(id);
  }

  // --- offers of an expert

  /** @throws InvalidInputError, CategoryUnknownError, HelpKindNotOfferedError */
  async checkDraft(draft: ListingDraft): Promise<void> {
    await this.listings.check(draft);
  }

  /** @throws as checkDraft */
  createListing(expertId: string, draft: ListingDraft): Promise<string> {
    return this.listings.create(expertId, draft);
  }

  /** Leaves what is live untouched until the new revision is approved. @throws NotFoundError and as checkDraft */
  editListing(listingId: string, expertId: string, draft: ListingDraft): Promise<void> {
    return this.listings.edit(listingId, expertId, draft);
  }

  /** What was typed so far, with gaps. @throws InvalidInputError for what is far too much, NotFoundError */
  createUnfinishedListing(expertId: string, draft: ListingDraft): Promise<string> {
    return this.listings.createUnfinished(expertId, draft);
  }

  /** @throws as createUnfinishedListing, WrongListingStateError */
  editUnfinishedListing(listingId: string, expertId: string, draft: ListingDraft): Promise<void> {
    return this.listings.editUnfinished(listingId, expertId, draft);
  }

  /** @throws as checkDraft for what is not finished; WrongListingStateError, NotFoundError */
  submitListing(listingId: string, expertId: string): Promise<void> {
    return this.listings.submit(listingId, expertId);
  }

  /** @throws WrongListingStateError, NotFoundError */
  approveListing(listingId: string, reviewerId: string): Promise<void> {
    return this.listings.approve(listingId, reviewerId);
  }

  /** For an offer that a reviewer read with an application. @throws WrongListingStateError, NotFoundError */
  publishListing(listingId: string, reviewerId: string): Promise<void> {
    return this.listings.publishRead(listingId, reviewerId);
  }

  /** @throws WrongListingStateError, NotFoundError */
  archiveListing(listingId: string, expertId: string): Promise<void> {
    return this.listings.archive(listingId, expertId);
  }

  /** @throws WrongListingStateError, NotFoundError */
  refuseListing(listingId: string, reviewerId: string, reasons: string): Promise<void> {
    return this.listings.refuse(listingId, reviewerId, reasons);
  }

  /** @throws WrongListingStateError, NotFoundError */
  pauseListing(listingId: string, expertId: string): Promise<void> {
    return this.listings.pause(listingId, expertId);
  }

  /** @throws WrongListingStateError, NotFoundError */
  resumeListing(listingId: string, expertId: string): Promise<void> {
    return this.listings.resume(listingId, expertId);
  }

  async listingsOf(expertId: string): Promise<OwnListingView[]> {
    return (await this.listings.allOf(expertId)).map(ownViewOf);
  }

  /** @throws NotFoundError also when it is somebody else's */
  async ownListing(listingId: string, expertId: string): Promise<OwnListingView> {
    return ownViewOf(await this.listings.ofExpert(listingId, expertId));
  }

  /** The newest revision and what is live beside it, for the console. @throws NotFoundError */
  async listingForReview(listingId: string): Promise<OwnListingView> {
    return ownViewOf(await this.listings.load(listingId));
  }

  /** Revisions waiting for a reviewer, oldest first. */
  async reviewQueue(page: {
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ items: OwnListingView[]; total: number }> {
    const { items, total } = await this.listings.reviewQueue(page);
    return { items: items.map(ownViewOf), total };
  }

  // --- what visitors see

  /** @throws NotFoundError when it is not live */
  async liveListing(listingId: string, language: string): Promise<ListingView> {
    const [view] = await this.liveListings([listingId], language);
    if (!view || view.state !== 'live') throw new NotFoundError('listing');
    return view;
  }

  /** What its expert wrote last, as visitors would read it. @throws NotFoundError, CategoryUnknownError while none is chosen */
  async draftedListing(
    listingId: string,
    expertId: string,
    language: string,
  ): Promise<ListingView> {
    const entry = await this.listings.ofExpert(listingId, expertId);
    const category = await this.categories.byId(entry.latest.content.categoryId);
    return viewOfContent(entry, entry.latest.content, category, language);
  }

  /** @throws NotFoundError unless visitors see it with this offer */
  async livePicture(listingId: string, fileId: string): Promise<Picture> {
    const [entry] = await this.listings.byIds([listingId]);
    const picture =
      entry?.listing.state === 'live'
        ? entry.live?.content.pictures.find((shown) => shown.fileId === fileId)
        : undefined;
    if (!picture) throw new NotFoundError('picture');
    return picture;
  }

  /** In the order of the ids; what was never live is left out, what is paused says so. */
  async liveListings(ids: readonly string[], language: string): Promise<ListingView[]> {
    const tree = await this.categories.tree();
    const found = new Map(
      (await this.listings.byIds(ids)).map((entry) => [entry.listing.id, entry]),
    );
    return ids.flatMap((id) => {
      const entry = found.get(id);
      const category = entry?.live ? tree.category(entry.live.content.categoryId) : undefined;
      return entry && category ? liveViewOf(entry, category, language) : [];
    });
  }

  async liveListingsOf(expertId: string, language: string): Promise<ListingView[]> {
    const own = await this.listings.allOf(expertId);
    return this.liveListings(
      own.filter((entry) => entry.listing.state === 'live').map((entry) => entry.listing.id),
      language,
    );
  }

  /**
   * A category that was renamed or merged is searched as what it is called today.
   *
   * @param askedIn language of who asks; questions of people that find nothing are counted by it
   */
  async search(query: SearchQuery, askedIn?: string): Promise<SearchAnswer> {
    if (query.category === undefined) return this.find.run(query, askedIn);
    const category = await this.categories.presentAddress(query.category);
    return this.find.run({ ...query, category }, askedIn);
  }

  /** Categories whose name begins with what was typed, or has a word that does, then offers. */
  async suggest(
    text: string,
    language: string,
  ): Promise<{ categories: { slug: string; name: string }[]; listings: ListingView[] }> {
    const typed = normalise(text.trim());
    if (typed.length < SUGGEST_FROM) return { categories: [], listings: [] };
    const open = (await this.categories.tree()).open();
    const categories = open
      .map(({ slug, names }) => ({ slug, name: inLanguage(names, language) }))
      .filter(({ name }) => ` ${normalise(name)}`.includes(` ${typed}`))
      .slice(0, CATEGORIES_SUGGESTED);
    const ids = await this.find.suggest(text, LISTINGS_SUGGESTED);
    return { categories, listings: await this.liveListings(ids, language) };
  }

  /** Whether somebody asks who needs an ambulance, the fire brigade or somebody to talk to before anything else. */
  speaksOfEmergency(text: string): boolean {
    return speaksOfEmergency(text, normalise);
  }

  /** Questions that found nothing in the last ninety days, the newest first. */
  emptySearches(page: {
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ items: EmptySearch[]; total: number }> {
    return this.empty.list(page);
  }

  emptySearch(id: string): Promise<EmptySearch | null> {
    return this.empty.byId(id);
  }

  // --- the search projection, fed by events

  /** Fills the engine from the store; searches are answered from what it had until it is done. */
  rebuildSearch(): Promise<void> {
    return this.projection.rebuild();
  }

  /** Everybody with a live offer. */
  expertsOffering(): Promise<string[]> {
    return this.listings.liveExperts();
  }

  async refreshListing(listingId: string): Promise<void> {
    await this.projection.refresh(listingId);
  }

  async refreshExpert(expertId: string): Promise<void> {
    if (!(await this.accounts.people([expertId])).has(expertId)) return;
    for (const { listing } of await this.listings.allOf(expertId))
      await this.projection.refresh(listing.id);
  }

  /** What the next rebuild shall know of an expert. */
  noteStanding(expertId: string, change: Partial<Standing>): void {
    this.projection.note(expertId, change);
  }

  /** What is offered, by the batch: whose times search should know. */
  async *offeredTimes(): AsyncGenerator<OfferedTime[]> {
    for await (const entries of this.listings.liveBatches()) yield entries.map(offeredTimeOf);
  }

  async offeredTimesOf(expertId: string): Promise<OfferedTime[]> {
    const own = await this.listings.allOf(expertId);
    return own.filter(({ listing }) => listing.state === 'live').map(offeredTimeOf);
  }

  /** When the next slot of each listing begins; shown in search at once. */
  showNextSlots(slots: readonly NextSlot[]): Promise<void> {
    return this.projection.showNextSlots(slots);
  }

  /** Shown in search at once, for all offers of the expert. */
  showStanding(expertId: string, change: Partial<Standing>): Promise<void> {
    return this.projection.show(expertId, change);
  }
}
