import type { MultiSearchParams, SearchResponse } from 'meilisearch';
import {
  type FacetName,
  type FacetValue,
  type SearchAnswer,
  type SearchHit,
  type SearchQuery,
  STAR_STEPS,
  type TextRange,
  type WhyShown,
} from '../../search/listing-search.js';
import type { ListingDocument } from './listing-document.js';

type Question = MultiSearchParams['queries'][number];
type Answer = SearchResponse<ListingDocument>;

const ATTRIBUTE_OF = {
  category: 'categorySlugs',
  language: 'languages',
  price: 'priceModel',
  freeNow: 'freeNow',
  stars: 'stars',
} as const satisfies Record<FacetName, keyof ListingDocument>;
const FACETS = Object.keys(ATTRIBUTE_OF) as FacetName[];
const PLACES = ['title', 'category', 'summary', 'expert', 'description'] as const;
const SORTS = {
  best: ['freeNow:desc'],
  price: ['price:asc', 'freeNow:desc'],
  rating: ['quality:desc', 'freeNow:desc'],
} as const satisfies Record<SearchQuery['sort'], readonly string[]>;

/** The page itself, then for each filter that is set what its other values would give. */
export function questionsFor(indexUid: string, query: SearchQuery): Question[] {
  const filters = filtersOf(query);
  const common = { indexUid, q: query.text, matchingStrategy: 'frequency' as const };
  const page: Question = {
    ...common,
    filter: expressions(filters, null, query),
    facets: FACETS.map((facet) => ATTRIBUTE_OF[facet]),
    sort: [...SORTS[query.sort]],
    offset: query.offset,
    limit: query.limit,
    attributesToRetrieve: ['listingId', 'title', 'summary', 'freeNow', 'isNewcomer', 'isWellRated'],
    showMatchesPosition: true,
  };
  const others = [...filters.keys()].map((facet): Question => ({
    ...common,
    filter: expressions(filters, facet, query),
    facets: [ATTRIBUTE_OF[facet]],
    limit: 0,
  }));
  return [page, ...others];
}

/** @param answers in the order of {@link questionsFor} */
export function answerOf(query: SearchQuery, [page, ...others]: readonly Answer[]): SearchAnswer {
  if (!page) throw new Error('Meilisearch answered no search');
  const set = [...filtersOf(query).keys()];
  const distributionOf = (facet: FacetName): Readonly<Record<string, number>> => {
    const place = set.indexOf(facet);
    const answer = place === -1 ? page : others[place];
    return answer?.facetDistribution?.[ATTRIBUTE_OF[facet]] ?? {};
  };
  const facets = Object.fromEntries(
    FACETS.map((facet) => [facet, valuesOf(facet, distributionOf(facet))]),
  ) as unknown as SearchAnswer['facets'];
  return {
    hits: page.hits.map(hitOf),
    total: page.estimatedTotalHits ?? page.hits.length,
    facets,
    // Meilisearch forgives typos without telling which word it took.
    corrected: null,
  };
}

function filtersOf(query: SearchQuery): Map<FacetName, string> {
  const filters = new Map<FacetName, string>();
  if (query.category) filters.set('category', `categorySlugs = ${quoted(query.category)}`);
  if (query.language) filters.set('language', `languages = ${quoted(query.language)}`);
  if (query.price) filters.set('price', `priceModel = ${quoted(query.price)}`);
  if (query.freeNow) filters.set('freeNow', 'freeNow = 1');
  if (query.minStars) filters.set('stars', `stars >= ${query.minStars}`);
  return filters;
}

function expressions(
  filters: ReadonlyMap<FacetName, string>,
  without: FacetName | null,
  { newcomersOnly }: SearchQuery,
): string[] {
  return [
    ...[...filters].filter(([facet]) => facet !== without).map(([, expression]) => expression),
    ...(newcomersOnly ? ['isNewcomer = true'] : []),
  ];
}

export function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, (mark) => `\\${mark}`)}"`;
}

function valuesOf(facet: FacetName, distribution: Readonly<Record<string, number>>): FacetValue[] {
  const counts = Object.entries(distribution);
  if (facet === 'freeNow')
    return counts.filter(([value]) => value === '1').map(([, count]) => ({ value: 'yes', count }));
  const values =
    facet === 'stars'
      ? STAR_STEPS.map((step) => ({
          value: String(step),
          count: counts
            .filter(([stars]) => Number(stars) >= step)
            .reduce((sum, [, count]) => sum + count, 0),
        }))
      : counts.map(([value, count]) => ({ value, count }));
  return values
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function hitOf(hit: Answer['hits'][number]): SearchHit {
  const matches = hit._matchesPosition ?? {};
  const isFreeNow = hit.freeNow === 1;
  const why: WhyShown[] = [
    ...(isFreeNow ? (['free_now'] as const) : []),
    ...PLACES.filter((place) => matches[place] !== undefined),
    ...(hit.isWellRated ? (['well_rated'] as const) : []),
    ...(hit.isNewcomer ? (['newcomer'] as const) : []),
  ];
  return {
    listingId: hit.listingId,
    isFreeNow,
    why,
    highlights: {
      title: rangesIn(hit.title, matches.title),
      summary: rangesIn(hit.summary, matches.summary),
    },
  };
}

type Positions = readonly { readonly start: number; readonly length: number }[];

/** Meilisearch counts bytes of UTF-8, browsers UTF-16 units. */
function rangesIn(text: string, positions: Positions | undefined): TextRange[] {
  const bytes = Buffer.from(text, 'utf8');
  const unitsTo = (end: number): number => bytes.subarray(0, end).toString('utf8').length;
  return (positions ?? []).map(({ start, length }) => ({
    start: unitsTo(start),
    length: unitsTo(start + length) - unitsTo(start),
  }));
}
