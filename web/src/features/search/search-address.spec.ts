import { isFiltered, searchQuery, toggled, without } from './search-address';

const at = (query: string) => new URLSearchParams(query);

describe('toggled', () => {
  it('sets a filter, takes it off again, and starts the results over', () => {
    expect(toggled(at('q=sink&cursor=abc'), 'price', 'free')).toBe('/search?q=sink&price=free');
    expect(toggled(at('q=sink&price=free'), 'price', 'free')).toBe('/search?q=sink');
  });

  it('replaces another value of the same filter', () => {
    expect(toggled(at('price=free'), 'price', 'per_minute')).toBe('/search?price=per_minute');
  });
});

describe('without', () => {
  it('leaves the words when the filters are dropped', () => {
    expect(without(at('q=sink&price=free&language=fr'), ['price', 'language'])).toBe(
      '/search?q=sink',
    );
  });
});

describe('isFiltered', () => {
  it('does not count the order as a filter', () => {
    expect(isFiltered(at('q=sink&sort=price'))).toBe(false);
    expect(isFiltered(at('freeNow=1'))).toBe(true);
  });
});

describe('searchQuery', () => {
  it('passes on only what the API knows', () => {
    expect(searchQuery(at('q=sink&utm_source=mail&freeNow=1&price='))).toEqual({
      q: 'sink',
      freeNow: '1',
    });
  });
});
