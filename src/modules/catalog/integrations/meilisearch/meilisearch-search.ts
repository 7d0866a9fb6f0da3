import { type EnqueuedTaskPromise, Meilisearch, type Settings } from 'meilisearch';
import { InTurn } from '../../../../platform/threads/in-turn.js';
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
import { indexUidFor, settingsFor } from './index-settings.js';
import { documentOf, type ListingDocument, standingFields } from './listing-document.js';
import { answerOf, questionsFor, quoted } from './search-request.js';

const REQUEST_MS_MAX = 5_000;
/** A batch of a rebuild waits behind whatever else the server indexes. */
const TASK_MS_MAX = 120_000;
/** An expert has a handful of offers. */
const OFFERS_MAX = 1_000;
/** Documents that are asked for by name at once. */
const IDS_MAX = 500;

/** A task that Meilisearch took on and then could not do. */
export class MeilisearchTaskError extends Error {}

/**
 * Search by Meilisearch. The index carries the version of its settings in its name. A rebuild fills a second
 * index and swaps the two, so that searches never meet a half-filled one; whoever changes a listing meanwhile
 * writes to both, also from another copy of this program.
 */
export class MeilisearchSearch extends ListingSearch {
  private readonly client: Meilisearch;
  private readonly settings: Settings;
  private readonly uid: string;
  private readonly nextUid: string;
  private readonly rebuilds = new InTurn();
  /** Listings that changed during a rebuild: what it read of them before is old. */
  private readonly changed = new Set<string>();

  constructor(url: string, apiKey: string | null, ranking: Ranking) {
    super();
    this.client = new Meilisearch({
      host: url,
      ...(apiKey !== null && { apiKey }),
      timeout: REQUEST_MS_MAX,
    });
    this.settings = settingsFor(ranking);
    this.uid = indexUidFor(this.settings);
    this.nextUid = `${this.uid}_next`;
  }

  /** @throws when it does not answer */
  async check(): Promise<void> {
    await this.client.health();
  }

  rebuild(source: DocumentSource): Promise<void> {
    return this.rebuilds.run(() => this.fill(source));
  }

  private async fill(source: DocumentSource): Promise<void> {
    this.changed.clear();
    await this.dropIfThere(this.nextUid);
    await this.create(this.nextUid);
    const next = this.client.index<ListingDocument>(this.nextUid);
    for await (const listings of source()) {
      const unchanged = listings.filter(({ document }) => !this.changed.has(document.listingId));
      if (unchanged.length > 0) await done(next.addDocuments(unchanged.map(documentOf)));
    }
    if (!(await this.uids()).includes(this.uid)) await this.create(this.uid);
    await done(this.client.swapIndexes([{ indexes: [this.uid, this.nextUid], rename: false }]));
    await this.dropIfThere(this.nextUid);
  }

  async put(listing: IndexedListing): Promise<void> {
    this.changed.add(listing.document.listingId);
    await this.change((uid) => this.client.index(uid).addDocuments([documentOf(listing)]));
  }

  async remove(listingId: string): Promise<void> {
    this.changed.add(listingId);
    await this.change((uid) => this.client.index(uid).deleteDocument(listingId));
  }

  async setStanding(expertId: string, standing: Standing): Promise<void> {
    for (const uid of await this.written()) {
      const index = this.client.index<ListingDocument>(uid);
      const { results } = await index.getDocuments<ListingDocument>({
        filter: `expertId = ${quoted(expertId)}`,
        limit: OFFERS_MAX,
      });
      const changes = results.map(({ listingId, isInstant }) => ({
        listingId,
        ...standingFields(standing, isInstant),
      }));
      if (changes.length > 0) await done(index.updateDocuments(changes));
    }
  }

  /** A partial write makes a document that is not there, so only what is there is written to. */
  async setNextSlots(slots: readonly NextSlot[]): Promise<void> {
    const startsAt = new Map(slots.map((slot) => [slot.listingId, slot.startsAt]));
    for (const uid of await this.written()) {
      const index = this.client.index<ListingDocument>(uid);
      for (const ids of inBatches([...startsAt.keys()], IDS_MAX)) {
        const { results } = await index.getDocuments<ListingDocument>({
          ids,
          fields: ['listingId'],
          limit: ids.length,
        });
        const changes = results.map(({ listingId }) => ({
          listingId,
          nextSlot: startsAt.get(listingId) ?? null,
        }));
        if (changes.length > 0) await done(index.updateDocuments(changes));
      }
    }
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    const { results } = await this.client.multiSearch<
      { queries: ReturnType<typeof questionsFor> },
      ListingDocument
    >({ queries: questionsFor(this.uid, query) });
    return answerOf(query, results);
  }

  private async change(write: (uid: string) => EnqueuedTaskPromise): Promise<void> {
    for (const uid of await this.written()) await done(write(uid));
  }

  /** The index that is searched, and the one that is being filled to take its place. */
  private async written(): Promise<string[]> {
    const there = await this.uids();
    return [this.uid, this.nextUid].filter((uid) => there.includes(uid));
  }

  private async uids(): Promise<string[]> {
    const { results } = await this.client.getRawIndexes({ limit: 1000 });
    return results.map(({ uid }) => uid);
  }

  private async create(uid: string): Promise<void> {
    await done(this.client.createIndex(uid, { primaryKey: 'listingId' }));
    await done(this.client.index(uid).updateSettings(this.settings));
  }

  private async dropIfThere(uid: string): Promise<void> {
    if ((await this.uids()).includes(uid)) await done(this.client.deleteIndex(uid));
  }
}

function* inBatches<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

/** Waits until the server has done what it took on. @throws MeilisearchTaskError when it could not */
async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error } = await task.waitTask({ timeout: TASK_MS_MAX, interval: 20 });
  if (status !== 'succeeded')
    throw new MeilisearchTaskError(error?.message ?? `the task ended as ${status}`);
}
