import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../platform/config/config.js';
import { Metrics } from '../../../platform/health/metrics.js';
import {
  ListingSearch,
  type SearchAnswer,
  type SearchHit,
  type SearchQuery,
} from '../search/listing-search.js';
import { keepPlaces } from '../search/ranking.js';

const EVERYTHING: SearchQuery = { text: '', sort: 'best', offset: 0, limit: 0 };

/** Answers visitors: asks the engine, keeps places for newcomers, counts what found nothing. */
@Injectable()
export class SearchListings {
  private readonly searches: ReturnType<Metrics['counter']>;

  constructor(
    private readonly engine: ListingSearch,
    private readonly config: AppConfig,
    metrics: Metrics,
  ) {
    this.searches = metrics.counter(
      'catalog_searches_total',
      'Searches with words, by whether anything was found',
      ['outcome'],
    );
  }

  async run(query: SearchQuery): Promise<SearchAnswer> {
    const answer = await this.engine.search(this.isPlaced(query) ? wholeUpTo(query) : query);
    this.record(query, answer);
    return this.isPlaced(query)
      ? { ...answer, hits: await this.placed(query, answer.hits) }
      : answer;
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
      offset: 0,
      limit,
    });
    return keepPlaces(best, newcomers.hits, newcomerEvery).slice(query.offset, end);
  }

  private record({ text, offset }: SearchQuery, { total }: SearchAnswer): void {
    if (text.trim() !== '' && offset === 0)
      this.searches.inc({ outcome: total > 0 ? 'found' : 'nothing' });
  }
}

/** Everything up to the end of the page: where a kept place pushes somebody back, the next page goes on from there. */
function wholeUpTo(query: SearchQuery): SearchQuery {
  return { ...query, offset: 0, limit: query.offset + query.limit };
}
