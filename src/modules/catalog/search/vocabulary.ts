import MiniSearch from 'minisearch';

export interface Expansion {
  readonly term: string;
  /** 1 for the term itself, less the further away. */
  readonly closeness: number;
}

/** Below this length a typo changes the word too much to guess. */
const FUZZY_LENGTH_MIN = 4;
/** A transposed pair of letters costs two edits; short words allow one, or everything looks alike. */
const TWO_EDITS_LENGTH_MIN = 6;
const EXPANSIONS_MAX = 24;

/** The words that occur in the index, to find those that a mistyped or unfinished word may have meant. */
export class Vocabulary {
  private readonly known = new Set<string>();
  private readonly words = new MiniSearch<{ id: string }>({
    fields: ['id'],
    tokenize: (text) => [text],
    processTerm: (term) => term,
  });

  add(term: string): void {
    if (this.known.has(term)) return;
    this.known.add(term);
    this.words.add({ id: term });
  }

  has(term: string): boolean {
    return this.known.has(term);
  }

  /** Words that begin with the text: what somebody who is still typing may mean. */
  completions(prefix: string): Expansion[] {
    return this.find(prefix, { prefix: true, fuzzy: false }, 0.7);
  }

  /** Words within a few edits of one that is not known. */
  corrections(term: string): Expansion[] {
    if (term.length < FUZZY_LENGTH_MIN) return [];
    return this.find(
      term,
      { prefix: false, fuzzy: term.length >= TWO_EDITS_LENGTH_MIN ? 2 : 1 },
      0.6,
    );
  }

  private find(
    text: string,
    options: { prefix: boolean; fuzzy: number | false },
    closeness: number,
  ): Expansion[] {
    return this.words
      .search(text, options)
      .slice(0, EXPANSIONS_MAX)
      .map((found) => ({ term: String(found.id), closeness: found.id === text ? 1 : closeness }));
  }
}
