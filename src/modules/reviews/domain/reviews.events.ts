import type { DomainEvent } from '../../../shared/domain-event.js';

export type ReviewLeft = DomainEvent<
  'reviews.review.left',
  { readonly expertId: string; readonly listingId: string; readonly stars: number }
>;
