import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import { STOP_WORDS } from '../../search/analyse.js';
import type { Ranking } from '../../search/ranking.js';
import { SYNONYMS } from '../../search/synonyms.js';

const PLACES = ['title', 'category', 'summary', 'expert', 'description'] as const;
/** As the embedded index: below this a typo changes the word too much to guess. */
const TYPO_LENGTHS = { oneTypo: 4, twoTypos: 6 };
const RESULTS_MAX = 12_000;
const FACET_VALUES_MAX = 500;

/**
 * The settings of our index. Meilisearch orders by rules and not by weights: where words stand is taken in the
 * order of the weights, and the quality of the expert decides among equal matches.
 */
export function settingsFor(ranking: Ranking): Settings {
  return {
    searchableAttributes: [...PLACES].sort((a, b) => ranking[b] - ranking[a]),
    filterableAttributes: [
      'expertId',
      'categorySlugs',
      'languages',
      'priceModel',
      'priceBand',
      'nextSlot',
      'freeNow',
      'stars',
      'isNewcomer',
    ],
    sortableAttributes: ['freeNow', 'price', 'quality'],
    rankingRules: ['sort', 'words', 'typo', 'attribute', 'proximity', 'exactness', 'quality:desc'],
    stopWords: [...STOP_WORDS],
    synonyms: Object.fromEntries(
      SYNONYMS.flatMap((row) =>
        row.map((term) => [term, row.filter((other) => other !== term)] as const),
      ),
    ),
    typoTolerance: { enabled: true, minWordSizeForTypos: TYPO_LENGTHS },
    pagination: { maxTotalHits: RESULTS_MAX },
    faceting: { maxValuesPerFacet: FACET_VALUES_MAX },
  };
}

/** Another name for other settings: an index is never asked what it was not made for. */
export function indexUidFor(settings: Settings): string {
  const version = createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 10);
  return `listings_${version}`;
}
