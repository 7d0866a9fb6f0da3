import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedSearch } from '../../../src/modules/catalog/integrations/embedded/embedded-search.js';
import { FailsafeSearch } from '../../../src/modules/catalog/integrations/failsafe-search.js';
import { MeilisearchSearch } from '../../../src/modules/catalog/integrations/meilisearch/meilisearch-search.js';
import {
  type IndexedListing,
  type ListingSearch,
  NO_FACETS,
  NO_STANDING,
  type SearchDocument,
  type SearchQuery,
  type Standing,
} from '../../../src/modules/catalog/search/listing-search.js';
import { DEFAULT_RANKING } from '../../../src/platform/config/search-config.js';
import { Logger } from '../../../src/platform/logging/logger.js';
import {
  type MeilisearchDouble,
  startMeilisearchDouble,
} from '../../doubles/meilisearch/meilisearch-server.js';

const anything: SearchQuery = { text: '', sort: 'best', offset: 0, limit: 20 };
const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 10, 22, 10);
const FREE_NOW: Standing = { ...NO_STANDING, availability: 'free_now' };

function listing(
  change: Partial<SearchDocument> & { listingId: string },
  standing: Standing = NO_STANDING,
): IndexedListing {
  return {
    document: {
      expertId: `expert-of-${change.listingId}`,
      title: 'Some help',
      summary: '',
      description: '',
      expertName: 'Nobody',
      categoryNames: [],
      categorySlugs: ['other'],
      languages: ['en'],
      priceModel: 'per_minute',
      priceMinor: 100n,
      priceBand: 'EUR:10-25',
      isInstant: true,
      ...change,
    },
    standing,
    nextSlotAt: null,
  };
}

const bread = listing({
  listingId: 'bread',
  title: 'Rescue your sourdough – à la maison',
  summary: 'When the dough does not rise',
  categorySlugs: ['cooking', 'home'],
  categoryNames: ['Cooking', 'Cuisine'],
  languages: ['en', 'fr'],
  priceMinor: 150n,
});
const taps = listing({
  listingId: 'taps',
  title: 'Stop a leaking tap',
  description: 'Also when the kitchen smells of sourdough',
  categorySlugs: ['repair'],
  languages: ['fr'],
  priceModel: 'free',
  priceMinor: 0n,
});
const network = listing({
  listingId: 'network',
  title: 'Fix your wireless network',
  expertName: 'Élodie',
  categorySlugs: ['computing'],
});
const LIVE = [bread, taps, network];

async function* batches(listings: readonly IndexedListing[]): AsyncGenerator<IndexedListing[]> {
  for (const each of listings) {
    await sleep(1);
    yield [each];
  }
}

interface Engine {
  readonly search: ListingSearch;
  close(): Promise<void>;
}

/** A real server, where one is given, is asked the same as the double. */
const ENGINES: readonly [string, () => Promise<Engine>][] = [
  [
    'the embedded index',
    () => {
      const search = new EmbeddedSearch(DEFAULT_RANKING);
      return Promise.resolve({ search, close: () => search.onApplicationShutdown() });
    },
  ],
  [
    'Meilisearch, by its client against a server that speaks its protocol',
    async () => {
      const double = await startMeilisearchDouble();
      const search = new MeilisearchSearch(double.url, double.key, DEFAULT_RANKING);
      return { search, close: () => double.close() };
    },
  ],
  ...(process.env['MEILI_URL']
    ? [
        [
          'Meilisearch itself',
          () =>
            Promise.resolve({
              search: new MeilisearchSearch(
                process.env['MEILI_URL'] ?? '',
                process.env['MEILI_KEY'] ?? null,
                DEFAULT_RANKING,
              ),
              close: () => Promise.resolve(),
            }),
        ] as [string, () => Promise<Engine>],
      ]
    : []),
];

describe.each(ENGINES)('search by %s', (_, start) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  beforeEach(() => engine.search.rebuild(() => batches(LIVE)));
  afterAll(() => engine.close());

  const idsFor = async (query: Partial<SearchQuery>): Promise<string[]> =>
    (await engine.search.search({ ...anything, ...query })).hits.map(({ listingId }) => listingId);

  it.each([
    ['the word itself', 'sourdough'],
    ['a missing letter', 'sourdogh'],
    ['two letters swapped', 'suordough'],
    ['the beginning of the word', 'sourd'],
    ['a sentence around it', 'my sourdough does not rise'],
    ['other case and accents', 'SÔURDOUGH'],
  ])('finds an offer by %s', async (__, text) => {
    expect((await idsFor({ text }))[0]).toBe('bread');
  });

  it('finds by another word for the same thing, and by the name without its accent', async () => {
    expect(await idsFor({ text: 'wifi' })).toEqual(['network']);
    expect(await idsFor({ text: 'elodie' })).toEqual(['network']);
  });

  it('puts the title before the description and says where the words are', async () => {
    const { hits } = await engine.search.search({ ...anything, text: 'sourdough' });
    expect(hits.map(({ listingId }) => listingId)).toEqual(['bread', 'taps']);
    expect(hits[0]).toMatchObject({
      why: ['title', 'newcomer'],
      highlights: { title: [{ start: 12, length: 9 }], summary: [] },
    });
    expect(hits[1]?.why).toEqual(['description', 'newcomer']);
  });

  it('counts places in the units that browsers count in', async () => {
    const { hits } = await engine.search.search({ ...anything, text: 'maison' });
    const [range] = hits[0]?.highlights.title ?? [];
    expect(
      bread.document.title.slice(range?.start, (range?.start ?? 0) + (range?.length ?? 0)),
    ).toBe('maison');
  });

  it('shows a change of presence at once, and only for offers that can be asked for now', async () => {
    await engine.search.setStanding(network.document.expertId, FREE_NOW);
    expect((await idsFor({}))[0]).toBe('network');
    expect(await idsFor({ freeNow: true })).toEqual(['network']);
    await engine.search.put(listing({ ...network.document, isInstant: false }, FREE_NOW));
    expect(await idsFor({ freeNow: true })).toEqual([]);
  });

  it('counts for each facet what its other values would give', async () => {
    const answer = await engine.search.search({ ...anything, language: 'fr' });
    expect(answer.hits.map(({ listingId }) => listingId).sort()).toEqual(['bread', 'taps']);
    expect(answer.total).toBe(2);
    expect(answer.facets.language).toEqual([
      { value: 'en', count: 2 },
      { value: 'fr', count: 2 },
    ]);
    expect(answer.facets.price).toEqual([
      { value: 'free', count: 1 },
      { value: 'per_minute', count: 1 },
    ]);
    expect(answer.facets.category.map(({ value }) => value).sort()).toEqual([
      'cooking',
      'home',
      'repair',
    ]);
  });

  it('filters by stars, and keeps newcomers apart', async () => {
    await engine.search.setStanding(bread.document.expertId, {
      availability: 'away',
      stars: 4.7,
      reviewCount: 9,
    });
    await engine.search.setStanding(taps.document.expertId, {
      availability: 'away',
      stars: 4.1,
      reviewCount: 9,
    });
    const answer = await engine.search.search({ ...anything, sort: 'rating' });
    expect(answer.hits.map(({ listingId }) => listingId)).toEqual(['bread', 'taps', 'network']);
    expect(answer.hits[0]?.why).toEqual(['well_rated']);
    expect(answer.facets.stars).toEqual([
      { value: '4', count: 2 },
      { value: '4.5', count: 1 },
    ]);
    expect(await idsFor({ minStars: 4.5 })).toEqual(['bread']);
    expect(await idsFor({ newcomersOnly: true })).toEqual(['network']);
  });

  it('counts ranges of what a visit costs in each currency by itself, and filters by one', async () => {
    await engine.search.put(listing({ ...network.document, priceBand: 'JPY:1500-4000' }));
    await engine.search.put(listing({ ...taps.document, priceBand: null }));
    const { facets } = await engine.search.search({ ...anything, priceBand: 'EUR:10-25' });
    expect(facets.priceBand).toEqual([
      { value: 'EUR:10-25', count: 1 },
      { value: 'JPY:1500-4000', count: 1 },
    ]);
    expect(await idsFor({ priceBand: 'EUR:10-25' })).toEqual(['bread']);
    expect(await idsFor({ priceBand: 'JPY:1500-4000' })).toEqual(['network']);
  });

  it('knows who has time soon as the clock stands, and counts who is free now with them', async () => {
    await engine.search.setNextSlots([
      { listingId: 'bread', startsAt: NOW + 5 * HOUR_MS },
      { listingId: 'taps', startsAt: NOW + 30 * HOUR_MS },
      { listingId: 'nobody', startsAt: NOW + HOUR_MS },
    ]);
    const soon = (query: Partial<SearchQuery>) =>
      engine.search.search({ ...anything, now: NOW, ...query });
    expect((await soon({})).facets.soonest).toEqual([
      { value: '24h', count: 1 },
      { value: '7d', count: 2 },
    ]);
    await engine.search.setStanding(network.document.expertId, FREE_NOW);
    const { hits, facets } = await soon({ soonest: '24h', language: 'en' });
    expect(hits.map(({ listingId }) => listingId)).toEqual(['network', 'bread']);
    expect(facets.soonest).toEqual([
      { value: '24h', count: 2 },
      { value: '7d', count: 2 },
    ]);
    const later = await soon({ now: NOW + 10 * HOUR_MS, soonest: '24h' });
    expect(later.hits.map(({ listingId }) => listingId)).toEqual(['network', 'taps']);
    await engine.search.setNextSlots([{ listingId: 'taps', startsAt: null }]);
    expect((await soon({ soonest: '7d' })).total).toBe(2);
    expect((await engine.search.search(anything)).facets.soonest).toEqual([]);
  });

  it('keeps the times of an offer when it is put in anew with them', async () => {
    await engine.search.put({ ...bread, nextSlotAt: NOW + HOUR_MS });
    const answer = await engine.search.search({ ...anything, now: NOW, soonest: '24h' });
    expect(answer.hits.map(({ listingId }) => listingId)).toEqual(['bread']);
  });

  it('counts no facets where nobody will look at them', async () => {
    const { facets, hits } = await engine.search.search({
      ...anything,
      now: NOW,
      language: 'fr',
      newcomersOnly: true,
      skipsFacets: true,
    });
    expect(hits.length).toBe(2);
    expect(facets).toEqual(NO_FACETS);
  });

  it.each([
    ['Chinese', 'dumplings', '学做北京饺子', '饺子'],
    ['Japanese', 'calligraphy', '書道を基礎から教えます', '書道'],
  ])('cuts %s into words, which are written without spaces', async (__, listingId, title, text) => {
    await engine.search.put(listing({ listingId, title, languages: ['ja'] }));
    expect(await idsFor({ text })).toEqual([listingId]);
  });

  it('forgets what is removed and shows the newest words of what changed', async () => {
    await engine.search.put(listing({ ...bread.document, title: 'Bake better brioche' }));
    expect(await idsFor({ text: 'brioche' })).toEqual(['bread']);
    expect(await idsFor({ text: 'sourdough' })).toEqual(['taps']);
    await engine.search.remove('bread');
    expect(await idsFor({ text: 'brioche' })).toEqual([]);
  });

  it('sorts by price and pages through', async () => {
    expect(await idsFor({ sort: 'price' })).toEqual(['taps', 'network', 'bread']);
    expect(await idsFor({ sort: 'price', offset: 1, limit: 1 })).toEqual(['network']);
  });

  it('has what the last of two rebuilds read, when both were asked for at once', async () => {
    await Promise.all([
      engine.search.rebuild(() => batches([bread])),
      engine.search.rebuild(() => batches(LIVE)),
    ]);
    expect((await idsFor({})).sort()).toEqual(['bread', 'network', 'taps']);
  });

  it('answers from what was there until a rebuild is done, and keeps what changes meanwhile', async () => {
    let isRead = (): void => undefined;
    const read = new Promise<void>((resolve) => (isRead = resolve));
    const changed = listing({ ...taps.document, title: 'Stop a dripping shower' });
    const rebuilt = engine.search.rebuild(async function* () {
      yield [bread];
      expect((await idsFor({})).length).toBe(3);
      await engine.search.put(changed);
      isRead();
      // The page with the old words was read before the change.
      yield [network, taps];
    });
    await read;
    await rebuilt;
    expect((await idsFor({})).sort()).toEqual(['bread', 'network', 'taps']);
    expect(await idsFor({ text: 'shower' })).toEqual(['taps']);
  });
});

describe('a search server that does not answer', () => {
  let double: MeilisearchDouble;
  let search: FailsafeSearch;
  beforeEach(async () => {
    double = await startMeilisearchDouble();
    const server = new MeilisearchSearch(double.url, double.key, DEFAULT_RANKING);
    const embedded = new EmbeddedSearch(DEFAULT_RANKING);
    search = new FailsafeSearch(server, embedded, Logger.create('silent'), 50);
    await search.rebuild(() => batches(LIVE));
    await untilServed(search);
  });
  afterEach(async () => {
    await search.onApplicationShutdown();
    await double.close();
  });

  it('is stood in for by the embedded index, with a warning, and filled anew when it is back', async () => {
    expect(() => search.assertServed()).not.toThrow();
    await double.goDown();
    const { hits } = await search.search({ ...anything, text: 'sourdough' });
    expect(hits[0]?.listingId).toBe('bread');
    expect(() => search.assertServed()).toThrow(/does not serve/);
    await search.setStanding(network.document.expertId, FREE_NOW);
    expect((await search.search({ ...anything, freeNow: true })).total).toBe(1);
    await double.comeBack();
    await untilServed(search);
    expect((await search.search({ ...anything, text: 'sourdough' })).total).toBe(2);
  });

  it('keeps one index for the settings it was made for, and none half filled', () => {
    expect(double.indexes()).toEqual([expect.stringMatching(/^listings_[0-9a-f]{10}$/)]);
  });
});

async function untilServed(search: FailsafeSearch): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      search.assertServed();
      return;
    } catch {
      await sleep(50);
    }
  }
  throw new Error('the server was not filled again');
}
