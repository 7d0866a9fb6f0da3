const WORDS_MAX = 6;
const LENGTH_MAX = 120;
/** Numbers, addresses and what is far too long for a word may say who asked. */
const PLAIN_WORD = /^[\p{L}\p{M}'’-]{2,24}$/u;

/**
 * What of a question that found nothing may be kept: its plain words as they are searched, sorted, without anything
 * that could be a number, an address or a key.
 *
 * @param terms as the analysis of search gives them
 * @returns null when nothing is left
 */
export function keptWords(terms: readonly string[]): string | null {
  const words = [...new Set(terms.filter((term) => PLAIN_WORD.test(term)))].sort();
  return words.slice(0, WORDS_MAX).join(' ').slice(0, LENGTH_MAX) || null;
}
