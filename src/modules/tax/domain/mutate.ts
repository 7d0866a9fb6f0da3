import { dayAfter } from './days.js';
import { type GoldenCase, goldenCasesOf, runGoldenCase } from './golden.js';
import type {
  LiabilityRule,
  Loaded,
  PackBody,
  PackSet,
  PlaceRule,
  RatePeriod,
  RulePart,
  UnionBody,
} from './pack.js';
import { ruleListsOf } from './rule-lists.js';
import { LIABLE_PARTIES } from './vocabulary.js';

export interface MutationReport {
  readonly tried: number;
  /** Changes of a pack that no golden case noticed. */
  readonly survivors: readonly string[];
}

/** A deep copy that may be changed. */
type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;

interface Mutation {
  readonly name: string;
  readonly apply: (body: Mutable<UnionBody | PackBody>) => void;
}

/**
 * Flips every rate, date, liable party and place of the packs, and drops every rule, one at a time;
 * each change must make some case fail, or the pack is tested too little.
 *
 * @param only jurisdictions to look at; all without it
 */
export function checkMutations(
  packs: PackSet,
  cases: readonly GoldenCase[],
  only?: readonly string[],
): MutationReport {
  const survivors: string[] = [];
  let tried = 0;
  const files: Loaded<UnionBody | PackBody>[] = [...packs.unions.values(), ...packs.packs.values()];
  for (const file of files) {
    if (only && !only.includes(file.body.jurisdiction)) continue;
    const ordered = nearestFirst(cases, file.body);
    for (const mutation of mutationsOf(file.body)) {
      tried += 1;
      const mutated = withMutation(packs, file, mutation);
      const isNoticed = ordered.some(
        (golden) => runGoldenCase(golden, mutated).mismatches.length > 0,
      );
      if (!isNoticed) survivors.push(`${file.body.jurisdiction}: ${mutation.name}`);
    }
  }
  return { tried, survivors };
}

/** The file's own cases notice most changes; the others are tried after them. */
function nearestFirst(
  cases: readonly GoldenCase[],
  { kind, golden, jurisdiction }: UnionBody | PackBody,
): GoldenCase[] {
  const own = new Set(goldenCasesOf(golden).map(({ id }) => id));
  // A country's law is asked only where the country is named in the facts.
  const country = jurisdiction.split('-')[0] ?? jurisdiction;
  const names = (one: GoldenCase): boolean => JSON.stringify(one.input).includes(`"${country}`);
  return [
    ...cases.filter(({ id }) => own.has(id)),
    ...cases.filter((one) => !own.has(one.id) && (kind === 'union' || names(one))),
  ];
}

function withMutation(
  packs: PackSet,
  file: Loaded<UnionBody | PackBody>,
  mutation: Mutation,
): PackSet {
  const body = structuredClone(file.body) as Mutable<UnionBody | PackBody>;
  mutation.apply(body);
  const changed = { ...file, body: body as UnionBody | PackBody };
  return changed.body.kind === 'union'
    ? {
        ...packs,
        unions: new Map(packs.unions).set(changed.body.jurisdiction, {
          ...changed,
          body: changed.body,
        }),
      }
    : {
        ...packs,
        packs: new Map(packs.packs).set(changed.body.jurisdiction, {
          ...changed,
          body: changed.body,
        }),
      };
}

function mutationsOf(body: UnionBody | PackBody): Mutation[] {
  return [...ruleMutations(body), ...(body.kind === 'country' ? rateMutations(body) : [])];
}

function ruleMutations(body: UnionBody | PackBody): Mutation[] {
  return ruleListsOf(body).flatMap(({ name, rules }) =>
    rules.flatMap((rule) => [
      drop(rule),
      ...(['from', 'to'] as const)
        .filter((end) => rule[end] !== undefined)
        .map((end) =>
          edit(
            `${rule.id} ${end} a day later`,
            rule,
            (copy) => (copy[end] = dayAfter(rule[end] ?? '')),
          ),
        ),
      ...liableMutations(rule, name),
      ...placeMutations(rule),
    ]),
  );
}

function liableMutations(rule: RulePart & Partial<LiabilityRule>, list: string): Mutation[] {
  if (rule.liable === undefined || isRefused(rule)) return [];
  // The supplier of a fee is the platform, so both words mean the same there.
  const twin = list.startsWith('commission') ? 'expert' : undefined;
  return LIABLE_PARTIES.filter((party) => party !== rule.liable && party !== twin).map((party) =>
    edit(`${rule.id} liable ${party}`, rule, (copy) => Object.assign(copy, { liable: party })),
  );
}

function placeMutations(rule: RulePart & Partial<PlaceRule>): Mutation[] {
  const flipped = {
    seller: 'buyer',
    buyer: 'seller',
    expert: 'platform',
    platform: 'expert',
    underlying: 'platform',
    nowhere: 'seller',
  } as const;
  const { place } = rule;
  if (place === undefined || isRefused(rule)) return [];
  return [
    edit(`${rule.id} place ${flipped[place]}`, rule, (copy) =>
      Object.assign(copy, { place: flipped[place] }),
    ),
  ];
}

/** What an unsure rule says is not looked at before somebody approves it. */
function isRefused({ confidence, approvedBy }: RulePart): boolean {
  return confidence === 'unsure' && approvedBy === undefined;
}

function rateMutations(body: PackBody): Mutation[] {
  const tables = [
    ...Object.entries(body.rates).map(([rate, periods]) => ({
      rate,
      periods,
      at: (copy: Mutable<PackBody>) => copy.rates[rate],
    })),
    ...Object.entries(body.territoryRates ?? {}).flatMap(([code, table]) =>
      Object.entries(table).map(([rate, periods]) => ({
        rate: `${code} ${rate}`,
        periods,
        at: (copy: Mutable<PackBody>) => copy.territoryRates?.[code]?.[rate],
      })),
    ),
  ];
  return tables.flatMap(({ rate, periods, at }) =>
    periods.flatMap((period, index) => [
      onRate(`${rate} ${period.percent} from ${period.from}: a point more`, at, (copies) =>
        raise(copies[index]),
      ),
      ...(period.from > body.coversFrom && period.percent !== periods[index - 1]?.percent
        ? [onRate(`${rate} from ${period.from}: a day later`, at, (copies) => delay(copies, index))]
        : []),
    ]),
  );
}

function onRate(
  name: string,
  at: (copy: Mutable<PackBody>) => Mutable<RatePeriod>[] | undefined,
  change: (periods: Mutable<RatePeriod>[]) => void,
): Mutation {
  return {
    name,
    apply: (body) => {
      if (body.kind === 'country') change(at(body) ?? []);
    },
  };
}

function raise(period: Mutable<RatePeriod> | undefined): void {
  if (!period) return;
  const [whole = '0', fraction] = period.percent.split('.');
  period.percent = `${BigInt(whole) + 1n}${fraction === undefined ? '' : `.${fraction}`}`;
}

function delay(periods: Mutable<RatePeriod>[], index: number): void {
  const period = periods[index];
  const previous = periods[index - 1];
  if (period) period.from = dayAfter(period.from);
  if (previous?.to !== undefined) previous.to = dayAfter(previous.to);
}

function drop(rule: RulePart): Mutation {
  return edit(`${rule.id} dropped`, rule, (copy) => {
    copy.from = '9999-12-31';
  });
}

function edit(name: string, rule: RulePart, change: (copy: Mutable<RulePart>) => void): Mutation {
  return {
    name,
    apply: (body) => {
      const copy = ruleListsOf(body as UnionBody | PackBody)
        .flatMap(({ rules }) => rules)
        .find(({ id }) => id === rule.id);
      if (copy) change(copy as Mutable<RulePart>);
    },
  };
}
