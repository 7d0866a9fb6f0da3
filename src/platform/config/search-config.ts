/** What counts how much in the order of search results; see the catalog's `ranking.ts` for how it is used. */
export interface RankingConfig {
  /** Where a word stands. */
  readonly title: number;
  readonly category: number;
  readonly summary: number;
  readonly expert: number;
  readonly description: number;
  /** One star more. */
  readonly quality: number;
  /** Every so many places one is kept for somebody with few reviews; 0 keeps none. */
  readonly newcomerEvery: number;
}

export interface SearchConfig {
  readonly ranking: RankingConfig;
  /** Address of Meilisearch; null searches in process. */
  readonly meilisearchUrl: string | null;
}

export const DEFAULT_RANKING: RankingConfig = {
  title: 6,
  category: 4,
  summary: 3,
  expert: 3,
  description: 1,
  quality: 0.2,
  newcomerEvery: 5,
};

/**
 * Reads weights such as `title=8,quality=0.5`; what is not named keeps its default.
 *
 * @param problems gets one sentence for each thing that is wrong
 */
export function readRanking(text: string, problems: string[]): RankingConfig {
  const ranking: { -readonly [name in keyof RankingConfig]: number } = { ...DEFAULT_RANKING };
  for (const part of text.split(',').filter(Boolean)) {
    const [name = '', value = ''] = part.split('=').map((side) => side.trim());
    if (!isWeight(name))
      problems.push(
        `SEARCH_RANKING knows ${Object.keys(DEFAULT_RANKING).join(', ')}, not "${name}".`,
      );
    else if (!/^\d{1,3}(\.\d{1,3})?$/.test(value))
      problems.push(`SEARCH_RANKING needs a number for ${name}, not "${value}".`);
    else ranking[name] = Number(value);
  }
  return ranking;
}

function isWeight(name: string): name is keyof RankingConfig {
  return name in DEFAULT_RANKING;
}
