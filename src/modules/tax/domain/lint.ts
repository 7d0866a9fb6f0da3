import type { GoldenCase } from './golden.js';
import { checkCoverage, runCases } from './lint-coverage.js';
import { draftsAsLaw } from './law.js';
import { checkRates } from './lint-rates.js';
import { checkRules } from './lint-rules.js';
import type { LintFinding } from './lint-finding.js';
import { checkTexts } from './lint-texts.js';
import type { Loaded, PackBody, PackSet, UnionBody } from './pack.js';

/**
 * Checks files beyond their schema: dates without gap or overlap, reachable rules ending in a
 * catch-all, a source for everything, notes in the right languages, and a golden case for every rule
 * and both sides of every boundary.
 *
 * @param today ISO day that reviews and expiries are measured from
 * @param cases golden cases beyond those in the files themselves
 */
export function lintPacks(
  packs: PackSet,
  today: string,
  cases: readonly GoldenCase[],
): LintFinding[] {
  const files: Loaded<UnionBody | PackBody>[] = [...packs.unions.values(), ...packs.packs.values()];
  const runs = runCases(draftsAsLaw(packs), cases);
  return files.flatMap(({ body }) => {
    const union =
      body.kind === 'country' && body.union !== undefined
        ? packs.unions.get(body.union)?.body
        : undefined;
    return [
      ...checkRules(body, union),
      ...(body.kind === 'country' ? checkRates(body, today) : []),
      ...checkTexts(body, union, today),
      ...checkCoverage(body, runs),
    ];
  });
}
