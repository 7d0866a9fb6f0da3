import type {
  IndexedListing,
  NextSlot,
  SearchAnswer,
  SearchQuery,
  Standing,
} from './listing-search.js';
import type { Ranking } from './ranking.js';
import { SearchIndex } from './search-index.js';

/** What the embedded index is told and asked; plain data, so that it can be sent to a thread. */
export type IndexCommand =
  | { readonly do: 'begin_rebuild' }
  | { readonly do: 'add_to_rebuild'; readonly listings: readonly IndexedListing[] }
  | { readonly do: 'finish_rebuild' }
  | { readonly do: 'put'; readonly listing: IndexedListing }
  | { readonly do: 'remove'; readonly listingId: string }
  | { readonly do: 'set_standing'; readonly expertId: string; readonly standing: Standing }
  | { readonly do: 'set_next_slots'; readonly slots: readonly NextSlot[] }
  | { readonly do: 'search'; readonly query: SearchQuery };

/** One index that answers while its successor is built beside it; changes reach both. */
export class IndexHost {
  private index: SearchIndex;
  private next: SearchIndex | null = null;
  /** Listings that changed while the successor is built: what it is told of them later is old. */
  private readonly changed = new Set<string>();

  constructor(private readonly ranking: Ranking) {
    this.index = new SearchIndex(ranking);
  }

  /** @returns the answer of a search, else null */
  run(command: IndexCommand): SearchAnswer | null {
    switch (command.do) {
      case 'begin_rebuild':
        this.next = new SearchIndex(this.ranking);
        this.changed.clear();
        return null;
      case 'add_to_rebuild':
        for (const { document, standing, nextSlotAt } of command.listings)
          if (!this.changed.has(document.listingId)) this.next?.put(document, standing, nextSlotAt);
        return null;
      case 'finish_rebuild':
        this.index = this.next ?? this.index;
        this.next = null;
        return null;
      case 'put':
        this.changed.add(command.listing.document.listingId);
        this.each((index) => {
          const { document, standing, nextSlotAt } = command.listing;
          index.put(document, standing, nextSlotAt);
        });
        return null;
      case 'remove':
        this.changed.add(command.listingId);
        this.each((index) => index.remove(command.listingId));
        return null;
      case 'set_standing':
        this.each((index) => index.setStanding(command.expertId, command.standing));
        return null;
      case 'set_next_slots':
        for (const { listingId, startsAt } of command.slots)
          this.each((index) => index.setNextSlot(listingId, startsAt));
        return null;
      case 'search':
        return this.index.search(command.query);
    }
  }

  private each(change: (index: SearchIndex) => void): void {
    change(this.index);
    if (this.next) change(this.next);
  }
}
