import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import type { LiabilityRule } from './pack.js';
import type { PlaceDecision } from './place.js';
import type { FactReader } from './predicates.js';
import type { TaxRefusal } from './refusal.js';
import type { Match } from './rule-walk.js';
import type { TreatmentDecision } from './treatment.js';

/** What one law makes of a supply that it claims, or of one that nobody claims. */
export interface Candidate {
  readonly placed: PlaceDecision;
  readonly liability: Match<LiabilityRule>;
  readonly treated: TreatmentDecision;
  readonly read: FactReader;
}

export interface Chosen extends Candidate {
  /** Another law taxes the same supply too and had to stand back. */
  readonly isContested: boolean;
}

/** A law that taxes goes before one that relieves an export, and both before one that asks nothing of anybody. */
const WEIGHT = { taxed: 3, export: 2, accounted: 1, nothing: 0 } as const;

/**
 * Chooses among laws that claim the same supply: the one that asks the most. Where two of them tax
 * it, the rule marked primary decides and the decision says so; without one the sale is refused.
 */
export function chooseClaim(candidates: readonly Candidate[]): Verdict<Chosen, TaxRefusal> {
  const most = Math.max(...candidates.map(weightOf));
  const best = candidates.filter((candidate) => weightOf(candidate) === most);
  const isContested = most === WEIGHT.taxed && best.length > 1;
  const primary = best.filter(({ placed }) => placed.match.rule.primary === true);
  const chosen = isContested ? (primary.length === 1 ? primary[0] : undefined) : best.at(-1);
  if (!chosen) {
    return refuse({
      code: 'place_conflict',
      jurisdictions: best.map(({ placed }) => placed.place.code),
    });
  }
  return accept({ ...chosen, isContested });
}

/** Whether any tax above 0 % is charged. */
export function isTaxed({ components }: TreatmentDecision): boolean {
  return components.some(({ ratePercent }) => !/^0(\.0+)?$/.test(ratePercent));
}

function weightOf({ liability, treated }: Candidate): number {
  if (isTaxed(treated)) return WEIGHT.taxed;
  if (treated.treatment === 'zero_rated_export') return WEIGHT.export;
  return liability.rule.liable === 'none' ? WEIGHT.nothing : WEIGHT.accounted;
}
