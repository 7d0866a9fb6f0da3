/** Scripts that write without spaces; the runtime knows where their words end, at many times the cost. */
const NEEDS_DICTIONARY =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SPACED_WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}ـ]*(?:['’.][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const ASCII = /^[ -~]*$/;
const WORDS = new Intl.Segmenter('und', { granularity: 'word' });

/** French and Italian write some words together with the next one: l'atelier, d'eau. */
const ELISION = /^(?:[cdjlmnst]|qu|un)['’](?=\p{L})/iu;

/** Words that stand in almost every offer and help nobody find one. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  'a an and are can does for help how i in is it me my not of on or the to with what why you your de des du en et je la le les ma mes mon ne pas pour un une est au aux avec der die das und ein eine ist mein meine nicht wie من في على مع هل ما لا'.split(
    ' ',
  ),
);

/** A word of a text: where it stands, in UTF-16 units, and the form it is searched in. */
export interface Word {
  readonly term: string;
  readonly start: number;
  readonly length: number;
}

/**
 * Cuts text into search terms: without case, accents and Arabic vowel signs, one form for letters that
 * people type in several, words of Chinese, Japanese and Thai cut out by the dictionary of the runtime.
 */
export function termsOf(text: string): string[] {
  return wordsOf(text).map(({ term }) => term);
}

/** The same with the places of the words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { segment, index } of NEEDS_DICTIONARY.test(text) ? segmented(text) : spaced(text)) {
    const elided = ELISION.exec(segment)?.[0].length ?? 0;
    const term = normalise(segment.slice(elided));
    if (term !== '' && !STOP_WORDS.has(term))
      words.push({ term, start: index + elided, length: segment.length - elided });
  }
  return words;
}

interface Segment {
  readonly segment: string;
  readonly index: number;
}

function* segmented(text: string): Generator<Segment> {
  for (const { segment, index, isWordLike } of WORDS.segment(text))
    if (isWordLike) yield { segment, index };
}

function* spaced(text: string): Generator<Segment> {
  for (const found of text.matchAll(SPACED_WORD)) yield { segment: found[0], index: found.index };
}

export function normalise(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/ـ/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .toLowerCase();
}
