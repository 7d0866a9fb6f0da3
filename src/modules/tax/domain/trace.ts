import type { TraceStep, TraceStepName, UsedFact } from './decision.js';
import type { FactPath } from './fact-paths.js';
import type { Law } from './law.js';
import type { LiabilityRule, RulePart, Texts } from './pack.js';
import type { PlaceDecision } from './place.js';
import type { FactReader } from './predicates.js';
import type { Match } from './rule-walk.js';
import type { SupplyQuestion } from './supply-question.js';
import { sourceOf } from './supply-rules.js';
import type { TreatmentDecision } from './treatment.js';

interface Reasoning {
  readonly question: SupplyQuestion;
  readonly placed: PlaceDecision;
  readonly liability: Match<LiabilityRule>;
  readonly treated: TreatmentDecision;
  readonly read: FactReader;
  readonly isContested: boolean;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
}

/** The reasoning as an ordered list; every step that rests on a rule carries its id, facts and source. */
export function traceOf(reasoning: Reasoning): TraceStep[] {
  const { question, placed, liability, treated } = reasoning;
  const spokenBy = placed.law ?? placed.speaker;
  const params = {
    supplier: question.supplier.code,
    customer: question.customer.code,
    place: placed.place.code,
    party: liability.rule.liable === 'expert' ? question.supplierParty : liability.rule.liable,
    treatment: treated.treatment,
  };
  const step = (name: TraceStepName, match: Match<RulePart>, law: Law): TraceStep =>
    ruleStep(name, match, law, reasoning.read, params);
  return [
    ...locationSteps(question, params),
    step('place', placed.match, placed.speaker),
    ...(placed.abroad ? [step('abroad', placed.abroad, placed.speaker)] : []),
    ...(placed.unknownSide && !placed.abroad
      ? [
          plainStep('flag', 'flag.other_side_unknown', {
            ...params,
            jurisdiction: placed.unknownSide.code,
          }),
        ]
      : []),
    ...(reasoning.isContested ? [plainStep('flag', 'flag.also_taxed_elsewhere', params)] : []),
    step('liability', liability, spokenBy),
    ...(treated.isSettledByLiability ? [] : [step('treatment', treated.match, spokenBy)]),
    ...rateSteps(treated, spokenBy, params),
    plainStep(
      'arithmetic',
      treated.components.length > 0
        ? `arithmetic.${question.price.taxBehavior}`
        : 'arithmetic.untaxed',
      {
        ...params,
        currency: question.price.currency,
        net: reasoning.netMinor.toString(),
        tax: reasoning.taxMinor.toString(),
        gross: reasoning.grossMinor.toString(),
      },
    ),
  ];
}

function locationSteps(
  { kind, chosenBy }: SupplyQuestion,
  params: Readonly<Record<string, string>>,
): TraceStep[] {
  if (chosenBy?.kind === 'agreed') {
    return [
      plainStep('location', `${kind}.location_agreed`, { ...params, by: chosenBy.by.join(',') }),
    ];
  }
  const plain = plainStep('location', `${kind}.location`, params);
  return chosenBy?.kind === 'card_decides'
    ? [plain, plainStep('flag', 'flag.location_by_card', params)]
    : [plain];
}

function ruleStep(
  name: TraceStepName,
  { rule, because }: Match<RulePart>,
  law: Law,
  read: FactReader,
  params: Readonly<Record<string, string>>,
): TraceStep {
  return {
    step: name,
    key:
      name === 'place' || name === 'abroad'
        ? name
        : `${name}.${name === 'liability' ? params['party'] : params['treatment']}`,
    params,
    ruleId: rule.id,
    jurisdiction: law.pack?.body.jurisdiction ?? law.union?.body.jurisdiction ?? null,
    because: because.map((fact) => usedFact(fact, read)),
    confidence: rule.confidence,
    say: sayOf(rule),
    source: sourceOf(law, rule.source) ?? null,
  };
}

function rateSteps(
  treated: TreatmentDecision,
  law: Law,
  params: Readonly<Record<string, string>>,
): TraceStep[] {
  return treated.rates.map(({ rate, period }, index) => ({
    ...plainStep('rate', 'rate', {
      ...params,
      name: treated.components[index]?.name ?? rate,
      percent: period.percent,
      from: period.from,
    }),
    ruleId: `${law.place.code}.rate.${rate}`,
    jurisdiction: law.pack?.body.jurisdiction ?? null,
    source: sourceOf(law, period.source) ?? null,
  }));
}

function plainStep(
  step: TraceStepName,
  key: string,
  params: Readonly<Record<string, string>>,
): TraceStep {
  return {
    step,
    key,
    params,
    ruleId: null,
    jurisdiction: null,
    because: [],
    confidence: null,
    say: null,
    source: null,
  };
}

function sayOf(rule: RulePart): Texts | null {
  return rule.say ?? null;
}

function usedFact(fact: FactPath, read: FactReader): UsedFact {
  const value = read(fact);
  return { fact, value: Array.isArray(value) ? value.join(',') : String(value) };
}
