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
  /** The range of what a visit costs, `EUR:10-25`; null for free help. */
  readonly priceBand: string | null;
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

/** How soon help begins, each with those before it: free now counts as soon as any. */
export const SOON_STEPS = [
  { value: '24h', hours: 24 },
  { value: '7d', hours: 7 * 24 },
] as const;
export type SoonStep = (typeof SOON_STEPS)[number]['value'];

export interface SearchQuery {
  readonly text: string;
  /** Milliseconds since 1970, from which "soon" is counted; left out, nothing is said about it. */
  readonly now?: number;
  readonly category?: string;
  readonly language?: string;
  readonly price?: SearchDocument['priceModel'];
  readonly freeNow?: boolean;
  readonly minStars?: StarStep;
  readonly priceBand?: string;
  /** Free now, or with a slot that begins by then. Wants `now`. */
  readonly soonest?: SoonStep;
  /** Only experts with few reviews, for the places that are kept for them. */
  readonly newcomersOnly?: boolean;
  /** Nobody will look at the facets, so they are not counted. */
  readonly skipsFacets?: boolean;
  readonly sort: 'best' | 'price' | 'rating';
  readonly offset: number;
  readonly limit: number;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export const FACETS = [
  'category',
  'language',
  'price',
  'priceBand',
  'soonest',
  'freeNow',
  'stars',
] as const;
export type FacetName = (typeof FACETS)[number];
export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>;

export const NO_FACETS: Facets = {
  category: [],
  language: [],
  price: [],
  priceBand: [],
  soonest: [],
  freeNow: [],
  stars: [],
};

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
  readonly facets: Facets;
  /** What was searched instead, when a word was not known and the engine says so. */
  readonly corrected: string | null;
}

export type DocumentBatches = AsyncIterable<readonly IndexedListing[]>;
/** Reads everything that is live from the store, each time it is called anew. */
export type DocumentSource = () => DocumentBatches;

/** When the next slot of a listing begins, in milliseconds since 1970; null when none is open. */
export interface NextSlot {
  readonly listingId: string;
  readonly startsAt: number | null;
}

export interface IndexedListing {
  readonly document: SearchDocument;
  readonly standing: Standing;
  /** As {@link NextSlot}. */
  readonly nextSlotAt: number | null;
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
  /** Of listings that are in it; the others are passed over. */
  abstract setNextSlots(slots: readonly NextSlot[]): Promise<void>;
  abstract search(query: SearchQuery): Promise<SearchAnswer>;
}
