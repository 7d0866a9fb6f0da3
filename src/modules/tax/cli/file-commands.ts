import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { canonicalJson } from '../../../shared/canonical-json.js';
import { SystemClock } from '../../../platform/clock.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { placeNames } from '../application/place-names.js';
import { decideSale } from '../domain/decide.js';
import { explainDecision, type Reader } from '../domain/explain.js';
import { saleFactsOf } from '../domain/facts-json.js';
import { goldenCasesOf, runGoldenCase } from '../domain/golden.js';
import { draftsAsLaw } from '../domain/law.js';
import { lintPacks } from '../domain/lint.js';
import { ownCases } from '../domain/lint-coverage.js';
import { checkMutations } from '../domain/mutate.js';
import type { PackSet } from '../domain/pack.js';
import { packSetOfFiles, readPackFiles, SHIPPED_PACKS } from '../integrations/pack-files.js';
import { print, readArguments, UsageError } from './command-line.js';

const READERS: readonly Reader[] = ['learner', 'expert', 'ops'];

/** Checks every shipped file; errors fail, warnings are told. */
export function lint(args: readonly string[]): number {
  readArguments(args, [], [0, 0]);
  const today = new SystemClock().now().toString().slice(0, 10);
  const findings = lintPacks(packSetOfFiles(readPackFiles(SHIPPED_PACKS)), today, []);
  for (const { severity, jurisdiction, rule, message } of findings) {
    print(`${severity.padEnd(7)} ${jurisdiction} ${rule}: ${message}`);
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  print(`${errors} errors, ${findings.length - errors} warnings`);
  return errors === 0 ? 0 : 1;
}

/** Runs the cases of a file, or those of the packs themselves, and tells every field that differs. */
export function golden(args: readonly string[]): number {
  const { positional, option } = readArguments(args, ['only', 'json'], [0, 1]);
  const packs = lawOfFiles();
  const [file] = positional;
  const only = option('only')?.split(',');
  const cases = file === undefined ? ownCases(packs) : goldenCasesOf(readJson(file));
  const chosen = only
    ? cases.filter(({ focus }) => focus !== undefined && only.includes(focus))
    : cases;
  const results = chosen.map((one) => runGoldenCase(one, packs));
  const failed = results.filter(({ mismatches }) => mismatches.length > 0);
  for (const { id, mismatches } of failed) {
    for (const { field, expected, actual } of mismatches)
      print(`${id} ${field}: expected ${expected}, got ${actual}`);
  }
  const report = option('json');
  if (report !== undefined) writeFileSync(report, `${JSON.stringify(results, null, 2)}\n`);
  print(`${results.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}

/** Flips every rate, date, place and liable party, and drops every rule; prints what no case noticed. */
export function mutate(args: readonly string[]): number {
  const { option } = readArguments(args, ['only'], [0, 0]);
  const packs = lawOfFiles();
  const { tried, survivors } = checkMutations(packs, ownCases(packs), option('only')?.split(','));
  for (const survivor of survivors) print(`not noticed: ${survivor}`);
  const noticed = tried - survivors.length;
  const score = tried === 0 ? '0' : ((noticed * 100) / tried).toFixed(1);
  print(`${noticed} of ${tried} changes noticed, ${score} %`);
  return survivors.length === 0 ? 0 : 1;
}

/** Decides the sale of a facts file (`date` beside the facts) and says why. */
export async function explain(args: readonly string[]): Promise<number> {
  const { positional, option } = readArguments(args, ['locale', 'reader'], [1, 1]);
  const { date, ...facts } = readJson(positional[0] ?? '') as { date?: string };
  if (date === undefined) throw new UsageError('the facts need a `date` beside them, YYYY-MM-DD');
  const locale = option('locale') ?? 'en';
  const reader = READERS.find((one) => one === (option('reader') ?? 'ops'));
  if (!reader) throw new UsageError(`--reader is one of ${READERS.join(', ')}`);
  const packs = lawOfFiles();
  const verdict = decideSale(saleFactsOf(facts), Temporal.PlainDate.from(date), packs);
  if (!verdict.ok) {
    print(`refused: ${canonicalJson(verdict.refusal)}`);
    return 1;
  }
  const translate = await new Translator().for(locale);
  explainDecision(
    verdict.value,
    reader,
    locale,
    (key, params) => translate(`tax:${key}`, { ...params }),
    placeNames(packs, locale),
  ).forEach(print);
  return 0;
}

/** The shipped files with drafts read as law: a status gates sales, not what the law says. */
function lawOfFiles(): PackSet {
  return draftsAsLaw(packSetOfFiles(readPackFiles(SHIPPED_PACKS)));
}

function readJson(file: string): unknown {
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
