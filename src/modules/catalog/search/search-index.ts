import { DEFAULT_RANKING } from '../../../platform/config/search-config.js';
import { bestOf } from './best-of.js';
import { Bitset } from './bitset.js';
import { highlight } from './highlight.js';
import {
  FACETS,
  type FacetName,
  type FacetValue,
  NO_FACETS,
  NO_STANDING,
  type SearchAnswer,
  type SearchDocument,
  type SearchHit,
  type SearchQuery,
  SOON_STEPS,
  type SoonStep,
  STAR_STEPS,
  type Standing,
  type WhyShown,
} from './listing-search.js';
import { isNewcomer, isWellRated, type Ranking, smoothedStars } from './ranking.js';
import { Postings } from './postings.js';
import { correctionOf, type QueryWord, queryWordsOf } from './query-words.js';
import { ScoreBoard, type WantedForm } from './score-board.js';
import { SoonSets } from './soon-sets.js';
import { type Expansion, Vocabulary } from './vocabulary.js';
import { PLACES, placesIn, placesOf } from './word-places.js';

interface Entry {
  readonly document: SearchDocument;
  /** For each word the places it stands in, as bits in the order of {@link PLACES}. */
  readonly places: ReadonlyMap<string, number>;
}

/** The embedded search: own postings as bitsets, filters and counts by intersection, unknown words by the vocabulary. */
export class SearchIndex {
  private entries: (Entry | null)[] = [];
  private numberOf = new Map<string, number>();
  private postings = new Map<string, Postings>();
  private facets = new Map<string, Bitset>();
  private numbersOf = new Map<string, Set<number>>();
  private live = new Bitset();
  private vocabulary = new Vocabulary();
  /** Smoothed stars by number, and what else orders offers, beside each other so that sorting reads no objects. */
  private stars: number[] = [];
  private prices: number[] = [];
  private soon = new SoonSets();
  private readonly standings = new Map<string, Standing>();
  private readonly scores: ScoreBoard;

  constructor(private readonly ranking: Ranking = DEFAULT_RANKING) {
    const weights = Array.from({ length: 1 << PLACES.length }, (_, bits) =>
      placesIn(bits).reduce((sum, place) => sum + ranking[place], 0),
    );
    this.scores = new ScoreBoard(weights);
  }

  get size(): number {
    return this.numberOf.size;
  }

  /** Places that are taken, by what is live and by what was and is gone. */
  get length(): number {
    return this.entries.length;
  }

  put(
    document: SearchDocument,
    standing: Standing = NO_STANDING,
    nextSlotAt: number | null = null,
  ): void {
    this.remove(document.listingId);
    this.insert({ document, places: placesOf(document) }, nextSlotAt);
    this.setStanding(document.expertId, standing);
  }

  remove(listingId: string): void {
    const number = this.numberOf.get(listingId);
    const entry = number === undefined ? null : this.entries[number];
    if (number === undefined || !entry) return;
    this.live.delete(number);
    for (const term of entry.places.keys()) this.postings.get(term)?.delete(number);
    for (const key of [...facetKeys(entry.document), ...STANDING_KEYS])
      this.facets.get(key)?.delete(number);
    this.numbersOf.get(entry.document.expertId)?.delete(number);
    this.soon.set(number, null);
    this.entries[number] = null;
    this.numberOf.delete(listingId);
    if (this.length - this.size > Math.max(DEAD_MIN, this.size)) this.compact();
  }

  /** Passes over what is not in it. */
  setNextSlot(listingId: string, startsAt: number | null): void {
    const number = this.numberOf.get(listingId);
    if (number !== undefined) this.soon.set(number, startsAt);
  }

  private insert(entry: Entry, nextSlotAt: number | null): void {
    const { document, places } = entry;
    const number = this.entries.length;
    this.entries.push(entry);
    this.prices.push(Number(document.priceMinor));
    this.numberOf.set(document.listingId, number);
    this.live.add(number);
    for (const [term, bits] of places) {
      this.vocabulary.add(term);
      this.postingsOf(term).add(number, bits);
    }
    for (const key of facetKeys(document)) bitsetIn(this.facets, key).add(number);
    const numbers = this.numbersOf.get(document.expertId) ?? new Set();
    this.numbersOf.set(document.expertId, numbers.add(number));
    this.soon.set(number, nextSlotAt);
  }

  /** Numbers are not used again while they are handed out; once most are of what is gone, all are given anew. */
  private compact(): void {
    const kept = this.entries.flatMap((entry, number) =>
      entry ? [{ entry, nextSlotAt: this.soon.at(number) }] : [],
    );
    this.entries = [];
    this.numberOf = new Map();
    this.postings = new Map();
    this.facets = new Map();
    this.numbersOf = new Map();
    this.live = new Bitset();
    this.vocabulary = new Vocabulary();
    this.stars = [];
    this.prices = [];
    this.soon = new SoonSets();
    for (const { entry, nextSlotAt } of kept) this.insert(entry, nextSlotAt);
    for (const expertId of this.standings.keys())
      if (!this.numbersOf.has(expertId)) this.standings.delete(expertId);
    for (const expertId of this.numbersOf.keys())
      this.setStanding(expertId, this.standings.get(expertId) ?? NO_STANDING);
  }

  setStanding(expertId: string, standing: Standing): void {
    this.standings.set(expertId, standing);
    for (const number of this.numbersOf.get(expertId) ?? []) {
      const entry = this.entries[number];
      if (entry) this.showStanding(number, entry.document, standing);
    }
  }

  search(query: SearchQuery): SearchAnswer {
    const words = queryWordsOf(query.text, this.vocabulary);
    const matches = this.matching(words);
    const filters = this.filtersOf(query);
    const found = [...filters.values()].reduce(
      (set, filter) => set.and(filter),
      query.newcomersOnly ? matches.and(this.having(NEWCOMER)) : matches,
    );
    const ranked = this.rank(found, words, query);
    const meant = new Set(words.flatMap((word) => word.meant.map(({ term }) => term)));
    return {
      hits: ranked.flatMap((number) => this.hit(number, meant)),
      total: found.size,
      facets: query.skipsFacets ? NO_FACETS : this.count(matches, filters, query.now ?? null),
      corrected: correctionOf(words),
    };
  }

  /** Listings that have every word; where there are none, those that have any. */
  private matching(words: readonly QueryWord[]): Bitset {
    if (words.length === 0) return this.live.and(this.live);
    const sets = words.map((word) =>
      word.meant.reduce(
        (set, { term }) => set.or(this.postings.get(term)?.offers ?? new Bitset()),
        new Bitset(),
      ),
    );
    const every = sets.reduce((set, next) => set.and(next), this.live);
    return every.size > 0
      ? every
      : sets.reduce((set, next) => set.or(next), new Bitset()).and(this.live);
  }

  private rank(found: Bitset, words: readonly QueryWord[], query: SearchQuery): number[] {
    this.scores.begin(this.entries.length);
    for (const { meant } of words) this.scores.addWord(this.formsOf(meant));
    const { offset, limit, sort } = query;
    return bestOf(found, offset + limit, this.orders[sort]).slice(offset);
  }

  private formsOf(meant: readonly Expansion[]): WantedForm[] {
    return meant.flatMap(({ term, closeness }) => {
      const postings = this.postings.get(term);
      return postings ? [{ postings, factor: closeness * this.rarity(postings) }] : [];
    });
  }

  /** What was offered first comes first among equals, so that pages never overlap. */
  private readonly byBest = (a: number, b: number): boolean => {
    const freeNow = this.facets.get(FREE_NOW);
    const isFree = freeNow?.has(a) ?? false;
    if (isFree !== (freeNow?.has(b) ?? false)) return isFree;
    const difference = this.scoreOf(a) - this.scoreOf(b);
    return difference === 0 ? a < b : difference > 0;
  };

  private readonly orders: Readonly<
    Record<SearchQuery['sort'], (a: number, b: number) => boolean>
  > = {
    best: this.byBest,
    price: (a, b) => {
      const difference = (this.prices[a] ?? 0) - (this.prices[b] ?? 0);
      return difference === 0 ? this.byBest(a, b) : difference < 0;
    },
    rating: (a, b) => {
      const difference = (this.stars[a] ?? 0) - (this.stars[b] ?? 0);
      return difference === 0 ? this.byBest(a, b) : difference > 0;
    },
  };

  private scoreOf(number: number): number {
    return this.scores.of(number) + this.ranking.quality * (this.stars[number] ?? 0);
  }

  private postingsOf(term: string): Postings {
    const known = this.postings.get(term);
    if (known) return known;
    const created = new Postings();
    this.postings.set(term, created);
    return created;
  }

  private standingOf({ document }: Entry): Standing {
    return this.standings.get(document.expertId) ?? NO_STANDING;
  }

  private hit(number: number, meant: ReadonlySet<string>): SearchHit[] {
    const entry = this.entries[number];
    if (!entry) return [];
    const { listingId, title, summary } = entry.document;
    const isFreeNow = this.facets.get(FREE_NOW)?.has(number) ?? false;
    return [
      {
        listingId,
        isFreeNow,
        why: this.whyShown(entry, meant, isFreeNow, this.standingOf(entry)),
        highlights: { title: highlight(title, meant), summary: highlight(summary, meant) },
      },
    ];
  }

  private whyShown(
    entry: Entry,
    meant: ReadonlySet<string>,
    isFreeNow: boolean,
    standing: Standing,
  ): WhyShown[] {
    let places = 0;
    for (const term of meant) places |= entry.places.get(term) ?? 0;
    return [
      ...(isFreeNow ? (['free_now'] as const) : []),
      ...placesIn(places),
      ...(isWellRated(standing) ? (['well_rated'] as const) : []),
      ...(isNewcomer(standing) ? (['newcomer'] as const) : []),
    ];
  }

  /** A word that few offers have tells more than one that many have. */
  private rarity({ offers }: Postings): number {
    return Math.log(1 + this.size / (1 + offers.size));
  }

  /** Each facet counts what its other values would give: all filters hold but its own. */
  private count(
    matches: Bitset,
    filters: ReadonlyMap<FacetName, Bitset>,
    now: number | null,
  ): SearchAnswer['facets'] {
    const counted = FACETS.map((facet) => {
      const others = [...filters].filter(([name]) => name !== facet).map(([, filter]) => filter);
      const base = others.reduce((set, next) => set.and(next), matches);
      const values =
        facet === 'soonest' ? this.countSoon(base, now) : this.countValues(facet, base);
      return [facet, values.filter((value) => value.count > 0)] as const;
    });
    return Object.fromEntries(counted) as unknown as SearchAnswer['facets'];
  }

  private countValues(facet: FacetName, base: Bitset): FacetValue[] {
    return [...this.facets]
      .filter(([key]) => key.startsWith(`${facet}:`))
      .map(([key, set]) => ({ value: key.slice(facet.length + 1), count: base.countCommon(set) }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }

  private countSoon(base: Bitset, now: number | null): FacetValue[] {
    if (now === null) return [];
    return SOON_STEPS.map(({ value }) => ({
      value,
      count: base.countCommon(this.soonBy(value, now)),
    }));
  }

  private soonBy(step: SoonStep, now: number): Bitset {
    return this.soon.by(step, now).or(this.having(FREE_NOW));
  }

  private having(key: string): Bitset {
    return this.facets.get(key) ?? new Bitset();
  }

  private filtersOf(query: SearchQuery): Map<FacetName, Bitset> {
    const { category, language, price, priceBand, freeNow, minStars, soonest, now } = query;
    const filters = new Map<FacetName, Bitset>();
    if (category) filters.set('category', this.having(`category:${category}`));
    if (language) filters.set('language', this.having(`language:${language}`));
    if (price) filters.set('price', this.having(`price:${price}`));
    if (priceBand) filters.set('priceBand', this.having(`priceBand:${priceBand}`));
    if (freeNow) filters.set('freeNow', this.having(FREE_NOW));
    if (minStars) filters.set('stars', this.having(starsKey(minStars)));
    if (soonest && now !== undefined) filters.set('soonest', this.soonBy(soonest, now));
    return filters;
  }

  private showStanding(number: number, document: SearchDocument, standing: Standing): void {
    const holds: Readonly<Record<string, boolean>> = {
      [FREE_NOW]: document.isInstant && standing.availability === 'free_now',
      [NEWCOMER]: isNewcomer(standing),
      ...Object.fromEntries(
        STAR_STEPS.map((step) => [
          starsKey(step),
          standing.reviewCount > 0 && standing.stars >= step,
        ]),
      ),
    };
    this.stars[number] = smoothedStars(standing);
    for (const [key, isHeld] of Object.entries(holds))
      if (isHeld) bitsetIn(this.facets, key).add(number);
      else this.facets.get(key)?.delete(number);
  }
}

/** Below so many there is nothing to gain. */
const DEAD_MIN = 512;
const FREE_NOW = 'freeNow:yes';
const NEWCOMER = 'newcomer:yes';
const STANDING_KEYS = [FREE_NOW, NEWCOMER, ...STAR_STEPS.map(starsKey)];
function starsKey(step: number): string {
  return `stars:${step}`;
}

function facetKeys(document: SearchDocument): string[] {
  return [
    ...document.categorySlugs.map((slug) => `category:${slug}`),
    ...document.languages.map((language) => `language:${language}`),
    `price:${document.priceModel}`,
    ...(document.priceBand === null ? [] : [`priceBand:${document.priceBand}`]),
  ];
}

function bitsetIn(sets: Map<string, Bitset>, key: string): Bitset {
  const known = sets.get(key);
  if (known) return known;
  const created = new Bitset();
  sets.set(key, created);
  return created;
}
