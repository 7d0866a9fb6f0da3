import { termsOf } from './analyse.js';
import { synonymsOf } from './synonyms.js';
import type { Expansion, Vocabulary } from './vocabulary.js';

/** A synonym counts nearly as much as the word. */
const SYNONYM_CLOSENESS = 0.9;

/** A word that somebody typed, and what it may mean here. */
export interface QueryWord {
  readonly typed: string;
  readonly meant: readonly Expansion[];
  readonly isCorrected: boolean;
}

/** What the words should have been; null where all are known. */
export function correctionOf(words: readonly QueryWord[]): string | null {
  if (!words.some((word) => word.isCorrected)) return null;
  return words.map((word) => word.meant[0]?.term ?? word.typed).join(' ');
}

/** The words of a question; the last one may be unfinished. */
export function queryWordsOf(text: string, vocabulary: Vocabulary): QueryWord[] {
  return termsOf(text).map((term, index, all) =>
    expand(term, index === all.length - 1, vocabulary),
  );
}

function expand(term: string, isLast: boolean, vocabulary: Vocabulary): QueryWord {
  const exact: Expansion[] = vocabulary.has(term) ? [{ term, closeness: 1 }] : [];
  const completed =
    isLast && term.length >= 2
      ? vocabulary.completions(term).filter((found) => found.term !== term)
      : [];
  const same = synonymsOf(term)
    .filter((synonym) => vocabulary.has(synonym))
    .map((synonym) => ({ term: synonym, closeness: SYNONYM_CLOSENESS }));
  const known = [...exact, ...completed, ...same];
  const near = known.length > 0 ? [] : vocabulary.corrections(term);
  return { typed: term, meant: [...known, ...near], isCorrected: near.length > 0 };
}
