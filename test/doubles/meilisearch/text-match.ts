/** Matching as Meilisearch documents it: words in any order, the last one unfinished, one typo from 5 letters on and two from 9 unless settings say otherwise. */
export interface MatchSettings {
  readonly searchableAttributes: readonly string[];
  readonly stopWords: readonly string[];
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
  readonly oneTypoFrom: number;
  readonly twoTyposFrom: number;
}

export interface FoundWord {
  readonly attribute: string;
  /** In bytes of UTF-8, as Meilisearch counts. */
  readonly start: number;
  readonly length: number;
  readonly typos: number;
}

const WORD = /[\p{L}\p{N}]+/gu;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const DICTIONARY = new Intl.Segmenter('und', { granularity: 'word' });

/** @returns for each query word where the document has it; empty where it has not */
export function match(
  document: Readonly<Record<string, unknown>>,
  query: string,
  settings: MatchSettings,
): FoundWord[][] {
  const asked = wordsIn(query).filter(({ word }) => !settings.stopWords.includes(word));
  const texts = settings.searchableAttributes.flatMap((attribute) =>
    [document[attribute]]
      .flat()
      .map((text) => ({ attribute, text: typeof text === 'string' ? text : '' })),
  );
  return asked.map(({ word }, index) => {
    const forms = [word, ...(settings.synonyms[word] ?? [])];
    const isUnfinished = index === asked.length - 1;
    return texts.flatMap(({ attribute, text }) =>
      wordsIn(text).flatMap((candidate) => {
        const typos = Math.min(
          ...forms.map((form) => typosOf(form, candidate.word, isUnfinished, settings)),
        );
        return typos === Infinity
          ? []
          : [{ attribute, start: candidate.start, length: candidate.length, typos }];
      }),
    );
  });
}

export function wordsIn(text: string): { word: string; start: number; length: number }[] {
  return [...text.matchAll(WORD)].flatMap((found) =>
    cut(found[0]).map(({ segment, index }) => ({
      word: fold(segment),
      start: Buffer.byteLength(text.slice(0, found.index + index)),
      length: Buffer.byteLength(segment),
    })),
  );
}

/** Meilisearch cuts what is written without spaces by a dictionary; here the one of the runtime does. */
function cut(word: string): { segment: string; index: number }[] {
  return WITHOUT_SPACES.test(word) ? [...DICTIONARY.segment(word)] : [{ segment: word, index: 0 }];
}

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

function typosOf(
  asked: string,
  word: string,
  isUnfinished: boolean,
  { oneTypoFrom, twoTyposFrom }: MatchSettings,
): number {
  if (word === asked || (isUnfinished && word.startsWith(asked))) return 0;
  const allowed = asked.length >= twoTyposFrom ? 2 : asked.length >= oneTypoFrom ? 1 : 0;
  const needed = edits(asked, word);
  return needed <= allowed ? needed : Infinity;
}

/** Damerau-Levenshtein: a swapped pair of letters is one edit. */
function edits(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const row = rows[i];
      if (row)
        row[j] = Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + same,
          isSwapped ? at(i - 2, j - 2) + 1 : Infinity,
        );
    }
  return at(a.length, b.length);
}
