import { readFileSync, writeFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../../shared/domain-error.js';
import { canonicalJson } from '../../../shared/canonical-json.js';
import { SystemClock } from '../../../platform/clock.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { decideSale } from '../domain/decide.js';
import { explainDecision, type Reader } from '../domain/explain.js';
import { saleFactsOf } from '../domain/facts-json.js';
import { goldenCasesOf, runGoldenCase } from '../domain/golden.js';
import { draftsAsLaw } from '../domain/law.js';
import { lintPacks } from '../domain/lint.js';
import { ownCases } from '../domain/lint-coverage.js';
import { checkMutations } from '../domain/mutate.js';
import { packSetOf, readPackFiles, SHIPPED_PACKS } from '../integrations/pack-files.js';
import { placeNames } from '../application/place-names.js';

const USAGE = `usage: npm run tax -- lint
       npm run tax -- golden [FILE] [--only FR,DE] [--json FILE]
       npm run tax -- mutate
       npm run tax -- explain FACTS.json [--locale en] [--reader learner|expert|ops]`;

/** Each command answers with the process's exit code. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => number | Promise<number>>> = {
  lint,
  golden,
  mutate,
  explain,
};

function lint(): number {
  const today = new SystemClock().now().toString().slice(0, 10);
  const findings = lintPacks(packSetOf(readPackFiles(SHIPPED_PACKS)), today, []);
  for (const { severity, jurisdiction, rule, message } of findings) {
    print(`${severity.padEnd(7)} ${jurisdiction} ${rule}: ${message}`);
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  print(`${errors} errors, ${findings.length - errors} warnings`);
  return errors === 0 ? 0 : 1;
}

/** Runs the cases of a file, or those of the packs themselves, and tells every field that differs. */
function golden(args: readonly string[]): number {
  const packs = shippedPacks();
  const [file] = positional(args);
  const only = option(args, '--only')?.split(',');
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
  const report = option(args, '--json');
  if (report !== undefined) writeFileSync(report, `${JSON.stringify(results, null, 2)}\n`);
  print(`${results.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}

function mutate(): number {
  const packs = shippedPacks();
  const { tried, survivors } = checkMutations(packs, ownCases(packs));
  for (const survivor of survivors) print(`not noticed: ${survivor}`);
  print(`${tried - survivors.length} of ${tried} changes noticed`);
  return survivors.length === 0 ? 0 : 1;
}

/** Decides the sale of a facts file (`date` beside the facts) and says why. */
async function explain(args: readonly string[]): Promise<number> {
  const [file] = positional(args);
  if (file === undefined) return usage();
  const { date, ...facts } = readJson(file) as { date?: string };
  if (date === undefined) return usage();
  const locale = option(args, '--locale') ?? 'en';
  const packs = shippedPacks();
  const verdict = decideSale(saleFactsOf(facts), Temporal.PlainDate.from(date), packs);
  if (!verdict.ok) {
    print(`refused: ${canonicalJson(verdict.refusal)}`);
    return 1;
  }
  const translate = await new Translator().for(locale);
  const reader = (option(args, '--reader') ?? 'ops') as Reader;
  const sentences = explainDecision(
    verdict.value,
    reader,
    locale,
    (key, params) => translate(`tax:${key}`, { ...params }),
    placeNames(packs, locale),
  );
  sentences.forEach(print);
  return 0;
}

function usage(): number {
  print(USAGE);
  return 2;
}

function shippedPacks(): ReturnType<typeof packSetOf> {
  return draftsAsLaw(packSetOf(readPackFiles(SHIPPED_PACKS)));
}

function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at === -1 ? undefined : args[at + 1];
}

/** Arguments that are neither an option nor its value; every option here has one. */
function positional(args: readonly string[]): string[] {
  return args.filter((arg, index) => !arg.startsWith('--') && !args[index - 1]?.startsWith('--'));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const [command = '', ...args] = process.argv.slice(2);
try {
  process.exitCode = await (
    Object.hasOwn(COMMANDS, command) ? (COMMANDS[command] ?? usage) : usage
  )(args);
} catch (error) {
  if (
    !(error instanceof DomainError) &&
    !(error instanceof SyntaxError) &&
    !(error instanceof RangeError)
  )
    throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
