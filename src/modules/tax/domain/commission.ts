import type { Temporal } from 'temporal-polyfill';
import { refuse, type Verdict } from '../../../shared/verdict.js';
import type { Obligation, TaxDecision } from './decision.js';
import { readCommission } from './fact-reader.js';
import type { CommissionFacts } from './facts.js';
import { locate, type Place } from './locate.js';
import type { PackSet } from './pack.js';
import type { TaxRefusal } from './refusal.js';
import { coversPlace } from './registrations.js';
import { decideSupply } from './supply-decision.js';
import { commissionRules } from './supply-rules.js';
import type { LiableParty } from './vocabulary.js';

/**
 * Decides the tax on the platform's own fee to an expert. The platform supplies, the expert buys:
 * `buyer` as the liable party is the expert.
 *
 * @throws RangeError when the fee is negative
 */
export function decideCommission(
  facts: CommissionFacts,
  date: Temporal.PlainDate,
  packs: PackSet,
): Verdict<TaxDecision, TaxRefusal> {
  if (facts.fee.amountMinor < 0n) throw new RangeError('a fee is zero or more');
  const { country: from, region } = facts.platform;
  const { country: to } = facts.expert;
  if (from === undefined || to === undefined) {
    const missing = [
      ...(from === undefined ? ['platform.country'] : []),
      ...(to === undefined ? ['expert.country'] : []),
    ];
    return refuse({ code: 'fact_missing', facts: missing, ruleId: null });
  }
  const platform = locate({ country: from, region }, packs);
  const expert = locate(
    { country: to, region: facts.expert.region, postcode: facts.expert.postcode },
    packs,
  );
  const underlying =
    facts.underlyingPlace === undefined ? undefined : placeOfCode(facts.underlyingPlace, packs);
  return decideSupply(
    {
      kind: 'commission',
      supplier: platform,
      customer: expert,
      locations: { platform, expert, ...(underlying && { underlying }) },
      price: facts.fee,
      rulesOf: commissionRules,
      readAt: (place?: Place) => readCommission(facts, expert, packs, place),
      supplierParty: 'platform',
      obligationsOf: (place, liable, isTaxed) =>
        feeObligations(facts, place, liable, isTaxed, packs),
    },
    date.toString(),
    packs,
  );
}

function feeObligations(
  { platform }: CommissionFacts,
  place: Place,
  liable: LiableParty,
  isTaxed: boolean,
  packs: PackSet,
): Obligation[] {
  if (liable === 'buyer')
    return [{ code: 'reverse_charge_statement', who: 'platform', where: place.code }];
  const isCovered = coversPlace(platform.registrations ?? [], place, packs) === true;
  return isTaxed && !isCovered
    ? [{ code: 'registration_needed', who: 'platform', where: place.code }]
    : [];
}

/** `FR` or `US-WA`, as a decision names its place. */
function placeOfCode(code: string, packs: PackSet): Place {
  const [country = code, region] = code.split('-');
  return locate({ country, region }, packs);
}
