import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import { noLivePack, type Law } from './law.js';
import type { LiabilityRule, PackSet } from './pack.js';
import type { PlaceDecision } from './place.js';
import type { FactReader } from './predicates.js';
import type { TaxRefusal } from './refusal.js';
import { firstMatch, type Match } from './rule-walk.js';
import type { SupplyRules } from './supply-rules.js';

/**
 * Who must account for the tax. Where a law claims the supply its liability rules decide; where none
 * does, the speaker's `outside` rules name what to call it.
 */
export function decideLiability(
  decided: PlaceDecision,
  rulesOf: (law: Law) => SupplyRules,
  day: string,
  read: FactReader,
  packs: PackSet,
): Verdict<Match<LiabilityRule>, TaxRefusal> {
  const { law, speaker, place } = decided;
  const rules = law ? rulesOf(law).liability : rulesOf(speaker).outside;
  const match = firstMatch(rules, day, read, place.code);
  if (!match.ok) return match;
  if (match.value) return accept(match.value);
  // A union's rules may end without an answer; the country's own rules would have had one.
  return refuse(
    law && !law.pack
      ? noLivePack(place, packs, day)
      : { code: 'no_rule', jurisdiction: place.code, step: law ? 'liability' : 'outside' },
  );
}
