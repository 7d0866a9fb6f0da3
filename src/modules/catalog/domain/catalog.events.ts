import type { DomainEvent } from '../../../shared/domain-event.js';

interface ListingFacts {
  readonly listingId: string;
  readonly expertId: string;
}

/** A revision went live: the listing is new or reads differently now. */
export type ListingPublished = DomainEvent<'catalog.listing.published', ListingFacts>;
/** Paused or archived: nobody may find it any more. */
export type ListingWithdrawn = DomainEvent<'catalog.listing.withdrawn', ListingFacts>;
