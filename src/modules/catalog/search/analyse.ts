const WORDS = new Intl.Segmenter('und', { granularity: 'word' });

/** Words that stand in almost every offer and help nobody find one. */
const STOP_WORDS = new Set(
  'a an and are can does for help how i in is it me my not of on or the to with what why you your de des du en et je la le les ma mes mon ne pas pour un une est au aux avec der die das und ein eine ist mein meine nicht wie من في على مع هل ما لا'.split(
    ' ',
  ),
);

/**
 * Cuts text into search terms: without case, accents and Arabic vowel signs, one form for letters that
 * people type in several, words of Chinese, Japanese and Thai cut out by the dictionary of the runtime.
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const part of WORDS.segment(normalise(text))) {
    if (part.isWordLike && !STOP_WORDS.has(part.segment)) terms.push(part.segment);
  }
  return terms;
}

export function normalise(text: string): string {
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
