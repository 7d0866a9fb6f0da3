import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import type { FactPath } from './fact-paths.js';
import { askFor } from './fact-reader.js';
import type { RulePart } from './pack.js';
import { evaluate, type FactReader } from './predicates.js';
import { isInForce } from './rates.js';
import type { TaxRefusal } from './refusal.js';

export interface Match<R extends RulePart> {
  readonly rule: R;
  readonly because: readonly FactPath[];
}

/**
 * The first rule in force whose condition holds. A rule that rests on an unknown fact stops the walk,
 * because a later rule might be the wrong one; an `unsure` rule needs its approver.
 */
export function firstMatch<R extends RulePart>(
  rules: readonly R[],
  day: string,
  read: FactReader,
  jurisdiction: string,
): Verdict<Match<R> | undefined, TaxRefusal> {
  for (const rule of rules) {
    if (!isInForce(rule, day)) continue;
    const truth = evaluate(rule.when, read);
    if (truth.holds === false) continue;
    if (truth.holds === 'unknown') {
      return refuse({ code: 'fact_missing', facts: askFor(truth.missing), ruleId: rule.id });
    }
    if (rule.confidence === 'unsure' && rule.approvedBy === undefined) {
      return refuse({ code: 'unsure_rule', jurisdiction, ruleId: rule.id });
    }
    return accept({ rule, because: truth.because });
  }
  return accept(undefined);
}
