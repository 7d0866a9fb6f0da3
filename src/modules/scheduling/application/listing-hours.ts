import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { InvalidInputError } from '../../../shared/domain-error.js';
import { CatalogFacade } from '../../catalog/index.js';
import {
  bookedMinutes,
  checkListingRules,
  type ListingRules,
  NO_LISTING_RULES,
} from '../domain/listing-rules.js';
import { ListingRulesRepository } from '../persistence/listing-rules.repository.js';

/** What single offers do differently from their expert's other ones. */
@Injectable()
export class ListingHours {
  constructor(
    private readonly listingRules: ListingRulesRepository,
    private readonly catalog: CatalogFacade,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError also when it is somebody else's */
  async of(expertId: string, listingId: string): Promise<ListingRules> {
    await this.assertOwn(expertId, listingId);
    return (await this.listingRules.of(listingId)) ?? NO_LISTING_RULES;
  }

  /** What is booked already stays. @throws NotFoundError, InvalidInputError listing every broken rule */
  async set(expertId: string, listingId: string, rules: ListingRules): Promise<void> {
    await this.assertOwn(expertId, listingId);
    const checked = checkListingRules(rules);
    if (!checked.ok) throw new InvalidInputError([...checked.refusal]);
    await this.listingRules.set(listingId, expertId, rules, this.clock.now());
  }

  /** @param pricedMinutes what the price is for, where it is for a length */
  async bookedMinutes(listingId: string, pricedMinutes: number | null): Promise<number> {
    return bookedMinutes(pricedMinutes, await this.listingRules.of(listingId));
  }

  private async assertOwn(expertId: string, listingId: string): Promise<void> {
    await this.catalog.ownListing(listingId, expertId);
  }
}
