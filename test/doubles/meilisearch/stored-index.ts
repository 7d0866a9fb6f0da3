import { type FoundWord, match, type MatchSettings } from './text-match.js';

type Document = Readonly<Record<string, unknown>>;

export interface SearchBody {
  readonly q?: string;
  /** All must hold; of a list within it, one. */
  readonly filter?: string | readonly (string | readonly string[])[];
  readonly facets?: readonly string[];
  readonly sort?: readonly string[];
  readonly offset?: number;
  readonly limit?: number;
  readonly attributesToRetrieve?: readonly string[];
  readonly showMatchesPosition?: boolean;
  readonly matchingStrategy?: 'last' | 'all' | 'frequency';
}

export class BadRequest extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** One index: its documents, its settings, and searches over them. */
export class StoredIndex {
  readonly createdAt = new Date().toISOString();
  private settings: Readonly<Record<string, unknown>> = {};
  private readonly documents = new Map<string, Document>();

  constructor(readonly primaryKey: string) {}

  configure(settings: Readonly<Record<string, unknown>>): void {
    this.settings = { ...this.settings, ...settings };
  }

  write(documents: readonly Document[], isPartial: boolean): void {
    for (const document of documents) {
      const id = String(document[this.primaryKey]);
      this.documents.set(id, isPartial ? { ...this.documents.get(id), ...document } : document);
    }
  }

  delete(id: string): void {
    this.documents.delete(id);
  }

  fetch(
    filter: string | undefined,
    limit: number,
    ids?: readonly string[],
  ): { results: Document[]; total: number } {
    const results = [...this.documents.values()].filter(
      (document) =>
        this.passes(document, filter) &&
        (ids === undefined || ids.includes(String(document[this.primaryKey]))),
    );
    return { results: results.slice(0, limit), total: results.length };
  }

  search(body: SearchBody): object {
    const { q = '', filter, offset = 0, limit = 20, facets = [] } = body;
    const passing = [...this.documents.values()]
      .filter((document) => this.passes(document, filter))
      .map((document) => ({ document, found: match(document, q, this.matchSettings()) }));
    const hits = this.inOrder(this.withMostWords(passing), body.sort ?? []);
    return {
      hits: hits.slice(offset, offset + limit).map((hit) => shown(hit, body)),
      estimatedTotalHits: hits.length,
      offset,
      limit,
      query: q,
      processingTimeMs: 0,
      facetDistribution: this.distribution(
        hits.map(({ document }) => document),
        facets,
      ),
    };
  }

  /** All words if any document has them all; else the rarest words are the ones that count. */
  private withMostWords(hits: readonly Hit[]): Hit[] {
    const words = hits[0]?.found.length ?? 0;
    for (let wanted = words; wanted > 0; wanted -= 1) {
      const having = hits.filter(
        ({ found }) => found.filter((word) => word.length > 0).length >= wanted,
      );
      if (having.length > 0) return having;
    }
    return words === 0 ? [...hits] : [];
  }

  private inOrder(hits: readonly Hit[], sort: readonly string[]): Hit[] {
    const rules = this.rankingRules();
    return [...hits].sort((a, b) => {
      for (const rule of rules) {
        const difference = this.compare(rule, sort, a, b);
        if (difference !== 0) return difference;
      }
      return 0;
    });
  }

  private compare(rule: string, sort: readonly string[], a: Hit, b: Hit): number {
    if (rule === 'sort') {
      for (const each of sort) {
        const difference = this.byField(each, a, b);
        if (difference !== 0) return difference;
      }
      return 0;
    }
    if (rule.includes(':')) return this.byField(rule, a, b, false);
    const measure = MEASURES[rule];
    return measure ? measure(a, this.searchable()) - measure(b, this.searchable()) : 0;
  }

  private byField(expression: string, a: Hit, b: Hit, isSorted = true): number {
    const [field = '', direction] = expression.split(':');
    if (isSorted && !this.list('sortableAttributes').includes(field))
      throw new BadRequest('invalid_search_sort', `Attribute \`${field}\` is not sortable.`);
    const difference = Number(a.document[field] ?? 0) - Number(b.document[field] ?? 0);
    return direction === 'desc' ? -difference : difference;
  }

  private distribution(
    documents: readonly Document[],
    facets: readonly string[],
  ): Record<string, Record<string, number>> {
    return Object.fromEntries(
      facets.map((facet) => {
        this.assertFilterable(facet, 'invalid_search_facets');
        const counts: Record<string, number> = {};
        for (const document of documents)
          for (const value of [document[facet]].flat())
            counts[String(value)] = (counts[String(value)] ?? 0) + 1;
        return [facet, counts];
      }),
    );
  }

  private passes(document: Document, filter: SearchBody['filter']): boolean {
    const all = typeof filter === 'string' ? [filter] : (filter ?? []);
    return all.every((condition) =>
      [condition].flat().some((expression) => this.fulfils(document, expression)),
    );
  }

  /** What a document does not have fulfils no comparison. */
  private fulfils(document: Document, expression: string): boolean {
    const parsed = /^(\w+) (=|>=|<=) (?:"((?:[^"\\]|\\.)*)"|(\S+))$/.exec(expression);
    if (!parsed) throw new BadRequest('invalid_search_filter', `Cannot read ${expression}`);
    const [, field = '', operator, text, bare] = parsed;
    this.assertFilterable(field, 'invalid_search_filter');
    const wanted = text?.replace(/\\(.)/g, '$1') ?? bare ?? '';
    const values = [document[field] ?? []].flat() as (string | number | boolean)[];
    return values.some((value) => {
      if (operator === '=') return String(value) === wanted;
      return operator === '>=' ? Number(value) >= Number(wanted) : Number(value) <= Number(wanted);
    });
  }

  private assertFilterable(field: string, code: string): void {
    if (!this.list('filterableAttributes').includes(field))
      throw new BadRequest(code, `Attribute \`${field}\` is not filterable.`);
  }

  private matchSettings(): MatchSettings {
    const typos = (this.settings['typoTolerance'] ?? {}) as {
      minWordSizeForTypos?: { oneTypo: number; twoTypos: number };
    };
    return {
      searchableAttributes: this.searchable(),
      stopWords: this.list('stopWords'),
      synonyms: (this.settings['synonyms'] ?? {}) as Record<string, string[]>,
      oneTypoFrom: typos.minWordSizeForTypos?.oneTypo ?? 5,
      twoTyposFrom: typos.minWordSizeForTypos?.twoTypos ?? 9,
    };
  }

  private searchable(): string[] {
    return this.list('searchableAttributes');
  }

  private rankingRules(): string[] {
    return this.list('rankingRules');
  }

  private list(name: string): string[] {
    return (this.settings[name] ?? []) as string[];
  }
}

interface Hit {
  readonly document: Document;
  readonly found: readonly (readonly FoundWord[])[];
}

/** Lower is better. */
const MEASURES: Readonly<Record<string, (hit: Hit, searchable: readonly string[]) => number>> = {
  words: ({ found }) => -found.filter((word) => word.length > 0).length,
  typo: ({ found }) =>
    found.reduce((sum, word) => sum + Math.min(0, ...word.map(({ typos }) => -typos)) * -1, 0),
  attribute: ({ found }, searchable) =>
    found.reduce(
      (sum, word) =>
        sum +
        Math.min(searchable.length, ...word.map(({ attribute }) => searchable.indexOf(attribute))),
      0,
    ),
};

function shown({ document, found }: Hit, body: SearchBody): object {
  const positions: Record<string, { start: number; length: number }[]> = {};
  for (const { attribute, start, length } of found.flat())
    (positions[attribute] ??= []).push({ start, length });
  const fields = body.attributesToRetrieve ?? Object.keys(document);
  return {
    ...Object.fromEntries(fields.map((field) => [field, document[field]])),
    ...(body.showMatchesPosition && { _matchesPosition: positions }),
  };
}
