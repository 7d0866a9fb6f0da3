import { termsOf } from './analyse.js';
import { type SearchDocument, SearchIndex, type SearchQuery } from './search-index.js';

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
    isInstant: true,
    ...change,
  };
}

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

  it.each([
    ['the word itself', 'sourdough'],
    ['a missing letter', 'sourdogh'],
    ['two letters swapped', 'suordough'],
    ['the beginning of the word', 'sourd'],
    ['a sentence around it', 'my sourdough does not rise'],
    ['other case and accents', 'SÔURDOUGH'],
  ])('finds an offer by %s', (_, text) => {
    expect(anIndex(bread, taps, wifi).search({ ...anything, text }).listingIds[0]).toBe('bread');
  });

  it('says what it searched instead of a word that is not known', () => {
    expect(anIndex(bread, taps).search({ ...anything, text: 'sourdogh' }).corrected).toBe(
      'sourdough',
    );
    expect(anIndex(bread, taps).search({ ...anything, text: 'sourdough' }).corrected).toBeNull();
  });

  it('puts who is free now first and finds a change at once', () => {
    const index = anIndex(bread, taps, wifi);
    index.setAvailability(wifi.expertId, 'free_now');
    expect(index.search(anything).listingIds[0]).toBe('wifi');
    expect(index.search({ ...anything, freeNow: true }).listingIds).toEqual(['wifi']);
    index.setAvailability(wifi.expertId, 'busy');
    expect(index.search({ ...anything, freeNow: true }).listingIds).toEqual([]);
  });

  it('never calls an offer free now that can only be booked', () => {
    const index = anIndex({ ...bread, isInstant: false });
    index.setAvailability(bread.expertId, 'free_now');
    expect(index.search({ ...anything, freeNow: true }).total).toBe(0);
  });

  it('counts for each facet what its other values would give', () => {
    const answer = anIndex(bread, taps, wifi).search({ ...anything, language: 'fr' });
    expect(answer.listingIds).toEqual(['bread', 'taps']);
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
    expect(index.search({ ...anything, text: 'brioche' }).listingIds).toEqual(['bread']);
    index.remove('bread');
    expect(index.search({ ...anything, text: 'brioche' }).total).toBe(0);
  });

  it('sorts by price and pages through', () => {
    const index = anIndex(bread, taps, wifi);
    expect(index.search({ ...anything, sort: 'price', limit: 1 }).listingIds).toEqual(['taps']);
    expect(index.search({ ...anything, sort: 'price', offset: 1, limit: 1 }).listingIds).toEqual([
      'bread',
    ]);
  });
});

describe('termsOf', () => {
  it('gives the same terms for the forms people type', () => {
    expect(termsOf('Crème BRÛLÉE')).toEqual(['creme', 'brulee']);
    expect(termsOf('أرمّم الخُبز')).toEqual(termsOf('ارمم الخبز'));
  });

  it('cuts Japanese into words', () => {
    expect(termsOf('料理教室').length).toBeGreaterThan(1);
  });
});
