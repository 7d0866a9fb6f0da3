import { FACT_DOMAINS, type FactPath, SET_FACTS } from './fact-paths.js';
import type { Condition, FactValue, Matcher, RulePart } from './pack.js';
import { evaluate, factsOf, type KnownFact, readMatcher } from './predicates.js';

/** Above this many combinations the walk falls back to comparing rules two by two. */
const COMBINATIONS_MAX = 300_000;

/** A value that stands for every word that no rule of the list names. */
const ANY_OTHER = '∗';

/**
 * The rules of an ordered list that no combination of facts reaches, by trying every combination of
 * the values that the list tells apart.
 */
export function unreachableRules(rules: readonly RulePart[]): RulePart[] {
  const paths = [...new Set(rules.flatMap(({ when }) => factsOf(when)))];
  const choices = paths.map((path) => valuesOf(path, rules));
  const combinations = choices.reduce((product, values) => product * values.length, 1);
  if (combinations > COMBINATIONS_MAX) return shadowedRules(rules);
  const reached = new Set<RulePart>();
  for (const facts of everyCombination(paths, choices)) {
    const first = rules.find(
      ({ when }) => evaluate(when, (path) => facts.get(path)).holds === true,
    );
    if (first) reached.add(first);
    if (reached.size === rules.length) break;
  }
  return rules.filter((rule) => !reached.has(rule));
}

/** Whether the list answers for every combination of facts. */
export function endsInCatchAll(rules: readonly RulePart[]): boolean {
  const last = rules.at(-1);
  return last !== undefined && Object.keys(last.when).length === 0;
}

/** Cheaper and weaker: rules that come after one whose condition is the same or empty. */
function shadowedRules(rules: readonly RulePart[]): RulePart[] {
  return rules.filter((rule, index) =>
    rules
      .slice(0, index)
      .some(
        ({ when }) =>
          Object.keys(when).length === 0 || JSON.stringify(when) === JSON.stringify(rule.when),
      ),
  );
}

function valuesOf(path: FactPath, rules: readonly RulePart[]): KnownFact[] {
  const domain = FACT_DOMAINS[path];
  if (domain === 'flag') return [true, false];
  const named = [...new Set(rules.flatMap(({ when }) => wordsNamed(path, when)))].map(String);
  if (SET_FACTS.has(path)) return subsetsOf(named);
  const others =
    domain === 'open' || domain.some((word) => !named.includes(word)) ? [ANY_OTHER] : [];
  return [...named, ...others];
}

function wordsNamed(path: FactPath, condition: Condition): FactValue[] {
  return Object.entries(condition).flatMap(([key, value]) => {
    if (key === 'any')
      return (value as readonly Condition[]).flatMap((one) => wordsNamed(path, one));
    if (key === 'not') return wordsNamed(path, value as Condition);
    return key === path ? [...readMatcher(value as Matcher).wanted] : [];
  });
}

function subsetsOf(words: readonly string[]): string[][] {
  return words.reduce<string[][]>(
    (subsets, word) => [...subsets, ...subsets.map((subset) => [...subset, word])],
    [[]],
  );
}

function* everyCombination(
  paths: readonly FactPath[],
  choices: readonly KnownFact[][],
): Generator<Map<FactPath, KnownFact>> {
  const [path, ...otherPaths] = paths;
  const [values, ...otherChoices] = choices;
  if (path === undefined || values === undefined) {
    yield new Map();
    return;
  }
  for (const rest of everyCombination(otherPaths, otherChoices)) {
    for (const value of values) yield new Map(rest).set(path, value);
  }
}
