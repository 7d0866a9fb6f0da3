import type { OnApplicationShutdown } from '@nestjs/common';
import { InTurn } from '../../../../platform/threads/in-turn.js';
import { ThreadCalls } from '../../../../platform/threads/thread-calls.js';
import { type IndexCommand, IndexHost } from '../../search/index-host.js';
import {
  type DocumentSource,
  type IndexedListing,
  ListingSearch,
  type NextSlot,
  type SearchAnswer,
  type SearchQuery,
  type Standing,
} from '../../search/listing-search.js';
import type { Ranking } from '../../search/ranking.js';

/** Adding a batch to a large index takes tens of milliseconds. */
const ANSWER_MS_MAX = 30_000;

/** The index in this process, on a thread of its own: neither building nor searching it delays anybody else. */
export class EmbeddedSearch extends ListingSearch implements OnApplicationShutdown {
  private readonly thread: ThreadCalls<IndexCommand, SearchAnswer | null> | null;
  private readonly host: IndexHost | null;
  private readonly rebuilds = new InTurn();
  private source: DocumentSource | null = null;

  constructor(ranking: Ranking) {
    super();
    // Node cannot start a TypeScript file as a thread: run from source, the index lives where it is asked.
    const isSource = import.meta.url.endsWith('.ts');
    this.host = isSource ? new IndexHost(ranking) : null;
    this.thread = isSource
      ? null
      : new ThreadCalls({
          name: 'search',
          file: new URL('./search.worker.js', import.meta.url),
          workerData: ranking,
          limitMs: ANSWER_MS_MAX,
          onLost: () => void (this.source && this.rebuild(this.source)),
        });
  }

  rebuild(source: DocumentSource): Promise<void> {
    this.source = source;
    return this.rebuilds.run(() => this.fill(source));
  }

  private async fill(source: DocumentSource): Promise<void> {
    await this.tell({ do: 'begin_rebuild' });
    for await (const listings of source()) await this.tell({ do: 'add_to_rebuild', listings });
    await this.tell({ do: 'finish_rebuild' });
  }

  put(listing: IndexedListing): Promise<void> {
    return this.tell({ do: 'put', listing });
  }

  remove(listingId: string): Promise<void> {
    return this.tell({ do: 'remove', listingId });
  }

  setStanding(expertId: string, standing: Standing): Promise<void> {
    return this.tell({ do: 'set_standing', expertId, standing });
  }

  setNextSlots(slots: readonly NextSlot[]): Promise<void> {
    return this.tell({ do: 'set_next_slots', slots });
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    const answer = await this.run({ do: 'search', query });
    if (answer === null) throw new Error('the index gave no answer to a search');
    return answer;
  }

  async onApplicationShutdown(): Promise<void> {
    this.source = null;
    await this.thread?.stop();
  }

  private async tell(command: IndexCommand): Promise<void> {
    await this.run(command);
  }

  private run(command: IndexCommand): Promise<SearchAnswer | null> {
    return this.thread
      ? this.thread.ask(command)
      : Promise.resolve(this.host?.run(command) ?? null);
  }
}
