import type { IndexedListing, SearchDocument, Standing } from '../../search/listing-search.js';
import { isNewcomer, isWellRated, smoothedStars } from '../../search/ranking.js';

/** A listing as Meilisearch keeps it: flat, and ordered by what its own rules can compare. */
export interface ListingDocument extends StandingFields {
  /** Milliseconds since 1970; null fulfils no comparison. */
  readonly nextSlot: number | null;
  readonly listingId: string;
  readonly expertId: string;
  readonly title: string;
  readonly category: readonly string[];
  readonly summary: string;
  readonly expert: string;
  readonly description: string;
  readonly categorySlugs: readonly string[];
  readonly languages: readonly string[];
  readonly priceModel: SearchDocument['priceModel'];
  /** Minor units; prices stay far below 2^53. */
  readonly price: number;
  /** The range of what a visit costs, if it costs anything. */
  readonly priceBand: readonly string[];
  readonly isInstant: boolean;
}

/** What changes with the expert's standing, written alone when only that changed. */
export interface StandingFields {
  /** 1 when the expert is free now and the offer can be asked for at once. */
  readonly freeNow: 0 | 1;
  readonly stars: number;
  /** Average as it is ordered by, see `smoothedStars`. */
  readonly quality: number;
  readonly isNewcomer: boolean;
  readonly isWellRated: boolean;
}

export function documentOf({ document, standing, nextSlotAt }: IndexedListing): ListingDocument {
  return {
    listingId: document.listingId,
    expertId: document.expertId,
    title: document.title,
    category: document.categoryNames,
    summary: document.summary,
    expert: document.expertName,
    description: document.description,
    categorySlugs: document.categorySlugs,
    languages: document.languages,
    priceModel: document.priceModel,
    price: Number(document.priceMinor),
    priceBand: document.priceBand === null ? [] : [document.priceBand],
    isInstant: document.isInstant,
    nextSlot: nextSlotAt,
    ...standingFields(standing, document.isInstant),
  };
}

export function standingFields(standing: Standing, isInstant: boolean): StandingFields {
  return {
    freeNow: isInstant && standing.availability === 'free_now' ? 1 : 0,
    stars: standing.reviewCount > 0 ? standing.stars : 0,
    quality: smoothedStars(standing),
    isNewcomer: isNewcomer(standing),
    isWellRated: isWellRated(standing),
  };
}
