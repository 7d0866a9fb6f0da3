import type { DomainEvent } from '../../../shared/domain-event.js';

interface ListingFacts {
  readonly listingId: string;
  readonly expertId: string;
}

/** A revision went live: the listing is new or reads differently now. */
export type ListingPublished = DomainEvent<'catalog.listing.published', ListingFacts>;
/** Paused or archived: nobody may find it any more. */
export type ListingWithdrawn = DomainEvent<'catalog.listing.withdrawn', ListingFacts>;
/** Its name, address or place is another, or others were merged into it; all of it holds for what lies below too. */
export type CategoryChanged = DomainEvent<
  'catalog.category.changed',
  { readonly categoryId: string }
>;
