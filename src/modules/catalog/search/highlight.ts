import { wordsOf } from './analyse.js';
import type { TextRange } from './listing-search.js';

/**
 * Where a text has one of the terms.
 *
 * @param terms as {@link wordsOf} gives them
 * @returns ranges in UTF-16 units of the text as it is written
 */
export function highlight(text: string, terms: ReadonlySet<string>): TextRange[] {
  return wordsOf(text)
    .filter(({ term }) => terms.has(term))
    .map(({ start, length }) => ({ start, length }));
}
