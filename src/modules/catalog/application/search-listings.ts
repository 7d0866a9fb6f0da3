import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../platform/config/config.js';
import { Metrics } from '../../../platform/health/metrics.js';
import { Logger } from '../../../platform/logging/logger.js';
import {
  ListingSearch,
  type SearchAnswer,
  type SearchHit,
  type SearchQuery,
} from '../search/listing-search.js';
import { keepPlaces } from '../search/ranking.js';
import { EmptySearches } from './empty-searches.js';

const EVERYTHING: SearchQuery = { text: '', sort: 'best', offset: 0, limit: 0 };

/** Answers visitors: asks the engine, keeps places for newcomers, counts what found nothing. */
@Injectable()
export class SearchListings {
  private readonly searches: ReturnType<Metrics['counter']>;

  constructor(
    private readonly engine: ListingSearch,
    private readonly emptySearches: EmptySearches,
    private readonly config: AppConfig,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.searches = metrics.counter(
      'catalog_searches_total',
      'Searches with words, by whether anything was found',
      ['outcome'],
    );
  }

  /** @param askedIn language of who asks, where somebody does */
  async run(query: SearchQuery, askedIn: string | null = null): Promise<SearchAnswer> {
    const answer = await this.engine.search(this.isPlaced(query) ? wholeUpTo(query) : query);
    this.record(query, answer, askedIn);
    return this.isPlaced(query)
      ? { ...answer, hits: await this.placed(query, answer.hits) }
      : answer;
  }

  /** What the beginning of a question may mean; nothing is counted of it. */
  async suggest(text: string, limit: number): Promise<string[]> {
    const { hits } = await this.engine.search({
      text,
      sort: 'best',
      offset: 0,
      limit,
      skipsFacets: true,
    });
    return hits.map(({ listingId }) => listingId);
  }

  /** How many offers each category has, and of how many experts who are free now. */
  async countsByCategory(): Promise<
    ReadonlyMap<string, { listingCount: number; freeNowCount: number }>
  > {
    const [all, free] = await Promise.all([
      this.engine.search(EVERYTHING),
      this.engine.search({ ...EVERYTHING, freeNow: true }),
    ]);
    const freeNow = new Map(free.facets.category.map(({ value, count }) => [value, count]));
    return new Map(
      all.facets.category.map(({ value, count }) => [
        value,
        { listingCount: count, freeNowCount: freeNow.get(value) ?? 0 },
      ]),
    );
  }

  /** Who asks for the cheapest or the best rated gets exactly that. */
  private isPlaced({ sort, newcomersOnly }: SearchQuery): boolean {
    return sort === 'best' && !newcomersOnly && this.config.search.ranking.newcomerEvery > 0;
  }

  private async placed(query: SearchQuery, best: readonly SearchHit[]): Promise<SearchHit[]> {
    const { newcomerEvery } = this.config.search.ranking;
    const end = query.offset + query.limit;
    const limit = Math.ceil(end / newcomerEvery);
    const newcomers = await this.engine.search({
      ...query,
      newcomersOnly: true,
      skipsFacets: true,
      offset: 0,
      limit,
    });
    return keepPlaces(best, newcomers.hits, newcomerEvery).slice(query.offset, end);
  }

  /** Nobody waits for it. What filters hid was not missing. */
  private record(query: SearchQuery, { total }: SearchAnswer, askedIn: string | null): void {
    if (query.text.trim() === '' || query.offset > 0) return;
    this.searches.inc({ outcome: total > 0 ? 'found' : 'nothing' });
    if (total > 0 || askedIn === null || isFiltered(query)) return;
    this.emptySearches
      .note(query.text, askedIn)
      .catch((error: unknown) => this.logger.error('an empty search was not counted', error));
  }
}

function isFiltered({
  category,
  language,
  price,
  priceBand,
  soonest,
  freeNow,
  minStars,
}: SearchQuery): boolean {
  return (
    [category, language, price, priceBand, soonest, minStars].some(Boolean) || freeNow === true
  );
}

/** Everything up to the end of the page: where a kept place pushes somebody back, the next page goes on from there. */
function wholeUpTo(query: SearchQuery): SearchQuery {
  return { ...query, offset: 0, limit: query.offset + query.limit };
}
