import { termsOf } from './analyse.js';
import { Bitset } from './bitset.js';
import { type Expansion, Vocabulary } from './vocabulary.js';

export type Availability = 'free_now' | 'busy' | 'away';

/** What the index keeps of a live listing. */
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

export interface SearchQuery {
  readonly text: string;
  readonly category?: string;
  readonly language?: string;
  readonly price?: SearchDocument['priceModel'];
  readonly freeNow?: boolean;
  readonly sort: 'best' | 'price' | 'rating';
  readonly offset: number;
  readonly limit: number;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface SearchAnswer {
  readonly listingIds: readonly string[];
  readonly total: number;
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  /** What was searched instead, when a word was not known. */
  readonly corrected: string | null;
}

type FacetName = 'category' | 'language' | 'price' | 'freeNow';

const FACETS: readonly FacetName[] = ['category', 'language', 'price', 'freeNow'];
/** How much a word counts by where it stands. */
const WEIGHT = { title: 6, categoryNames: 4, summary: 3, expertName: 3, description: 1 } as const;
/** A well-rated expert comes before an equal one, but never before a better match. */
const RATING_WEIGHT = 0.2;

interface Entry {
  readonly document: SearchDocument;
  readonly terms: ReadonlyMap<string, number>;
  rating: number;
}

/** The embedded search: own postings as bitsets, filters and counts by intersection, unknown words by the vocabulary. */
export class SearchIndex {
  private readonly entries: (Entry | null)[] = [];
  private readonly numberOf = new Map<string, number>();
  private readonly postings = new Map<string, Bitset>();
  private readonly facets = new Map<string, Bitset>();
  private readonly availability = new Map<string, Availability>();
  private readonly ratings = new Map<string, number>();
  private readonly live = new Bitset();
  private readonly vocabulary = new Vocabulary();

  get size(): number {
    return this.numberOf.size;
  }

  experts(): string[] {
    return [...new Set(this.entries.flatMap((entry) => (entry ? [entry.document.expertId] : [])))];
  }

  put(document: SearchDocument): void {
    this.remove(document.listingId);
    const number = this.entries.length;
    const terms = weighTerms(document);
    this.entries.push({ document, terms, rating: this.ratings.get(document.expertId) ?? 0 });
    this.numberOf.set(document.listingId, number);
    this.live.add(number);
    for (const term of terms.keys()) {
      this.vocabulary.add(term);
      bitsetIn(this.postings, term).add(number);
    }
    for (const key of facetKeys(document)) bitsetIn(this.facets, key).add(number);
    this.showAvailability(number, document);
  }

  remove(listingId: string): void {
    const number = this.numberOf.get(listingId);
    const entry = number === undefined ? null : this.entries[number];
    if (number === undefined || !entry) return;
    this.live.delete(number);
    for (const term of entry.terms.keys()) this.postings.get(term)?.delete(number);
    for (const key of [...facetKeys(entry.document), 'freeNow:yes'])
      this.facets.get(key)?.delete(number);
    this.entries[number] = null;
    this.numberOf.delete(listingId);
  }

  setAvailability(expertId: string, state: Availability): void {
    this.availability.set(expertId, state);
    this.eachOf(expertId, (number, entry) => this.showAvailability(number, entry.document));
  }

  /** @param average stars from 1 to 5; 0 when there are none */
  setRating(expertId: string, average: number): void {
    this.ratings.set(expertId, average);
    this.eachOf(expertId, (_, entry) => {
      entry.rating = average;
    });
  }

  search(query: SearchQuery): SearchAnswer {
    const words = termsOf(query.text).map((term, index, all) =>
      this.expand(term, index === all.length - 1),
    );
    const matches = this.matching(words);
    const filters = filtersOf(query);
    const found = [...filters.values()].reduce(
      (set, key) => set.and(this.facets.get(key) ?? new Bitset()),
      matches,
    );
    const ranked = this.rank([...found], words, query.sort);
    return {
      listingIds: ranked
        .slice(query.offset, query.offset + query.limit)
        .map((number) => this.entries[number]?.document.listingId ?? ''),
      total: ranked.length,
      facets: this.count(matches, filters),
      corrected: correctionOf(words),
    };
  }

  private expand(term: string, isLast: boolean): Word {
    const exact: Expansion[] = this.vocabulary.has(term) ? [{ term, closeness: 1 }] : [];
    const completed =
      isLast && term.length >= 2
        ? this.vocabulary.completions(term).filter((found) => found.term !== term)
        : [];
    const near = exact.length + completed.length > 0 ? [] : this.vocabulary.corrections(term);
    return { typed: term, meant: [...exact, ...completed, ...near], isCorrected: near.length > 0 };
  }

  /** Listings that have every word; where there are none, those that have any. */
  private matching(words: readonly Word[]): Bitset {
    if (words.length === 0) return this.live.and(this.live);
    const sets = words.map((word) =>
      word.meant.reduce(
        (set, { term }) => set.or(this.postings.get(term) ?? new Bitset()),
        new Bitset(),
      ),
    );
    const every = sets.reduce((set, next) => set.and(next), this.live);
    return every.size > 0
      ? every
      : sets.reduce((set, next) => set.or(next), new Bitset()).and(this.live);
  }

  private rank(
    numbers: readonly number[],
    words: readonly Word[],
    sort: SearchQuery['sort'],
  ): number[] {
    const score = new Map(numbers.map((number) => [number, this.score(number, words)]));
    const freeNow = this.facets.get('freeNow:yes');
    const byBest = (a: number, b: number): number =>
      Number(freeNow?.has(b) ?? false) - Number(freeNow?.has(a) ?? false) ||
      (score.get(b) ?? 0) - (score.get(a) ?? 0) ||
      a - b;
    const price = (number: number): bigint => this.entries[number]?.document.priceMinor ?? 0n;
    const rating = (number: number): number => this.entries[number]?.rating ?? 0;
    const orders = {
      best: byBest,
      price: (a: number, b: number) =>
        price(a) < price(b) ? -1 : price(a) > price(b) ? 1 : byBest(a, b),
      rating: (a: number, b: number) => rating(b) - rating(a) || byBest(a, b),
    };
    return [...numbers].sort(orders[sort]);
  }

  private score(number: number, words: readonly Word[]): number {
    const entry = this.entries[number];
    if (!entry) return 0;
    const text = words.reduce(
      (sum, word) =>
        sum +
        Math.max(
          0,
          ...word.meant.map(
            ({ term, closeness }) => closeness * (entry.terms.get(term) ?? 0) * this.rarity(term),
          ),
        ),
      0,
    );
    return text + RATING_WEIGHT * entry.rating;
  }

  /** A word that few offers have tells more than one that many have. */
  private rarity(term: string): number {
    return Math.log(1 + this.size / (1 + (this.postings.get(term)?.size ?? 0)));
  }

  /** Each facet counts what its other values would give: all filters hold but its own. */
  private count(matches: Bitset, filters: ReadonlyMap<FacetName, string>): SearchAnswer['facets'] {
    const counted = FACETS.map((facet) => {
      const others = [...filters]
        .filter(([name]) => name !== facet)
        .map(([, key]) => this.facets.get(key) ?? new Bitset());
      const base = others.reduce((set, next) => set.and(next), matches);
      const values = [...this.facets]
        .filter(([key]) => key.startsWith(`${facet}:`))
        .map(([key, set]) => ({ value: key.slice(facet.length + 1), count: base.countCommon(set) }))
        .filter((value) => value.count > 0)
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      return [facet, values] as const;
    });
    return Object.fromEntries(counted) as unknown as SearchAnswer['facets'];
  }

  private showAvailability(number: number, document: SearchDocument): void {
    const set = bitsetIn(this.facets, 'freeNow:yes');
    if (document.isInstant && this.availability.get(document.expertId) === 'free_now')
      set.add(number);
    else set.delete(number);
  }

  private eachOf(expertId: string, visit: (number: number, entry: Entry) => void): void {
    this.entries.forEach((entry, number) => {
      if (entry?.document.expertId === expertId) visit(number, entry);
    });
  }
}

interface Word {
  readonly typed: string;
  readonly meant: readonly Expansion[];
  readonly isCorrected: boolean;
}

function correctionOf(words: readonly Word[]): string | null {
  if (!words.some((word) => word.isCorrected)) return null;
  return words.map((word) => word.meant[0]?.term ?? word.typed).join(' ');
}

function weighTerms(document: SearchDocument): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [field, weight] of Object.entries(WEIGHT) as [keyof typeof WEIGHT, number][]) {
    for (const term of new Set([document[field]].flat().flatMap(termsOf)))
      weights.set(term, (weights.get(term) ?? 0) + weight);
  }
  return weights;
}

function facetKeys(document: SearchDocument): string[] {
  return [
    ...document.categorySlugs.map((slug) => `category:${slug}`),
    ...document.languages.map((language) => `language:${language}`),
    `price:${document.priceModel}`,
  ];
}

function filtersOf(query: SearchQuery): Map<FacetName, string> {
  const filters = new Map<FacetName, string>();
  if (query.category) filters.set('category', `category:${query.category}`);
  if (query.language) filters.set('language', `language:${query.language}`);
  if (query.price) filters.set('price', `price:${query.price}`);
  if (query.freeNow) filters.set('freeNow', 'freeNow:yes');
  return filters;
}

function bitsetIn(sets: Map<string, Bitset>, key: string): Bitset {
  const known = sets.get(key);
  if (known) return known;
  const created = new Bitset();
  sets.set(key, created);
  return created;
}
