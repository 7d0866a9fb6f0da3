import fc from 'fast-check';
import type { SearchHit } from './listing-search.js';
import { isNewcomer, isWellRated, keepPlaces, smoothedStars } from './ranking.js';

const hit = (listingId: string, isFreeNow = false): SearchHit => ({
  listingId,
  isFreeNow,
  why: [],
  highlights: { title: [], summary: [] },
});

describe('smoothedStars', () => {
  it('takes somebody new for as good as most, and believes many reviews', () => {
    expect(smoothedStars({ availability: 'away', stars: 0, reviewCount: 0 })).toBe(4);
    expect(smoothedStars({ availability: 'away', stars: 5, reviewCount: 1 })).toBeLessThan(4.2);
    expect(smoothedStars({ availability: 'away', stars: 5, reviewCount: 95 })).toBeCloseTo(4.95);
  });

  it('calls nobody well rated before there are a few reviews', () => {
    expect(isWellRated({ availability: 'away', stars: 5, reviewCount: 2 })).toBe(false);
    expect(isNewcomer({ availability: 'away', stars: 5, reviewCount: 2 })).toBe(true);
    expect(isWellRated({ availability: 'away', stars: 4.6, reviewCount: 3 })).toBe(true);
  });
});

describe('keepPlaces', () => {
  it('gives every fifth place to a newcomer who stands further behind', () => {
    const best = ['a', 'b', 'c', 'd', 'e', 'f', 'new'].map((id) => hit(id));
    expect(keepPlaces(best, [hit('new')], 5).map(({ listingId }) => listingId)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'new',
      'e',
      'f',
    ]);
  });

  it('puts nobody who is away before somebody who is free now', () => {
    const best = [hit('a', true), hit('b', true), hit('new')];
    expect(keepPlaces(best, [hit('new')], 2).map(({ listingId }) => listingId)).toEqual([
      'a',
      'b',
      'new',
    ]);
  });

  it('shows everybody exactly once, whatever the order and the places', () => {
    const people = fc
      .uniqueArray(fc.nat(50))
      .map((ids) => ids.map((id) => hit(String(id), id < 9)));
    fc.assert(
      fc.property(people, fc.nat(6), (best, newcomerEvery) => {
        const newcomers = best.filter((_, index) => index % 3 === 0);
        const placed = keepPlaces(best, newcomers, newcomerEvery);
        expect(placed.map(({ listingId }) => listingId).sort()).toEqual(
          best.map(({ listingId }) => listingId).sort(),
        );
      }),
    );
  });
});
