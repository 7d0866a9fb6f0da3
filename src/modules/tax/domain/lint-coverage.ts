import { dayAfter, dayBefore } from './days.js';
import { type GoldenCase, type GoldenResult, goldenCasesOf, runGoldenCase } from './golden.js';
import type { LintFinding } from './lint-finding.js';
import type { PackBody, PackSet, RateTable, UnionBody } from './pack.js';
import { allRulesOf } from './rule-lists.js';

/** All golden cases that the files themselves carry. */
export function ownCases(packs: PackSet): GoldenCase[] {
  return [...packs.unions.values(), ...packs.packs.values()].flatMap(({ body }) =>
    goldenCasesOf(body.golden),
  );
}

/** Every rule is hit by a case, every boundary has a case on both its days, and every case passes. */
export function checkCoverage(
  body: UnionBody | PackBody,
  packs: PackSet,
  more: readonly GoldenCase[],
): LintFinding[] {
  const error = (rule: string, message: string): LintFinding => ({
    severity: 'error',
    jurisdiction: body.jurisdiction,
    rule,
    message,
  });
  const cases = [...ownCases(packs), ...more];
  const results = cases.map((golden) => ({ golden, result: runGoldenCase(golden, packs) }));
  const own = new Set(goldenCasesOf(body.golden).map(({ id }) => id));
  const hits = hitsOf(results);
  return [
    ...results
      .filter(({ golden, result }) => own.has(golden.id) && result.mismatches.length > 0)
      .map(({ result }) =>
        error(
          'golden',
          `${result.id}: ${result.mismatches.map((miss) => `${miss.field} expected ${miss.expected}, got ${miss.actual}`).join('; ')}`,
        ),
      ),
    ...allRulesOf(body)
      .filter(({ id }) => !hits.has(id))
      .map(({ id }) => error('golden-coverage', `no golden case reaches ${id}`)),
    ...boundariesOf(body)
      .filter(({ days }) => days.some((day) => !isCovered(day, results)))
      .map(({ days, rule }) =>
        error(
          'golden-boundary',
          `${rule ?? body.jurisdiction} changes between ${days.join(' and ')}: a golden case is needed on both days`,
        ),
      ),
  ];
}

type Run = { readonly golden: GoldenCase; readonly result: GoldenResult };

function hitsOf(runs: readonly Run[]): Set<string> {
  return new Set(runs.flatMap(({ result }) => result.ruleIds));
}

interface Boundary {
  readonly days: readonly [string, string];
  readonly rule: string | null;
}

/** Days on which something in the file begins or ends, within the time that the file covers. */
function boundariesOf(body: UnionBody | PackBody): Boundary[] {
  const rules = allRulesOf(body).flatMap(({ id, from, to }) => [
    ...(from === undefined ? [] : [boundaryBefore(from, id)]),
    ...(to === undefined ? [] : [boundaryBefore(dayAfter(to), id)]),
  ]);
  const tables: RateTable[] = body.kind === 'country' ? [body.rates] : [];
  const rates = tables.flatMap((table) =>
    Object.values(table).flatMap((periods) =>
      periods.map(({ from }) => boundaryBefore(from, null)),
    ),
  );
  return [...rules, ...rates].filter(({ days }) => days[0] >= body.coversFrom);
}

function boundaryBefore(day: string, rule: string | null): Boundary {
  return { days: [dayBefore(day), day], rule };
}

/** Whether some case speaks of the day. Whether it tells the sides apart is what the mutation check asks. */
function isCovered(day: string, runs: readonly Run[]): boolean {
  return runs.some(({ golden }) => golden.input['date'] === day);
}
