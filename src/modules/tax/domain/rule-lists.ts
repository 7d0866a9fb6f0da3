import type {
  AbroadRule,
  LiabilityRule,
  PackBody,
  PlaceRule,
  RulePart,
  TreatmentRule,
  UnionBody,
  WithholdingRule,
} from './pack.js';

export type AnyRule = PlaceRule | LiabilityRule | TreatmentRule | AbroadRule | WithholdingRule;

/** One ordered list of rules in a file; `mustEnd` lists need a rule that always holds. */
export interface RuleList {
  readonly name: string;
  readonly rules: readonly RulePart[];
  readonly mustEnd: boolean;
  /** Whether the place of supply is known when the list is walked. */
  readonly knowsPlace: boolean;
}

/** Every list of a file. A union's lists go on in the country's file, so they need not end by themselves. */
export function ruleListsOf(body: UnionBody | PackBody): RuleList[] {
  const isCountry = body.kind === 'country';
  const place = body.place === 'inherit' ? [] : body.place;
  const commission = 'place' in body.commission ? body.commission : undefined;
  return [
    list('place', place, body.place !== 'inherit', false),
    list('liability', body.liability, isCountry, true),
    list('treatments', body.treatments, isCountry && leavesTreatmentOpen(body), true),
    list('outside', body.outside ?? [], body.outside !== undefined, true),
    // Abroad rules are alternatives by country; each country is asked by itself.
    ...byCountry('abroad', body.abroad ?? []),
    list('commission.place', commission?.place ?? [], commission !== undefined, false),
    list('commission.liability', commission?.liability ?? [], commission !== undefined, true),
    list(
      'commission.treatments',
      commission?.treatments ?? [],
      commission !== undefined && leavesTreatmentOpen(commission),
      true,
    ),
    list('commission.outside', commission?.outside ?? [], commission?.outside !== undefined, true),
    ...byCountry('commission.abroad', commission?.abroad ?? []),
    list('withholding', isCountry ? body.withholding : [], false, true),
  ];
}

export function allRulesOf(body: UnionBody | PackBody): RulePart[] {
  return ruleListsOf(body).flatMap(({ rules }) => rules);
}

/** Whether some liability rule hands on to the treatment rules, which must then answer for every case. */
function leavesTreatmentOpen({ liability }: Pick<PackBody, 'liability'>): boolean {
  return liability.some(
    ({ treatment, confidence, approvedBy }) =>
      treatment === undefined && (confidence !== 'unsure' || approvedBy !== undefined),
  );
}

function list(
  name: string,
  rules: readonly RulePart[],
  mustEnd: boolean,
  knowsPlace: boolean,
): RuleList {
  return { name, rules, mustEnd, knowsPlace };
}

function byCountry(name: string, rules: readonly AbroadRule[]): RuleList[] {
  const keys = [
    ...new Set(rules.map(({ country, role }) => `${[country].flat().join('+')}/${role}`)),
  ];
  return keys.map((key) => ({
    ...list(`${name} ${key}`, [], false, false),
    rules: rules.filter(({ country, role }) => `${[country].flat().join('+')}/${role}` === key),
  }));
}
