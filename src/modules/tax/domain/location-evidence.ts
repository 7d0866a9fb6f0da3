/** Kinds of evidence of where a buyer lives, the strongest first. */
export const LOCATION_SOURCES = ['declared', 'billing', 'card', 'ip', 'phone'] as const;
export type LocationSource = (typeof LOCATION_SOURCES)[number];

export interface LocationItem {
  readonly source: LocationSource;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export type LocationChoice =
  | { readonly kind: 'agreed'; readonly country: string; readonly by: readonly LocationSource[] }
  /** No two items agree: the buyer has to be asked; the card's country is what counts until then. */
  | { readonly kind: 'card_decides'; readonly country: string }
  | { readonly kind: 'undecided' };

/**
 * Chooses the country in which a buyer lives: the one that at least two items name. Where two
 * countries have two items each, the one with the strongest item wins. Without agreement the card's
 * country counts; without a card nothing does.
 *
 * @source Implementing Regulation (EU) 282/2011 art. 24b and 24f: two items that do not contradict each other
 */
export function chooseLocation(items: readonly LocationItem[]): LocationChoice {
  const sourcesOf = new Map<string, Set<LocationSource>>();
  for (const item of items) {
    const sources = sourcesOf.get(item.country) ?? new Set<LocationSource>();
    sourcesOf.set(item.country, sources.add(item.source));
  }
  const [best] = [...sourcesOf]
    .map(([country, sources]) => ({
      country,
      by: LOCATION_SOURCES.filter((source) => sources.has(source)),
    }))
    .filter((candidate) => candidate.by.length >= 2)
    .sort(
      (a, b) =>
        b.by.length - a.by.length ||
        strength(a.by) - strength(b.by) ||
        (a.country < b.country ? -1 : 1),
    );
  if (best) return { kind: 'agreed', ...best };
  const card = items.find((item) => item.source === 'card');
  return card ? { kind: 'card_decides', country: card.country } : { kind: 'undecided' };
}

function strength(sources: readonly LocationSource[]): number {
  const strongest = sources[0];
  return strongest === undefined ? LOCATION_SOURCES.length : LOCATION_SOURCES.indexOf(strongest);
}
