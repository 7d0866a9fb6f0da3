/** Filters of the results page, all of them in the address. */
export const FILTERS = [
  'category',
  'language',
  'price',
  'priceBand',
  'soonest',
  'stars',
  'freeNow',
  'sort',
] as const;

export type Filter = (typeof FILTERS)[number];

/** The address with one filter set, or taken off when it was set to that already. The page of results starts over. */
export function toggled(params: URLSearchParams, filter: Filter, value: string): string {
  const next = new URLSearchParams(params);
  next.delete('cursor');
  if (next.get(filter) === value) next.delete(filter);
  else next.set(filter, value);
  return addressOf(next);
}

export function without(params: URLSearchParams, filters: readonly string[]): string {
  const next = new URLSearchParams(params);
  for (const filter of [...filters, 'cursor']) next.delete(filter);
  return addressOf(next);
}

export function withCursor(params: URLSearchParams, cursor: string): string {
  const next = new URLSearchParams(params);
  next.set('cursor', cursor);
  return addressOf(next);
}

export function isFiltered(params: URLSearchParams): boolean {
  return FILTERS.some((filter) => filter !== 'sort' && params.has(filter));
}

/** What of the address the API is asked with. */
export function searchQuery(params: URLSearchParams): Record<string, string> {
  const query: Record<string, string> = {};
  for (const name of ['q', 'cursor', ...FILTERS]) {
    const value = params.get(name);
    if (value) query[name] = value;
  }
  return query;
}

function addressOf(params: URLSearchParams): string {
  const text = params.toString();
  return `/search${text && `?${text}`}`;
}
