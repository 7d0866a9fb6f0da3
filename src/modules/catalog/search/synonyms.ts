/** Words that people use for the same thing; each row is one meaning. */
export const SYNONYMS: readonly (readonly string[])[] = [
  ['wifi', 'wireless', 'wlan'],
  ['phone', 'smartphone', 'mobile', 'telephone', 'portable', 'handy'],
  ['computer', 'pc', 'laptop', 'ordinateur', 'rechner'],
  ['bike', 'bicycle', 'velo', 'fahrrad'],
  ['tap', 'faucet'],
  ['sink', 'basin'],
  ['cv', 'resume', 'lebenslauf'],
  ['maths', 'math', 'mathematics', 'mathematiques', 'mathematik'],
  ['excel', 'spreadsheet', 'tableur', 'tabellenkalkulation'],
  ['sourdough', 'levain', 'sauerteig'],
  ['guitar', 'guitare', 'gitarre'],
  ['dog', 'chien', 'hund'],
  ['yoga', 'joga'],
];

/** The other words for the same thing. @param term as the analysis gives it */
export function synonymsOf(term: string): readonly string[] {
  return BY_TERM.get(term) ?? [];
}

const BY_TERM: ReadonlyMap<string, readonly string[]> = new Map(
  SYNONYMS.flatMap((row) =>
    row.map((term) => [term, row.filter((other) => other !== term)] as const),
  ),
);
