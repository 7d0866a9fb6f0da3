export type Availability = 'free_now' | 'busy' | 'away';

/** What is searched of a live listing. */
export interface SearchDocument {
  readonly listingId: string;
  readonly expertId: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly expertName: string;
  /** Names of the category and its parents in every language. */
  readonly categoryNames: readonly string[];
  /** Its own address and those of its parents. */
  readonly categorySlugs: readonly string[];
  readonly languages: readonly string[];
  readonly priceModel: 'free' | 'per_session' | 'per_minute';
  readonly priceMinor: bigint;
  readonly isInstant: boolean;
}

/** What changes about an expert while their offers stay the same. */
export interface Standing {
  readonly availability: Availability;
  /** Average from 1 to 5; 0 when nobody reviewed yet. */
  readonly stars: number;
  readonly reviewCount: number;
}

export const NO_STANDING: Standing = { availability: 'away', stars: 0, reviewCount: 0 };

/** The steps of "at least so many stars". */
export const STAR_STEPS = [4, 4.5] as const;
export type StarStep = (typeof STAR_STEPS)[number];

export interface SearchQuery {
  readonly text: string;
  readonly category?: string;
  readonly language?: string;
  readonly price?: SearchDocument['priceModel'];
  readonly freeNow?: boolean;
  readonly minStars?: StarStep;
  /** Only experts with few reviews, for the places that are kept for them. */
  readonly newcomersOnly?: boolean;
  readonly sort: 'best' | 'price' | 'rating';
  readonly offset: number;
  readonly limit: number;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export type FacetName = 'category' | 'language' | 'price' | 'freeNow' | 'stars';

/** Where the words were found, best place first, and what else put the offer where it stands. */
export type WhyShown =
  | 'free_now'
  | 'title'
  | 'category'
  | 'summary'
  | 'expert'
  | 'description'
  | 'well_rated'
  | 'newcomer';

/** A part of a text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly length: number;
}

export interface SearchHit {
  readonly listingId: string;
  readonly isFreeNow: boolean;
  readonly why: readonly WhyShown[];
  /** What of the title and the summary answers the words. */
  readonly highlights: {
    readonly title: readonly TextRange[];
    readonly summary: readonly TextRange[];
  };
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  /** What was searched instead, when a word was not known and the engine says so. */
  readonly corrected: string | null;
}

export type DocumentBatches = AsyncIterable<readonly IndexedListing[]>;
/** Reads everything that is live from the store, each time it is called anew. */
export type DocumentSource = () => DocumentBatches;

export interface IndexedListing {
  readonly document: SearchDocument;
  readonly standing: Standing;
}

/** The search engine behind the catalog. Words are matched with typos, unfinished and without accents; filters and counts are exact. */
export abstract class ListingSearch {
  /**
   * Replaces everything; until it is done, searches are answered from what was there before.
   * Asked twice, it does one after the other. An engine that loses what it was told reads the source again by itself.
   */
  abstract rebuild(source: DocumentSource): Promise<void>;
  abstract put(listing: IndexedListing): Promise<void>;
  abstract remove(listingId: string): Promise<void>;
  /** For all listings of the expert. */
  abstract setStanding(expertId: string, standing: Standing): Promise<void>;
  abstract search(query: SearchQuery): Promise<SearchAnswer>;
}
