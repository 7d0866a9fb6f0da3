import { canonicalJson } from '../../../shared/canonical-json.js';
import type { PackBody, RatePeriod, RateTable, RulePart, UnionBody } from './pack.js';
import { allRulesOf } from './rule-lists.js';

type Body = UnionBody | PackBody;

/** What a person would want to be told when a file changes from one to the other, line by line. */
export function differencesOf(before: Body, after: Body): string[] {
  return [
    ...plainDifferences(before, after),
    ...rateDifferences(tablesOf(before), tablesOf(after)),
    ...ruleDifferences(before, after),
    ...memberDifferences('note', before.notes, after.notes),
    ...memberDifferences('source', before.sources, after.sources),
    ...listDifferences('open question', before.open, after.open),
  ];
}

const PLAIN = [
  'jurisdiction',
  'status',
  'union',
  'partOf',
  'coversFrom',
  'timezone',
  'currency',
  'languages',
  'tax',
  'display',
  'taxId',
  'rounding',
  'invoice',
  'byRegion',
  'registersBy',
  'members',
  'territories',
  'thresholds',
  'evidence',
  'reporting',
] as const;

function plainDifferences(before: Body, after: Body): string[] {
  const read = (body: Body, name: string): string =>
    name in body ? canonicalJson(body[name as keyof Body]) : 'nothing';
  return PLAIN.filter((name) => read(before, name) !== read(after, name)).map(
    (name) => `${name}: ${read(before, name)} → ${read(after, name)}`,
  );
}

/** Rate tables by name; those of a territory carry its code. */
function tablesOf(body: Body): RateTable {
  if (body.kind === 'union') return {};
  const ofTerritories = Object.entries(body.territoryRates ?? {}).flatMap(([code, table]) =>
    Object.entries(table).map(([rate, periods]) => [`${code} ${rate}`, periods] as const),
  );
  return { ...body.rates, ...Object.fromEntries(ofTerritories) };
}

function rateDifferences(before: RateTable, after: RateTable): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => {
    const old = new Set((before[name] ?? []).map(periodText));
    const now = new Set((after[name] ?? []).map(periodText));
    return [
      ...[...old].filter((text) => !now.has(text)).map((text) => `rate ${name} no longer: ${text}`),
      ...[...now].filter((text) => !old.has(text)).map((text) => `rate ${name} now: ${text}`),
    ];
  });
}

function periodText({ percent, from, to, expiresOn }: RatePeriod): string {
  const end = to === undefined ? '' : ` to ${to}`;
  return `${percent} % from ${from}${end}${expiresOn === undefined ? '' : `, runs out on ${expiresOn}`}`;
}

function ruleDifferences(before: Body, after: Body): string[] {
  const old = new Map(allRulesOf(before).map((rule) => [rule.id, rule]));
  const now = new Map(allRulesOf(after).map((rule) => [rule.id, rule]));
  return [
    ...[...old.keys()].filter((id) => !now.has(id)).map((id) => `rule ${id} is gone`),
    ...[...now]
      .filter(([id]) => !old.has(id))
      .map(([id, rule]) => `rule ${id} is new: ${ruleText(rule)}`),
    ...[...now].flatMap(([id, rule]) => {
      const was = old.get(id);
      return was && canonicalJson(was) !== canonicalJson(rule) ? changesOfRule(id, was, rule) : [];
    }),
    ...orderDifference([...old.keys()], [...now.keys()]),
  ];
}

function changesOfRule(id: string, was: RulePart, is: RulePart): string[] {
  const [before, after] = [was, is].map((rule) => new Map<string, unknown>(Object.entries(rule)));
  const names = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  const show = (value: unknown): string => (value === undefined ? 'nothing' : canonicalJson(value));
  return [...names]
    .filter((name) => show(before?.get(name)) !== show(after?.get(name)))
    .map((name) => `rule ${id}, ${name}: ${show(before?.get(name))} → ${show(after?.get(name))}`);
}

/** The first rule that holds wins, so another order is another law. */
function orderDifference(before: readonly string[], after: readonly string[]): string[] {
  const common = after.filter((id) => before.includes(id));
  const old = before.filter((id) => after.includes(id));
  return canonicalJson(common) === canonicalJson(old)
    ? []
    : [`order of the rules: ${common.join(', ')}`];
}

function memberDifferences(
  what: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => {
    if (!Object.hasOwn(after, name)) return [`${what} ${name} is gone`];
    if (!Object.hasOwn(before, name)) return [`${what} ${name} is new`];
    return canonicalJson(before[name]) === canonicalJson(after[name])
      ? []
      : [`${what} ${name} reads otherwise`];
  });
}

function listDifferences(
  what: string,
  before: readonly string[],
  after: readonly string[],
): string[] {
  return [
    ...before.filter((text) => !after.includes(text)).map((text) => `${what} settled: ${text}`),
    ...after.filter((text) => !before.includes(text)).map((text) => `${what} new: ${text}`),
  ];
}

function ruleText({ id: _id, when, ...rest }: RulePart): string {
  return `when ${canonicalJson(when)}, ${canonicalJson(rest)}`;
}
