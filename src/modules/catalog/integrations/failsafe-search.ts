import type { OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from '../../../platform/logging/logger.js';
import {
  type DocumentSource,
  type IndexedListing,
  ListingSearch,
  type NextSlot,
  type SearchAnswer,
  type SearchQuery,
  type Standing,
} from '../search/listing-search.js';

/** A search server, which may not answer. */
export interface SearchServer extends ListingSearch {
  /** @throws when it does not answer */
  check(): Promise<void>;
}

/** How often a server that did not answer is asked again. */
const RETRY_MS = 5_000;

/** Filling: told of changes, not asked yet. Down: neither. */
type ServerState =
  | { readonly kind: 'serving' }
  | { readonly kind: 'filling' }
  | { readonly kind: 'down'; readonly reason: string };

/**
 * A server in front and the embedded index behind it. Both are told everything; while the server does not
 * answer, or is not filled yet, the index does. A server that comes back is filled anew before it is asked.
 */
export class FailsafeSearch extends ListingSearch implements OnApplicationShutdown {
  private source: DocumentSource | null = null;
  private state: ServerState = { kind: 'filling' };
  private timer: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(
    private readonly server: SearchServer,
    private readonly embedded: ListingSearch & OnApplicationShutdown,
    private readonly logger: Logger,
    private readonly retryMs = RETRY_MS,
  ) {
    super();
  }

  /** @throws with what is wrong while the embedded index answers in the server's place */
  assertServed(): void {
    if (this.state.kind === 'down')
      throw new Error(`the search server does not serve: ${this.state.reason}`);
    if (this.state.kind === 'filling') throw new Error('the search server is being filled');
  }

  async rebuild(source: DocumentSource): Promise<void> {
    this.source = source;
    await this.embedded.rebuild(source);
    // The server is filled beside everything else: the start of the program does not wait for it.
    void this.refill();
  }

  async put(listing: IndexedListing): Promise<void> {
    await this.embedded.put(listing);
    await this.tellServer(() => this.server.put(listing));
  }

  async remove(listingId: string): Promise<void> {
    await this.embedded.remove(listingId);
    await this.tellServer(() => this.server.remove(listingId));
  }

  async setStanding(expertId: string, standing: Standing): Promise<void> {
    await this.embedded.setStanding(expertId, standing);
    await this.tellServer(() => this.server.setStanding(expertId, standing));
  }

  async setNextSlots(slots: readonly NextSlot[]): Promise<void> {
    await this.embedded.setNextSlots(slots);
    await this.tellServer(() => this.server.setNextSlots(slots));
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    if (this.state.kind === 'serving')
      try {
        return await this.server.search(query);
      } catch (error) {
        this.giveUp(error);
      }
    return this.embedded.search(query);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.embedded.onApplicationShutdown();
  }

  /** What the server misses now it gets when it is filled again. */
  private async tellServer(tell: () => Promise<void>): Promise<void> {
    if (this.state.kind === 'down') return;
    try {
      await tell();
    } catch (error) {
      this.giveUp(error);
    }
  }

  private async refill(): Promise<void> {
    if (this.source === null || this.isStopped) return;
    const filling: ServerState = { kind: 'filling' };
    try {
      await this.server.check();
      this.state = filling;
      await this.server.rebuild(this.source);
      // Whatever failed meanwhile is in the next attempt.
      if (this.state !== filling) return;
      this.state = { kind: 'serving' };
      this.logger.info('the search server is filled and serves');
    } catch (error) {
      this.giveUp(error);
    }
  }

  private giveUp(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.state = { kind: 'down', reason };
    this.logger.warn(`search is answered by the embedded index: ${reason}`);
    if (this.timer || this.isStopped) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.refill();
    }, this.retryMs);
    this.timer.unref();
  }
}
