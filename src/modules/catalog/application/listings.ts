import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { Uploads } from '../../../platform/storage/uploads.js';
import { InvalidInputError, NotFoundError } from '../../../shared/domain-error.js';
import {
  CategoryClosedError,
  HelpKindNotOfferedError,
  WrongListingStateError,
} from '../domain/catalog.errors.js';
import type { ListingPublished, ListingWithdrawn } from '../domain/catalog.events.js';
import { taxCategoryFor } from '../domain/category.js';
import {
  contentOf,
  type ListingContent,
  type ListingDraft,
  problemsOf,
  problemsOfUnfinished,
} from '../domain/listing-draft.js';
import {
  ListingRecord,
  type ListingState,
  RevisionRecord,
  type RevisionState,
} from '../persistence/catalog.records.js';
import { Categories } from './categories.js';

const BATCH_SIZE = 500;

export interface ListingWithRevisions {
  readonly listing: ListingRecord;
  readonly live: RevisionRecord | null;
  /** The newest revision, live or not. */
  readonly latest: RevisionRecord;
}

/** Offers and their revisions: written by experts, approved by reviewers, read by everybody. */
@Injectable()
export class Listings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly categories: Categories,
    private readonly uploads: Uploads,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @returns what would be offered, with the category as it is called today
   * @throws InvalidInputError, CategoryUnknownError, CategoryClosedError, HelpKindNotOfferedError
   */
  async check(draft: ListingDraft): Promise<ListingContent> {
    const problems = problemsOf(draft);
    if (problems.length > 0) throw new InvalidInputError(problems);
    const content = contentOf(draft);
    const category = await this.categories.byId(draft.categoryId);
    if (category.state !== 'open') throw new CategoryClosedError(category.state);
    if (taxCategoryFor(category.taxCategories, draft.kindOfHelp, content.taxCategory) === null)
      throw new HelpKindNotOfferedError(draft.kindOfHelp);
    return { ...content, categoryId: category.id };
  }

  /** A new offer of an expert, as a draft. */
  async create(expertId: string, draft: ListingDraft): Promise<string> {
    return this.begin(expertId, await this.check(draft));
  }

  /** The same with gaps: what was typed so far. @throws InvalidInputError, NotFoundError for a picture of somebody else */
  async createUnfinished(expertId: string, draft: ListingDraft): Promise<string> {
    return this.begin(expertId, unfinished(draft));
  }

  /** Writes into the open draft, or begins a new revision beside the live one. */
  async edit(listingId: string, expertId: string, draft: ListingDraft): Promise<void> {
    await this.write(listingId, expertId, await this.check(draft));
  }

  /** The same with gaps; what waits for a reviewer leaves the queue. */
  async editUnfinished(listingId: string, expertId: string, draft: ListingDraft): Promise<void> {
    await this.write(listingId, expertId, unfinished(draft));
  }

  /** @throws as check, for what is not finished; WrongListingStateError, NotFoundError */
  async submit(listingId: string, expertId: string): Promise<void> {
    const { listing, latest } = await this.ofExpert(listingId, expertId);
    if (latest.state !== 'draft' || listing.state === 'archived')
      throw new WrongListingStateError(latest.state);
    await this.check(latest.content);
    await this.unitOfWork.run(async () => {
      await this.moveRevision(latest, 'in_review');
      if (listing.state === 'draft') await this.setState(listing, 'in_review');
    });
  }

  /** The revision becomes what visitors read. @throws WrongListingStateError unless it waits for it; NotFoundError */
  approve(listingId: string, reviewerId: string): Promise<void> {
    return this.publish(listingId, reviewerId, ['in_review']);
  }

  /** The same for an offer that was read with an application, so that nobody sent it. Again does nothing. @throws as approve */
  publishRead(listingId: string, reviewerId: string): Promise<void> {
    return this.publish(listingId, reviewerId, ['draft', 'in_review', 'live']);
  }

  private async publish(
    listingId: string,
    reviewerId: string,
    from: readonly RevisionState[],
  ): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { listing, live, latest } = await this.load(listingId);
      if (!from.includes(latest.state) || listing.state === 'archived')
        throw new WrongListingStateError(latest.state);
      if (latest.state === 'live') return;
      const problems = problemsOf(latest.content);
      if (problems.length > 0) throw new InvalidInputError(problems);
      await this.moveRevision(latest, 'live', {
        decidedBy: reviewerId,
        decidedAt: this.clock.now(),
      });
      if (live) await this.moveRevision(live, 'replaced');
      // Who paused an offer puts it up again themselves.
      const state = listing.state === 'paused' ? 'paused' : 'live';
      await this.unitOfWork.manager.update(
        ListingRecord,
        { id: listing.id },
        { state, liveRevisionId: latest.id },
      );
      await this.tell('catalog.listing.published', listing);
    });
  }

  async refuse(listingId: string, reviewerId: string, reasons: string): Promise<void> {
    const { latest } = await this.load(listingId);
    if (latest.state !== 'in_review') throw new WrongListingStateError(latest.state);
    await this.moveRevision(latest, 'refused', {
      reasons,
      decidedBy: reviewerId,
      decidedAt: this.clock.now(),
    });
  }

  async pause(listingId: string, expertId: string): Promise<void> {
    const { listing } = await this.ofExpert(listingId, expertId);
    if (listing.state !== 'live') throw new WrongListingStateError(listing.state);
    await this.unitOfWork.run(async () => {
      await this.setState(listing, 'paused');
      await this.tell('catalog.listing.withdrawn', listing);
    });
  }

  async resume(listingId: string, expertId: string): Promise<void> {
    const { listing } = await this.ofExpert(listingId, expertId);
    if (listing.state !== 'paused') throw new WrongListingStateError(listing.state);
    await this.unitOfWork.run(async () => {
      await this.setState(listing, 'live');
      await this.tell('catalog.listing.published', listing);
    });
  }

  /** Nobody finds it any more; what was booked stays booked. @throws WrongListingStateError, NotFoundError */
  async archive(listingId: string, expertId: string): Promise<void> {
    const { listing } = await this.ofExpert(listingId, expertId);
    if (listing.state === 'archived') throw new WrongListingStateError(listing.state);
    await this.unitOfWork.run(async () => {
      await this.setState(listing, 'archived');
      if (listing.liveRevisionId !== null) await this.tell('catalog.listing.withdrawn', listing);
    });
  }

  /** @throws NotFoundError also when it is somebody else's */
  async ofExpert(listingId: string, expertId: string): Promise<ListingWithRevisions> {
    const found = await this.load(listingId);
    if (found.listing.expertId !== expertId) throw new NotFoundError('listing');
    return found;
  }

  /** @throws NotFoundError */
  async load(listingId: string): Promise<ListingWithRevisions> {
    const listing = await this.unitOfWork.manager.findOneBy(ListingRecord, { id: listingId });
    if (!listing) throw new NotFoundError('listing');
    const [found] = await this.withRevisions([listing]);
    if (!found) throw new Error(`listing ${listingId} has no revision`);
    return found;
  }

  async allOf(expertId: string): Promise<ListingWithRevisions[]> {
    return this.withRevisions(
      await this.unitOfWork.manager.find(ListingRecord, {
        where: { expertId },
        order: { id: 'ASC' },
      }),
    );
  }

  async byIds(ids: readonly string[]): Promise<ListingWithRevisions[]> {
    if (ids.length === 0) return [];
    return this.withRevisions(
      await this.unitOfWork.manager.findBy(ListingRecord, { id: In([...ids]) }),
    );
  }

  /** Everything that is live, by the page, so that a large catalog is never in memory at once. */
  async *liveBatches(): AsyncGenerator<ListingWithRevisions[]> {
    let after = '';
    for (;;) {
      const page = await this.unitOfWork.manager.find(ListingRecord, {
        where: { state: 'live', id: MoreThan(after) },
        order: { id: 'ASC' },
        take: BATCH_SIZE,
      });
      if (page.length > 0) yield await this.withRevisions(page);
      if (page.length < BATCH_SIZE) return;
      after = page.at(-1)?.id ?? after;
    }
  }

  /** Everybody with a live offer. */
  async liveExperts(): Promise<string[]> {
    const rows = await this.unitOfWork.manager
      .createQueryBuilder(ListingRecord, 'listing')
      .select('DISTINCT listing.expert_id', 'expertId')
      .where({ state: 'live' })
      .getRawMany<{ expertId: string }>();
    return rows.map(({ expertId }) => expertId);
  }

  /** Revisions that wait for a reviewer, oldest first. */
  async reviewQueue(page: {
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ items: ListingWithRevisions[]; total: number }> {
    const [revisions, total] = await this.unitOfWork.manager.findAndCount(RevisionRecord, {
      where: { state: 'in_review' },
      order: { createdAt: 'ASC' },
      skip: page.offset,
      take: page.limit,
    });
    const waiting = new Map(
      (await this.byIds(revisions.map((revision) => revision.listingId))).map((entry) => [
        entry.listing.id,
        entry,
      ]),
    );
    return { items: revisions.flatMap(({ listingId }) => waiting.get(listingId) ?? []), total };
  }

  private async withRevisions(listings: readonly ListingRecord[]): Promise<ListingWithRevisions[]> {
    if (listings.length === 0) return [];
    const revisions = await this.unitOfWork.manager.find(RevisionRecord, {
      where: { listingId: In(listings.map((listing) => listing.id)) },
      order: { number: 'ASC' },
    });
    const byListing = new Map<string, RevisionRecord[]>();
    for (const revision of revisions) {
      // A merged category took its listings along without their contents being written anew.
      revision.content = { ...contentOf(revision.content), categoryId: revision.categoryId };
      byListing.set(revision.listingId, [...(byListing.get(revision.listingId) ?? []), revision]);
    }
    return listings.flatMap((listing) => {
      const own = byListing.get(listing.id) ?? [];
      const latest = own.at(-1);
      return latest
        ? [
            {
              listing,
              latest,
              live: own.find((revision) => revision.id === listing.liveRevisionId) ?? null,
            },
          ]
        : [];
    });
  }

  private async begin(expertId: string, content: ListingContent): Promise<string> {
    await this.assertOwnPictures(expertId, content);
    const listingId = this.ids.next();
    await this.unitOfWork.run(async () => {
      await this.unitOfWork.manager.insert(ListingRecord, {
        id: listingId,
        expertId,
        state: 'draft',
        liveRevisionId: null,
        createdAt: this.clock.now(),
      });
      await this.addRevision(listingId, 1, content);
    });
    return listingId;
  }

  private async write(listingId: string, expertId: string, content: ListingContent): Promise<void> {
    await this.assertOwnPictures(expertId, content);
    const { listing, latest } = await this.ofExpert(listingId, expertId);
    if (listing.state === 'archived') throw new WrongListingStateError(listing.state);
    if (latest.state === 'live' || latest.state === 'replaced')
      return this.addRevision(listingId, latest.number + 1, content);
    const written = await this.unitOfWork.manager.update(
      RevisionRecord,
      { id: latest.id, state: latest.state },
      {
        categoryId: content.categoryId,
        content: content,
        state: 'draft',
        createdAt: this.clock.now(),
      },
    );
    // A reviewer was quicker: what was decided stands, and this is the next revision.
    if (written.affected !== 1) await this.write(listingId, expertId, content);
  }

  private async assertOwnPictures(expertId: string, { pictures }: ListingContent): Promise<void> {
    for (const { fileId } of pictures) await this.uploads.assertOwned(fileId, expertId);
  }

  private async addRevision(
    listingId: string,
    number: number,
    content: ListingContent,
  ): Promise<void> {
    await this.unitOfWork.manager.insert(RevisionRecord, {
      id: this.ids.next(),
      listingId,
      number,
      state: 'draft',
      categoryId: content.categoryId,
      content: content as never,
      reasons: null,
      decidedBy: null,
      createdAt: this.clock.now(),
      decidedAt: null,
    });
  }

  /** Only if nobody moved it meanwhile. */
  private async moveRevision(
    revision: RevisionRecord,
    state: RevisionState,
    decision: Partial<Pick<RevisionRecord, 'reasons' | 'decidedBy' | 'decidedAt'>> = {},
  ): Promise<void> {
    const moved = await this.unitOfWork.manager.update(
      RevisionRecord,
      { id: revision.id, state: revision.state },
      { state, ...decision },
    );
    if (moved.affected !== 1) throw new WrongListingStateError(revision.state);
  }

  private async setState(listing: ListingRecord, state: ListingState): Promise<void> {
    const moved = await this.unitOfWork.manager.update(
      ListingRecord,
      { id: listing.id, state: listing.state },
      { state },
    );
    if (moved.affected !== 1) throw new WrongListingStateError(listing.state);
  }

  private tell(
    name: (ListingPublished | ListingWithdrawn)['name'],
    listing: ListingRecord,
  ): Promise<void> {
    const { id, expertId } = listing;
    return this.outbox.publish<ListingPublished | ListingWithdrawn>({
      name,
      aggregateId: id,
      data: { listingId: id, expertId },
    });
  }
}

/** @throws InvalidInputError for what is far too much */
function unfinished(draft: ListingDraft): ListingContent {
  const problems = problemsOfUnfinished(draft);
  if (problems.length > 0) throw new InvalidInputError(problems);
  return contentOf(draft);
}
