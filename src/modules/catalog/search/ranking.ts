import type { RankingConfig } from '../../../platform/config/search-config.js';
import type { SearchHit, Standing } from './listing-search.js';

/**
 * How results are ordered; nothing in it can be bought.
 *
 * 1. Who is free now comes first.
 * 2. Then `match + quality × stars`, where `match` sums for each word the weights of the places it stands in,
 *    times how rare the word is, and `stars` is the average of {@link smoothedStars}.
 * 3. Every `newcomerEvery`-th place is kept for somebody with few reviews, if one matches: {@link keepPlaces}.
 */
export type Ranking = RankingConfig;

/** Fewer reviews than this say little yet. */
const NEWCOMER_REVIEWS_BELOW = 3;
/** What an expert is taken for before anybody said: as good as most, counted as so many reviews. */
const PRIOR = { stars: 4, reviews: 5 };
const WELL_RATED_FROM = 4.5;

export function isNewcomer({ reviewCount }: Standing): boolean {
  return reviewCount < NEWCOMER_REVIEWS_BELOW;
}

export function isWellRated(standing: Standing): boolean {
  return !isNewcomer(standing) && standing.stars >= WELL_RATED_FROM;
}

/** The average pulled towards that of everybody, the more so the fewer reviews there are. */
export function smoothedStars({ stars, reviewCount }: Standing): number {
  return (PRIOR.stars * PRIOR.reviews + stars * reviewCount) / (PRIOR.reviews + reviewCount);
}

/**
 * Puts newcomers into the places that are kept for them, without showing anybody twice and without
 * putting somebody who is away before somebody who is free now.
 *
 * @param best      all results in order
 * @param newcomers those of them with few reviews, in the same order
 */
export function keepPlaces(
  best: readonly SearchHit[],
  newcomers: readonly SearchHit[],
  newcomerEvery: number,
): SearchHit[] {
  if (newcomerEvery === 0) return [...best];
  const shown = new Set<string>();
  const bestLeft = new NotShown(best, shown);
  const newcomersLeft = new NotShown(newcomers, shown);
  const placed: SearchHit[] = [];
  for (let due = bestLeft.next; due !== undefined; due = bestLeft.next) {
    const newcomer = newcomersLeft.next;
    const isKept = (placed.length + 1) % newcomerEvery === 0;
    const hit = isKept && newcomer?.isFreeNow === due.isFreeNow ? newcomer : due;
    shown.add(hit.listingId);
    placed.push(hit);
  }
  return placed;
}

/** Walks through results, passing over what was shown meanwhile. */
class NotShown {
  private position = 0;

  constructor(
    private readonly hits: readonly SearchHit[],
    private readonly shown: ReadonlySet<string>,
  ) {}

  get next(): SearchHit | undefined {
    while (this.shown.has(this.hits[this.position]?.listingId ?? '')) this.position += 1;
    return this.hits[this.position];
  }
}
