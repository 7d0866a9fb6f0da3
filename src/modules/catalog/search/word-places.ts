import { termsOf } from './analyse.js';
import type { SearchDocument } from './listing-search.js';

/** Where words stand, best place first. */
export const PLACES = ['title', 'category', 'summary', 'expert', 'description'] as const;
export type Place = (typeof PLACES)[number];

/** For each word of an offer the places it stands in, as bits in the order of {@link PLACES}. */
export function placesOf(document: SearchDocument): Map<string, number> {
  const texts: Readonly<Record<Place, string>> = {
    title: document.title,
    category: document.categoryNames.join('\n'),
    summary: document.summary,
    expert: document.expertName,
    description: document.description,
  };
  const places = new Map<string, number>();
  PLACES.forEach((place, bit) => {
    for (const term of termsOf(texts[place]))
      places.set(term, (places.get(term) ?? 0) | (1 << bit));
  });
  return places;
}

export function placesIn(bits: number): Place[] {
  return PLACES.filter((_, bit) => (bits & (1 << bit)) !== 0);
}
