import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { InvalidInputError, NotFoundError } from '../../../shared/domain-error.js';
import {
  CategoryClosedError,
  HelpKindNotOfferedError,
  WrongListingStateError,
} from '../domain/catalog.errors.js';
import type { ListingPublished, ListingWithdrawn } from '../domain/catalog.events.js';
import { taxCategoryFor } from '../domain/category.js';
import { type ListingDraft, problemsOf } from '../domain/listing-draft.js';
import {
  ListingRecord,
  type ListingState,
  RevisionRecord,
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
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @returns the draft with the category as it is called today
   * @throws InvalidInputError, CategoryUnknownError, CategoryClosedError, HelpKindNotOfferedError
   */
  async check(draft: ListingDraft): Promise<ListingDraft> {
    const problems = problemsOf(draft);
    if (problems.length > 0) throw new InvalidInputError(problems);
    const category = await this.categories.byId(draft.categoryId);
    if (category.state !== 'open') throw new CategoryClosedError(category.state);
    if (
      taxCategoryFor(category.taxCategories, draft.kindOfHelp, draft.taxCategory ?? null) === null
    )
      throw new HelpKindNotOfferedError(draft.kindOfHelp);
    return { ...draft, categoryId: category.id };
  }

  /** A new offer of an expert, as a draft. */
  async create(expertId: string, draft: ListingDraft): Promise<string> {
    const checked = await this.check(draft);
    const now = this.clock.now();
    const listingId = this.ids.next();
    await this.unitOfWork.run(async () => {
      await this.unitOfWork.manager.insert(ListingRecord, {
        id: listingId,
        expertId,
        state: 'draft',
        liveRevisionId: null,
        createdAt: now,
      });
      await this.addRevision(listingId, 1, checked);
    });
    return listingId;
  }

  /** Writes into the open draft, or begins a new revision beside the live one. */
  async edit(listingId: string, expertId: string, draft: ListingDraft): Promise<void> {
    const checked = await this.check(draft);
    const { listing, latest } = await this.ofExpert(listingId, expertId);
    if (listing.state === 'archived') throw new WrongListingStateError(listing.state);
    if (latest.state === 'draft' || latest.state === 'in_review' || latest.state === 'refused') {
      await this.unitOfWork.manager.update(
        RevisionRecord,
        { id: latest.id },
        {
          categoryId: checked.categoryId,
          content: checked,
          state: 'draft',
          createdAt: this.clock.now(),
        },
      );
      return;
    }
    await this.addRevision(listingId, latest.number + 1, checked);
  }

  async submit(listingId: string, expertId: string): Promise<void> {
    const { listing, latest } = await this.ofExpert(listingId, expertId);
    if (latest.state !== 'draft') throw new WrongListingStateError(latest.state);
    await this.unitOfWork.run(async () => {
      await this.unitOfWork.manager.update(
        RevisionRecord,
        { id: latest.id },
        { state: 'in_review' },
      );
      if (listing.state === 'draft') await this.setState(listing, 'in_review');
    });
  }

  /** The revision becomes what visitors read. @throws WrongListingStateError, NotFoundError */
  async approve(listingId: string, reviewerId: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { listing, live, latest } = await this.load(listingId);
      if (latest.state === 'live') return;
      if (latest.state !== 'in_review' && latest.state !== 'draft')
        throw new WrongListingStateError(latest.state);
      if (live)
        await this.unitOfWork.manager.update(
          RevisionRecord,
          { id: live.id },
          { state: 'replaced' },
        );
      const decided = {
        state: 'live' as const,
        decidedBy: reviewerId,
        decidedAt: this.clock.now(),
      };
      await this.unitOfWork.manager.update(RevisionRecord, { id: latest.id }, decided);
      await this.unitOfWork.manager.update(
        ListingRecord,
        { id: listing.id },
        { state: 'live', liveRevisionId: latest.id },
      );
      await this.outbox.publish(this.event<ListingPublished>('catalog.listing.published', listing));
    });
  }

  async refuse(listingId: string, reviewerId: string, reasons: string): Promise<void> {
    const { latest } = await this.load(listingId);
    if (latest.state !== 'in_review') throw new WrongListingStateError(latest.state);
    await this.unitOfWork.manager.update(
      RevisionRecord,
      { id: latest.id },
      { state: 'refused', reasons, decidedBy: reviewerId, decidedAt: this.clock.now() },
    );
  }

  async pause(listingId: string, expertId: string): Promise<void> {
    const { listing } = await this.ofExpert(listingId, expertId);
    if (listing.state !== 'live') throw new WrongListingStateError(listing.state);
    await this.unitOfWork.run(async () => {
      await this.setState(listing, 'paused');
      await this.outbox.publish(this.event<ListingWithdrawn>('catalog.listing.withdrawn', listing));
    });
  }

  async resume(listingId: string, expertId: string): Promise<void> {
    const { listing } = await this.ofExpert(listingId, expertId);
    if (listing.state !== 'paused') throw new WrongListingStateError(listing.state);
    await this.unitOfWork.run(async () => {
      await this.setState(listing, 'live');
      await this.outbox.publish(this.event<ListingPublished>('catalog.listing.published', listing));
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
      revision.content = { ...revision.content, categoryId: revision.categoryId };
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

  private async addRevision(
    listingId: string,
    number: number,
    content: ListingDraft,
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

  private async setState(listing: ListingRecord, state: ListingState): Promise<void> {
    const moved = await this.unitOfWork.manager.update(
      ListingRecord,
      { id: listing.id, state: listing.state },
      { state },
    );
    if (moved.affected !== 1) throw new WrongListingStateError(listing.state);
  }

  private event<T extends ListingPublished | ListingWithdrawn>(
    name: T['name'],
    listing: ListingRecord,
  ): T {
    return {
      name,
      version: 1,
      eventId: this.ids.next(),
      occurredAt: this.clock.now().toString(),
      aggregateId: listing.id,
      data: { listingId: listing.id, expertId: listing.expertId },
    } as T;
  }
}
