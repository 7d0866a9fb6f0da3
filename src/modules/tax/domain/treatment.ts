import { percentToRatio, type Ratio, ratio } from '../../../shared/ratio.js';
import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import { type RatedComponent, WHOLE_PRICE } from './arithmetic.js';
import { type Law, noLivePack } from './law.js';
import type {
  ComponentSpec,
  LiabilityRule,
  Loaded,
  PackBody,
  PackSet,
  RatePeriod,
  TreatmentRule,
} from './pack.js';
import type { FactReader } from './predicates.js';
import { rateOn } from './rates.js';
import type { TaxRefusal } from './refusal.js';
import { firstMatch, type Match } from './rule-walk.js';
import type { SupplyRules } from './supply-rules.js';
import type { Treatment } from './vocabulary.js';

/** A rate that was applied, for the trace. */
export interface UsedRate {
  readonly rate: string;
  readonly period: RatePeriod;
}

export interface TreatmentDecision {
  readonly treatment: Treatment;
  /** The rule that chose it: a treatment rule, or the liability rule that settled it already. */
  readonly match: Match<LiabilityRule | TreatmentRule>;
  readonly isSettledByLiability: boolean;
  readonly components: readonly RatedComponent[];
  readonly rates: readonly UsedRate[];
}

/**
 * What rate or exemption applies. A liability rule that names a treatment settles it; otherwise the
 * treatment rules of the place are walked.
 */
export function decideTreatment(
  liability: Match<LiabilityRule>,
  law: Law | undefined,
  rulesOf: (law: Law) => SupplyRules,
  day: string,
  read: FactReader,
  packs: PackSet,
): Verdict<TreatmentDecision, TaxRefusal> {
  if (liability.rule.treatment !== undefined) {
    return apply(liability, liability.rule.treatment, true, law, day, packs);
  }
  if (!law) return refuse({ code: 'no_rule', jurisdiction: liability.rule.id, step: 'treatment' });
  const match = firstMatch(rulesOf(law).treatments, day, read, law.place.code);
  if (!match.ok) return match;
  if (!match.value) {
    return refuse(
      law.pack
        ? { code: 'no_rule', jurisdiction: law.place.code, step: 'treatment' }
        : noLivePack(law.place, packs, day),
    );
  }
  const named =
    match.value.rule.treatment ?? (match.value.rule.rate === 'reduced' ? 'reduced' : 'standard');
  const isTaxed = named === 'standard' || named === 'reduced';
  const treatment = isTaxed ? (liability.rule.taxedAs ?? named) : named;
  return apply(match.value, treatment, false, law, day, packs);
}

function apply(
  match: Match<LiabilityRule | TreatmentRule>,
  treatment: Treatment,
  isSettledByLiability: boolean,
  law: Law | undefined,
  day: string,
  packs: PackSet,
): Verdict<TreatmentDecision, TaxRefusal> {
  const { rate, components } = match.rule;
  if (rate === undefined && components === undefined) {
    return accept({ treatment, match, isSettledByLiability, components: [], rates: [] });
  }
  if (!law?.pack)
    return refuse(law ? noLivePack(law.place, packs, day) : noRateWithoutPlace(match.rule.id));
  const specs = components ?? [{ name: law.pack.body.tax.component, rate: rate ?? '' }];
  const rated = rateComponents(specs, law.pack, law.place.code, day);
  return rated.ok ? accept({ treatment, match, isSettledByLiability, ...rated.value }) : rated;
}

function rateComponents(
  specs: readonly ComponentSpec[],
  pack: Loaded<PackBody>,
  place: string,
  day: string,
): Verdict<Pick<TreatmentDecision, 'components' | 'rates'>, TaxRefusal> {
  const rated: RatedComponent[] = [];
  const rates: UsedRate[] = [];
  const own = pack.body.territoryRates?.[place] ?? {};
  for (const { name, rate, base } of specs) {
    const table = Object.hasOwn(own, rate) ? own : pack.body.rates;
    const period = rateOn(table, rate, day, place);
    if (!period.ok) return period;
    rated.push({
      name,
      ratePercent: period.value.percent,
      base: base === undefined ? WHOLE_PRICE : readBase(base),
    });
    rates.push({ rate, period: period.value });
  }
  return accept({ components: rated, rates });
}

/** Reads "11/12". */
function readBase(base: string): Ratio {
  const [numerator = '', denominator = ''] = base.split('/');
  return ratio(percentToRatio(numerator).numerator, percentToRatio(denominator).numerator);
}

function noRateWithoutPlace(ruleId: string): TaxRefusal {
  return { code: 'no_rule', jurisdiction: ruleId, step: 'rate' };
}
