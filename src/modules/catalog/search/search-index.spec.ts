import { termsOf } from './analyse.js';
import type { Availability, SearchDocument, SearchQuery, Standing } from './listing-search.js';
import { SearchIndex } from './search-index.js';

const anything: SearchQuery = { text: '', sort: 'best', offset: 0, limit: 20 };

function aListing(change: Partial<SearchDocument> & { listingId: string }): SearchDocument {
  return {
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
  };
}

const standing = (availability: Availability): Standing => ({
  availability,
  stars: 0,
  reviewCount: 0,
});
const idsOf = (index: SearchIndex, query: SearchQuery): string[] =>
  index.search(query).hits.map(({ listingId }) => listingId);

function anIndex(...documents: SearchDocument[]): SearchIndex {
  const index = new SearchIndex();
  documents.forEach((document) => index.put(document));
  return index;
}

describe('SearchIndex', () => {
  const bread = aListing({
    listingId: 'bread',
    title: 'Rescue your sourdough',
    categorySlugs: ['cooking'],
    languages: ['en', 'fr'],
  });
  const taps = aListing({
    listingId: 'taps',
    title: 'Stop a leaking tap',
    categorySlugs: ['repair'],
    languages: ['fr'],
    priceModel: 'free',
    priceMinor: 0n,
  });
  const wifi = aListing({
    listingId: 'wifi',
    title: 'Fix your wireless network',
    categorySlugs: ['computing'],
  });

  it('gives up the places of what is gone once they are most of all, and answers as before', () => {
    const index = anIndex(bread, taps);
    index.setStanding(bread.expertId, standing('free_now'));
    index.setNextSlot('taps', 7_200_000);
    for (let round = 0; round < 2_000; round += 1)
      index.put(aListing({ listingId: 'wifi', title: `Fix network number ${round}` }));
    expect(index.size).toBe(3);
    expect(index.length).toBeLessThan(1_000);
    expect(idsOf(index, { ...anything, text: 'sourdough' })).toEqual(['bread']);
    expect(idsOf(index, { ...anything, freeNow: true })).toEqual(['bread']);
    expect(idsOf(index, { ...anything, now: 0, soonest: '24h' })).toEqual(['bread', 'taps']);
    expect(idsOf(index, { ...anything, text: '1999' })).toEqual(['wifi']);
  });

  it.each([
    ['the word itself', 'sourdough'],
    ['a missing letter', 'sourdogh'],
    ['two letters swapped', 'suordough'],
    ['the beginning of the word', 'sourd'],
    ['a sentence around it', 'my sourdough does not rise'],
    ['other case and accents', 'SÔURDOUGH'],
  ])('finds an offer by %s', (_, text) => {
    expect(idsOf(anIndex(bread, taps, wifi), { ...anything, text })[0]).toBe('bread');
  });

  it('says what it searched instead of a word that is not known', () => {
    expect(anIndex(bread, taps).search({ ...anything, text: 'sourdogh' }).corrected).toBe(
      'sourdough',
    );
    expect(anIndex(bread, taps).search({ ...anything, text: 'sourdough' }).corrected).toBeNull();
  });

  it('puts who is free now first and finds a change at once', () => {
    const index = anIndex(bread, taps, wifi);
    index.setStanding(wifi.expertId, standing('free_now'));
    expect(idsOf(index, anything)[0]).toBe('wifi');
    expect(idsOf(index, { ...anything, freeNow: true })).toEqual(['wifi']);
    index.setStanding(wifi.expertId, standing('busy'));
    expect(idsOf(index, { ...anything, freeNow: true })).toEqual([]);
  });

  it('never calls an offer free now that can only be booked', () => {
    const index = anIndex({ ...bread, isInstant: false });
    index.setStanding(bread.expertId, standing('free_now'));
    expect(index.search({ ...anything, freeNow: true }).total).toBe(0);
  });

  it('counts for each facet what its other values would give', () => {
    const answer = anIndex(bread, taps, wifi).search({ ...anything, language: 'fr' });
    expect(answer.hits.map(({ listingId }) => listingId)).toEqual(['bread', 'taps']);
    expect(answer.facets.language).toEqual([
      { value: 'en', count: 2 },
      { value: 'fr', count: 2 },
    ]);
    expect(answer.facets.price).toEqual([
      { value: 'free', count: 1 },
      { value: 'per_minute', count: 1 },
    ]);
  });

  it('forgets a listing that is removed and shows only the newest words of one that changed', () => {
    const index = anIndex(bread, taps);
    index.put({ ...bread, title: 'Bake better brioche' });
    expect(index.search({ ...anything, text: 'sourdough' }).total).toBe(0);
    expect(idsOf(index, { ...anything, text: 'brioche' })).toEqual(['bread']);
    index.remove('bread');
    expect(index.search({ ...anything, text: 'brioche' }).total).toBe(0);
  });

  it('knows other words for the same thing', () => {
    expect(idsOf(anIndex(bread, wifi), { ...anything, text: 'wifi' })).toEqual(['wifi']);
  });

  it('says where the words were found and which of them they are', () => {
    const [hit] = anIndex(bread, wifi).search({ ...anything, text: 'my sourdogh' }).hits;
    expect(hit).toMatchObject({
      why: ['title', 'newcomer'],
      highlights: { title: [{ start: 'Rescue your '.length, length: 'sourdough'.length }] },
    });
  });

  it('counts and keeps those with at least so many stars', () => {
    const index = anIndex(bread, taps, wifi);
    index.setStanding(bread.expertId, { availability: 'away', stars: 4.7, reviewCount: 9 });
    index.setStanding(taps.expertId, { availability: 'away', stars: 4.1, reviewCount: 9 });
    expect(index.search(anything).facets.stars).toEqual([
      { value: '4', count: 2 },
      { value: '4.5', count: 1 },
    ]);
    expect(idsOf(index, { ...anything, minStars: 4.5 })).toEqual(['bread']);
    expect(idsOf(index, { ...anything, newcomersOnly: true })).toEqual(['wifi']);
    expect(idsOf(index, { ...anything, sort: 'rating' })).toEqual(['bread', 'taps', 'wifi']);
  });

  it('sorts by price and pages through', () => {
    const index = anIndex(bread, taps, wifi);
    expect(idsOf(index, { ...anything, sort: 'price', limit: 1 })).toEqual(['taps']);
    expect(idsOf(index, { ...anything, sort: 'price', offset: 1, limit: 1 })).toEqual(['bread']);
  });
});

describe('termsOf', () => {
  it('gives the same terms for the forms people type', () => {
    expect(termsOf('Crème BRÛLÉE')).toEqual(['creme', 'brulee']);
    expect(termsOf('أرمّم الخُبز')).toEqual(termsOf('ارمم الخبز'));
  });

  it('takes the little word off that French writes onto the next', () => {
    expect(termsOf("l'atelier d’Élise")).toEqual(['atelier', 'elise']);
  });

  it('cuts Japanese into words', () => {
    expect(termsOf('料理教室').length).toBeGreaterThan(1);
  });
});
