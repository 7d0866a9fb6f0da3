import type { MultiSearchParams, SearchResponse } from 'meilisearch';
import {
  FACETS,
  type FacetName,
  type FacetValue,
  NO_FACETS,
  type SearchAnswer,
  type SearchHit,
  type SearchQuery,
  SOON_STEPS,
  type SoonStep,
  STAR_STEPS,
  type TextRange,
  type WhyShown,
} from '../../search/listing-search.js';
import type { ListingDocument } from './listing-document.js';

type Question = MultiSearchParams['queries'][number];
type Answer = SearchResponse<ListingDocument>;

/** Facets that the server counts by the values of an attribute; how soon is asked step by step. */
const ATTRIBUTE_OF = {
  category: 'categorySlugs',
  language: 'languages',
  price: 'priceModel',
  priceBand: 'priceBand',
  freeNow: 'freeNow',
  stars: 'stars',
} as const satisfies Partial<Record<FacetName, keyof ListingDocument>>;
type ValueFacet = keyof typeof ATTRIBUTE_OF;
const HOUR_MS = 3_600_000;
const PLACES = ['title', 'category', 'summary', 'expert', 'description'] as const;
const SORTS = {
  best: ['freeNow:desc'],
  price: ['price:asc', 'freeNow:desc'],
  rating: ['quality:desc', 'freeNow:desc'],
} as const satisfies Record<SearchQuery['sort'], readonly string[]>;

/** A condition, or several of which one must hold. */
type Condition = string | string[];

/** The page itself, then for each filter that is set what its other values would give, then how many there are soon. */
export function questionsFor(indexUid: string, query: SearchQuery): Question[] {
  const filters = filtersOf(query);
  const common = { indexUid, q: query.text, matchingStrategy: 'frequency' as const };
  const page: Question = {
    ...common,
    filter: conditions(filters, null, query),
    facets: query.skipsFacets ? [] : Object.values(ATTRIBUTE_OF),
    sort: [...SORTS[query.sort]],
    offset: query.offset,
    limit: query.limit,
    attributesToRetrieve: ['listingId', 'title', 'summary', 'freeNow', 'isNewcomer', 'isWellRated'],
    showMatchesPosition: true,
  };
  const others = valueFacetsSet(query).map((facet): Question => ({
    ...common,
    filter: conditions(filters, facet, query),
    facets: [ATTRIBUTE_OF[facet]],
    limit: 0,
  }));
  const soon = soonSteps(query).map(({ conditions: isSoon }): Question => ({
    ...common,
    filter: [...conditions(filters, 'soonest', query), ...isSoon],
    limit: 0,
  }));
  return [page, ...others, ...soon];
}

/** @param answers in the order of {@link questionsFor} */
export function answerOf(query: SearchQuery, [page, ...more]: readonly Answer[]): SearchAnswer {
  if (!page) throw new Error('Meilisearch answered no search');
  return {
    hits: page.hits.map(hitOf),
    total: totalOf(page),
    facets: query.skipsFacets ? NO_FACETS : facetsOf(query, page, more),
    // Meilisearch forgives typos without telling which word it took.
    corrected: null,
  };
}

function facetsOf(
  query: SearchQuery,
  page: Answer,
  more: readonly Answer[],
): SearchAnswer['facets'] {
  const set = valueFacetsSet(query);
  const valuesFrom = (facet: ValueFacet): FacetValue[] => {
    const place = set.indexOf(facet);
    const answer = place === -1 ? page : more[place];
    return valuesOf(facet, answer?.facetDistribution?.[ATTRIBUTE_OF[facet]] ?? {});
  };
  const soonest = soonSteps(query)
    .map(({ value }, index) => ({ value, count: totalOf(more[set.length + index]) }))
    .filter(({ count }) => count > 0);
  return Object.fromEntries(
    FACETS.map((facet) => [facet, facet === 'soonest' ? soonest : valuesFrom(facet)]),
  ) as unknown as SearchAnswer['facets'];
}

function totalOf(answer: Answer | undefined): number {
  return answer?.estimatedTotalHits ?? answer?.hits.length ?? 0;
}

function valueFacetsSet(query: SearchQuery): ValueFacet[] {
  if (query.skipsFacets) return [];
  return [...filtersOf(query).keys()].filter((facet) => facet !== 'soonest');
}

function soonSteps({ now, skipsFacets }: SearchQuery): {
  value: SoonStep;
  conditions: Condition[];
}[] {
  if (now === undefined || skipsFacets) return [];
  return SOON_STEPS.map(({ value }) => ({ value, conditions: soonBy(value, now) }));
}

/** Free now, or with a slot between now and then. */
function soonBy(step: SoonStep, now: number): Condition[] {
  const hours = SOON_STEPS.find(({ value }) => value === step)?.hours ?? 0;
  return [
    ['freeNow = 1', `nextSlot >= ${now}`],
    ['freeNow = 1', `nextSlot <= ${now + hours * HOUR_MS}`],
  ];
}

function filtersOf(query: SearchQuery): Map<FacetName, Condition[]> {
  const { category, language, price, priceBand, freeNow, minStars, soonest, now } = query;
  const filters = new Map<FacetName, Condition[]>();
  if (category) filters.set('category', [`categorySlugs = ${quoted(category)}`]);
  if (language) filters.set('language', [`languages = ${quoted(language)}`]);
  if (price) filters.set('price', [`priceModel = ${quoted(price)}`]);
  if (priceBand) filters.set('priceBand', [`priceBand = ${quoted(priceBand)}`]);
  if (freeNow) filters.set('freeNow', ['freeNow = 1']);
  if (minStars) filters.set('stars', [`stars >= ${minStars}`]);
  if (soonest && now !== undefined) filters.set('soonest', soonBy(soonest, now));
  return filters;
}

function conditions(
  filters: ReadonlyMap<FacetName, Condition[]>,
  without: FacetName | null,
  { newcomersOnly }: SearchQuery,
): Condition[] {
  return [
    ...[...filters].filter(([facet]) => facet !== without).flatMap(([, filter]) => filter),
    ...(newcomersOnly ? ['isNewcomer = true'] : []),
  ];
}

export function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, (mark) => `\\${mark}`)}"`;
}

function valuesOf(facet: ValueFacet, distribution: Readonly<Record<string, number>>): FacetValue[] {
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
