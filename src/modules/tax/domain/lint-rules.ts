import { FACT_DOMAINS, isFactPath, PLACE_FACTS } from './fact-paths.js';
import type { LintFinding } from './lint-finding.js';
import type { Condition, Matcher, PackBody, RulePart, UnionBody } from './pack.js';
import { factsOf, readMatcher } from './predicates.js';
import { isInForce } from './rates.js';
import { endsInCatchAll, unreachableRules } from './reachability.js';
import { allRulesOf, type RuleList, ruleListsOf } from './rule-lists.js';
import { dayAfter } from './days.js';

/** Order, reach, vocabulary and ids of a file's rules. */
export function checkRules(
  body: UnionBody | PackBody,
  union: UnionBody | undefined,
): LintFinding[] {
  const error = (rule: string, message: string): LintFinding => ({
    severity: 'error',
    jurisdiction: body.jurisdiction,
    rule,
    message,
  });
  const seen = new Set(union ? allRulesOf(union).map(({ id }) => id) : []);
  const twins = allRulesOf(body).filter(({ id }) => seen.has(id) || !seen.add(id));
  return [
    ...twins.map(({ id }) => error('unique-id', `${id} names two rules`)),
    ...ruleListsOf(body).flatMap((list) => checkList(list, body, error)),
    ...allRulesOf(body).flatMap((rule) => checkDates(rule, error)),
  ];
}

type ErrorOf = (rule: string, message: string) => LintFinding;

function checkList(list: RuleList, body: UnionBody | PackBody, error: ErrorOf): LintFinding[] {
  const findings: LintFinding[] = [];
  const alwaysUnreachable = new Map(list.rules.map((rule) => [rule, true]));
  for (const day of segmentsOf(list.rules, body.coversFrom)) {
    const active = list.rules.filter((rule) => isInForce(rule, day));
    if (list.mustEnd && !endsInCatchAll(active)) {
      findings.push(
        error('catch-all', `${list.name} has no rule without conditions at its end on ${day}`),
      );
    }
    const unreachable = new Set(unreachableRules(active));
    for (const rule of active) if (!unreachable.has(rule)) alwaysUnreachable.set(rule, false);
  }
  for (const [rule, isUnreachable] of alwaysUnreachable) {
    if (isUnreachable)
      findings.push(error('unreachable', `${rule.id} in ${list.name} is never reached`));
  }
  return [
    ...findings,
    ...list.rules.flatMap((rule) => checkCondition(rule, rule.when, list, error)),
  ];
}

/** One day of every stretch in which the same rules are in force. */
function segmentsOf(rules: readonly RulePart[], coversFrom: string): string[] {
  const starts = rules.flatMap(({ from, to }) => [
    from,
    to === undefined ? undefined : dayAfter(to),
  ]);
  return [
    ...new Set([coversFrom, ...starts.filter((day) => day !== undefined && day > coversFrom)]),
  ].filter((day) => day !== undefined);
}

function checkCondition(
  rule: RulePart,
  condition: Condition,
  list: RuleList,
  error: ErrorOf,
): LintFinding[] {
  const early = list.knowsPlace ? [] : factsOf(condition).filter((path) => PLACE_FACTS.has(path));
  return [
    ...early.map((path) =>
      error('place-fact', `${rule.id} asks for ${path} before the place is known`),
    ),
    ...wordsOutside(condition).map((word) =>
      error('vocabulary', `${rule.id} names ${word}, which no fact can be`),
    ),
  ];
}

function wordsOutside(condition: Condition): string[] {
  return Object.entries(condition).flatMap(([key, value]) => {
    if (key === 'any') return (value as readonly Condition[]).flatMap(wordsOutside);
    if (key === 'not') return wordsOutside(value as Condition);
    if (!isFactPath(key)) return [key];
    const domain = FACT_DOMAINS[key];
    const { wanted } = readMatcher(value as Matcher);
    const isKnown = (word: string | boolean): boolean =>
      domain === 'flag'
        ? typeof word === 'boolean'
        : typeof word === 'string' &&
          (domain === 'open' || (domain as readonly string[]).includes(word));
    return wanted.filter((word) => !isKnown(word)).map((word) => `${key}: ${String(word)}`);
  });
}

function checkDates({ id, from, to }: RulePart, error: ErrorOf): LintFinding[] {
  return from !== undefined && to !== undefined && to < from
    ? [error('dates', `${id} ends before it begins`)]
    : [];
}
