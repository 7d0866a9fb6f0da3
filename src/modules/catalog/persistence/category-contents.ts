import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { contentOf } from '../domain/listing-draft.js';
import type { TaxedOffer } from '../domain/tax-effects.js';
import { ListingRecord, RevisionRecord } from './catalog.records.js';

/** What lies in categories: counted, looked through and moved by the category, however many listings there are. */
@Injectable()
export class CategoryContents {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Listings that are offered, paused or still written; what was archived does not hold a category open. */
  async countIn(categoryIds: readonly string[]): Promise<number> {
    return this.unitOfWork.manager
      .createQueryBuilder(ListingRecord, 'listing')
      .where({ state: Not('archived') })
      .andWhere(
        (query) =>
          `listing.id IN ${query
            .subQuery()
            .select('revision.listing_id')
            .from(RevisionRecord, 'revision')
            .where('revision.category_id IN (:...categoryIds)')
            .andWhere("revision.state <> 'replaced'")
            .getQuery()}`,
      )
      .setParameter('categoryIds', [...categoryIds])
      .getCount();
  }

  /** Those that visitors can buy, or could again. */
  async taxedOffers(categoryIds: readonly string[]): Promise<TaxedOffer[]> {
    const live = await this.liveRevisions(categoryIds);
    return live.map(({ listingId, categoryId, content }) => ({
      listingId,
      categoryId,
      title: content.title,
      kindOfHelp: content.kindOfHelp,
      // A revision that was written before offers could choose has none.
      taxCategory: contentOf(content).taxCategory,
    }));
  }

  async liveListingIds(categoryIds: readonly string[]): Promise<string[]> {
    const live = await this.unitOfWork.manager.find(RevisionRecord, {
      select: { id: true, listingId: true },
      where: { categoryId: In([...categoryIds]), state: 'live' },
      order: { listingId: 'ASC' },
    });
    return live.map(({ listingId }) => listingId);
  }

  /** Every revision of one category goes to another, with what was decided about it. */
  async rehome(from: string, to: string): Promise<void> {
    await this.unitOfWork.manager.update(RevisionRecord, { categoryId: from }, { categoryId: to });
  }

  private liveRevisions(categoryIds: readonly string[]): Promise<RevisionRecord[]> {
    return this.unitOfWork.manager.find(RevisionRecord, {
      where: { categoryId: In([...categoryIds]), state: 'live' },
      order: { listingId: 'ASC' },
    });
  }
}
