import { Temporal } from 'temporal-polyfill';
import { decideCommission } from './commission.js';
import { decideSale } from './decide.js';
import { commissionFactsOf, saleFactsOf, withholdingFactsOf } from './facts-json.js';
import type { PackSet } from './pack.js';
import { TaxFactsInvalidError } from './tax.errors.js';
import { decideWithholding } from './withholding.js';

/** A case of the law: facts of one day and what must come of them. */
export interface GoldenCase {
  readonly id: string;
  readonly focus?: string;
  readonly kind: 'sale' | 'commission' | 'withholding';
  readonly title?: string;
  /** Jurisdictions whose packs the installation of the case does not have. */
  readonly withoutPacks?: readonly string[];
  /** The facts, with `date` beside them. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Members that are null or missing are not compared; `refusal` names the code of an expected refusal. */
  readonly expect: Readonly<Record<string, unknown>>;
}

export interface GoldenMismatch {
  readonly field: string;
  readonly expected: string;
  readonly actual: string;
}

export interface GoldenResult {
  readonly id: string;
  readonly mismatches: readonly GoldenMismatch[];
  /** Rules that the decision went through, for coverage. */
  readonly ruleIds: readonly string[];
}

const COMPARED = [
  'placeOfSupply',
  'liable',
  'treatment',
  'ratePercent',
  'netMinor',
  'taxMinor',
  'grossMinor',
  'noteRequired',
  'totalMinor',
] as const;

/** Reads an array in the golden format. @throws TaxFactsInvalidError naming the entries that cannot be read */
export function goldenCasesOf(json: unknown): GoldenCase[] {
  if (!Array.isArray(json)) throw new TaxFactsInvalidError(['a golden file is a list of cases']);
  return json.map((entry: unknown, index) => {
    if (!isCase(entry))
      throw new TaxFactsInvalidError([`case ${index} needs id, kind, input with date, and expect`]);
    return entry;
  });
}

/** Decides a case and compares the outcome field by field. A case that cannot be read or decided is a mismatch, never skipped. */
export function runGoldenCase(golden: GoldenCase, packs: PackSet): GoldenResult {
  try {
    const { outcome, ruleIds } = decideCase(golden, packsOf(golden, packs));
    const mismatches = [
      ...compare(golden.expect, outcome),
      ...compareRules(golden.expect, ruleIds),
    ];
    return { id: golden.id, mismatches, ruleIds };
  } catch (error) {
    if (!(error instanceof TaxFactsInvalidError) && !(error instanceof RangeError)) throw error;
    return {
      id: golden.id,
      mismatches: [{ field: 'input', expected: 'readable facts', actual: error.message }],
      ruleIds: [],
    };
  }
}

function packsOf({ withoutPacks }: GoldenCase, { unions, packs }: PackSet): PackSet {
  if (withoutPacks === undefined) return { unions, packs };
  const isMissing = (code: string): boolean =>
    withoutPacks.includes(code) || withoutPacks.includes(code.split('-')[0] ?? code);
  return { unions, packs: new Map([...packs].filter(([code]) => !isMissing(code))) };
}

type Outcome = Readonly<Record<string, unknown>>;

function decideCase(
  { kind, input }: GoldenCase,
  packs: PackSet,
): { outcome: Outcome; ruleIds: string[] } {
  const { date, ...facts } = input;
  const day = Temporal.PlainDate.from(String(date));
  if (kind === 'withholding') {
    const verdict = decideWithholding(withholdingFactsOf(facts), day, packs);
    if (!verdict.ok) return refusedOutcome(verdict.refusal);
    return {
      outcome: { ...verdict.value },
      ruleIds: verdict.value.ruleId === null ? [] : [verdict.value.ruleId],
    };
  }
  const verdict =
    kind === 'sale'
      ? decideSale(saleFactsOf(facts), day, packs)
      : decideCommission(commissionFactsOf(facts), day, packs);
  if (!verdict.ok) return refusedOutcome(verdict.refusal);
  const ruleIds = verdict.value.trace
    .map(({ ruleId }) => ruleId)
    .filter((ruleId) => ruleId !== null);
  return { outcome: { ...verdict.value }, ruleIds };
}

function refusedOutcome(refusal: { readonly code: string; readonly ruleId?: string | null }): {
  outcome: Outcome;
  ruleIds: string[];
} {
  return { outcome: { refusal: refusal.code }, ruleIds: refusal.ruleId ? [refusal.ruleId] : [] };
}

function compare(expect: Outcome, outcome: Outcome): GoldenMismatch[] {
  const refusal = compareField(
    'refusal',
    expect['refusal'] ?? 'none',
    outcome['refusal'] ?? 'none',
    !statesOutcome(expect),
  );
  if (refusal.length > 0) return refusal;
  return [
    ...COMPARED.flatMap((field) =>
      compareField(field, expect[field] ?? undefined, outcome[field], isOpen(expect[field])),
    ),
    ...compareList('components', ['ratePercent', 'taxMinor'], expect, outcome),
    ...compareList('items', ['code', 'amountMinor'], expect, outcome),
  ];
}

/** A case whose members are all open leaves it to the law whether there is an outcome at all. */
function statesOutcome(expect: Outcome): boolean {
  return ['refusal', 'components', 'items', 'rules', ...COMPARED].some(
    (field) => !isOpen(expect[field]),
  );
}

function compareField(
  field: string,
  expected: unknown,
  actual: unknown,
  isSkipped = false,
): GoldenMismatch[] {
  if (isSkipped || show(expected) === show(actual)) return [];
  return [{ field, expected: show(expected), actual: show(actual) }];
}

function compareList(
  name: string,
  fields: readonly string[],
  expect: Outcome,
  outcome: Outcome,
): GoldenMismatch[] {
  if (!Array.isArray(expect[name])) return [];
  const expected = expect[name] as readonly Outcome[];
  const actual = (outcome[name] ?? []) as readonly Outcome[];
  if (expected.length !== actual.length) {
    return [
      { field: `${name}.length`, expected: String(expected.length), actual: String(actual.length) },
    ];
  }
  return expected.flatMap((item, index) =>
    fields.flatMap((field) =>
      compareField(
        `${name}[${index}].${field}`,
        item[field],
        actual[index]?.[field],
        isOpen(item[field]),
      ),
    ),
  );
}

function isOpen(expected: unknown): boolean {
  return expected === null || expected === undefined;
}

/** Packs' own cases may name rules that the decision must rest on. */
function compareRules({ rules }: Outcome, ruleIds: readonly string[]): GoldenMismatch[] {
  if (!Array.isArray(rules)) return [];
  return rules
    .map(String)
    .filter((rule) => !ruleIds.includes(rule))
    .map((rule) => ({ field: 'rules', expected: rule, actual: ruleIds.join(',') }));
}

/** Amounts are bigint here and numbers in files; rates are decimal strings, "6.50" being "6.5". */
function show(value: unknown): string {
  const text = String(value);
  return /^\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}

function isCase(entry: unknown): entry is GoldenCase {
  if (typeof entry !== 'object' || entry === null) return false;
  const { id, kind, input, expect } = entry as Record<string, unknown>;
  const hasDate = typeof input === 'object' && input !== null && 'date' in input;
  return (
    typeof id === 'string' &&
    ['sale', 'commission', 'withholding'].includes(String(kind)) &&
    hasDate &&
    typeof expect === 'object' &&
    expect !== null
  );
}
