import { dayAfter, dayBefore } from './days.js';
import { type GoldenCase, type GoldenResult, goldenCasesOf, runGoldenCase } from './golden.js';
import type { LintFinding } from './lint-finding.js';
import type { PackBody, PackSet, PlaceRule, RateTable, RulePart, UnionBody } from './pack.js';
import { allRulesOf } from './rule-lists.js';

/** All golden cases that the files themselves carry. */
export function ownCases(packs: PackSet): GoldenCase[] {
  return [...packs.unions.values(), ...packs.packs.values()].flatMap(({ body }) =>
    goldenCasesOf(body.golden),
  );
}

/** A case and what came of it. */
export interface CaseRun {
  readonly golden: GoldenCase;
  readonly result: GoldenResult;
}

/** Runs the cases of all files and `more` once, for every file's check. */
export function runCases(packs: PackSet, more: readonly GoldenCase[]): CaseRun[] {
  return [...ownCases(packs), ...more].map((golden) => ({
    golden,
    result: runGoldenCase(golden, packs),
  }));
}

/** Every rule is hit by a case, every boundary has a case on both its days, and every case passes. */
export function checkCoverage(body: UnionBody | PackBody, runs: readonly CaseRun[]): LintFinding[] {
  const error = (rule: string, message: string): LintFinding => ({
    severity: 'error',
    jurisdiction: body.jurisdiction,
    rule,
    message,
  });
  const own = new Set(goldenCasesOf(body.golden).map(({ id }) => id));
  const hits = new Set(runs.flatMap(({ result }) => result.ruleIds));
  const days = new Set(runs.map(({ golden }) => golden.input['date']));
  return [
    ...runs
      .filter(({ golden, result }) => own.has(golden.id) && result.mismatches.length > 0)
      .map(({ result }) =>
        error(
          'golden',
          `${result.id}: ${result.mismatches.map((miss) => `${miss.field} expected ${miss.expected}, got ${miss.actual}`).join('; ')}`,
        ),
      ),
    ...allRulesOf(body)
      .filter((rule) => !hits.has(rule.id) && !saysNothing(rule))
      .map(({ id }) => error('golden-coverage', `no golden case reaches ${id}`)),
    ...boundariesOf(body)
      .filter((boundary) => boundary.days.some((day) => !days.has(day)))
      .map((boundary) =>
        error(
          'golden-boundary',
          `${boundary.rule ?? body.jurisdiction} changes between ${boundary.days.join(' and ')}: a golden case is needed on both days`,
        ),
      ),
  ];
}

/** A law that claims nothing leaves no trace in a decision; that its rule is there the mutation check tests. */
function saysNothing(rule: RulePart & Partial<PlaceRule>): boolean {
  return rule.place === 'nowhere';
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
  const tables: RateTable[] =
    body.kind === 'country' ? [body.rates, ...Object.values(body.territoryRates ?? {})] : [];
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
