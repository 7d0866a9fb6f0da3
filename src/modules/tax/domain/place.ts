import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import { type Law, lawAt, noLivePack } from './law.js';
import { type Place, seenFromAbroad } from './locate.js';
import type { AbroadRule, PackSet, PlaceAnswer, PlaceRule } from './pack.js';
import type { FactReader } from './predicates.js';
import type { TaxRefusal } from './refusal.js';
import { firstMatch, type Match } from './rule-walk.js';

/** A supply as the place rules see it: where its two sides are and which rules each law has for it. */
export interface Supply {
  readonly supplier: Place;
  readonly customer: Place;
  /** Where a rule's answer points to. */
  readonly locations: Readonly<Partial<Record<PlaceAnswer, Place>>>;
  readonly read: FactReader;
  readonly placeRulesOf: (law: Law) => readonly PlaceRule[];
  readonly abroadRulesOf: (law: Law) => readonly AbroadRule[];
}

export interface PlaceDecision {
  readonly place: Place;
  /** The law that claims the supply; undefined when no law does. */
  readonly law?: Law;
  /** The law that speaks of the outcome when nobody claims: the supplier's, else the customer's. */
  readonly speaker: Law;
  readonly match: Match<PlaceRule>;
  readonly abroad?: Match<AbroadRule>;
  /** The side whose law could not be asked although the other claims the supply. */
  readonly unknownSide?: Place;
}

interface Answer {
  readonly law: Law;
  readonly place: Place;
  readonly match: Match<PlaceRule>;
  readonly isClaimed: boolean;
}

/**
 * Asks the laws of both sides where a supply takes place. Within one law area one rule speaks for both.
 * Every claim is handed on; none puts the supply outside the scope, which needs both laws to have
 * been looked at.
 */
export function decidePlace(
  supply: Supply,
  day: string,
  packs: PackSet,
): Verdict<readonly PlaceDecision[], TaxRefusal> {
  const supplierLaw = lawAt(supply.supplier, packs, day);
  const customerLaw = lawAt(supply.customer, packs, day);
  if (!supplierLaw && !customerLaw) return refuse(noLivePack(supply.customer, packs, day));
  const isOneArea = supplierLaw && customerLaw && supplierLaw.area === customerLaw.area;
  const asked = isOneArea
    ? [supplierLaw]
    : [supplierLaw, customerLaw].filter((law) => law !== undefined);
  const answers: Answer[] = [];
  for (const law of asked) {
    const answer = placeUnder(law, supply, day, packs);
    if (!answer.ok) return answer;
    answers.push(answer.value);
  }
  const unknownSide = !supplierLaw ? supply.supplier : !customerLaw ? supply.customer : undefined;
  return settle(answers, unknownSide, supply, day, packs);
}

function placeUnder(
  law: Law,
  supply: Supply,
  day: string,
  packs: PackSet,
): Verdict<Answer, TaxRefusal> {
  const match = firstMatch(supply.placeRulesOf(law), day, supply.read, law.place.code);
  if (!match.ok) return match;
  if (!match.value) {
    const hasRules = supply.placeRulesOf(law).length > 0;
    return refuse(
      hasRules
        ? { code: 'no_rule', jurisdiction: law.place.code, step: 'place' }
        : noLivePack(law.place, packs, day),
    );
  }
  const answer = match.value.rule.place;
  if (answer === 'nowhere') {
    return accept({ law, place: law.place, match: match.value, isClaimed: false });
  }
  const place = supply.locations[answer];
  if (!place)
    return refuse({ code: 'fact_missing', facts: [`${answer}Place`], ruleId: match.value.rule.id });
  const placeLaw = lawAt(place, packs, day);
  const isClaimed = placeLaw?.area === law.area || match.value.rule.export === true;
  return accept({ law, place, match: match.value, isClaimed });
}

function settle(
  answers: readonly Answer[],
  unknownSide: Place | undefined,
  supply: Supply,
  day: string,
  packs: PackSet,
): Verdict<readonly PlaceDecision[], TaxRefusal> {
  const claims = answers.filter((answer) => answer.isClaimed);
  if (claims.length > 0) {
    return accept(claims.map((claim) => claimOf(claim, unknownSide, day, packs)));
  }
  // A law that says `nowhere` leaves it to the other one to name the place and to speak of it.
  const spoken = answers.find(({ match }) => match.rule.place !== 'nowhere') ?? answers[0];
  if (!spoken) throw new RangeError('a place needs at least one law to answer');
  const outside: PlaceDecision = {
    place: seenFromAbroad(spoken.place),
    speaker: spoken.law,
    match: spoken.match,
  };
  if (!unknownSide) return accept([outside]);
  const abroad = askAbroad(outside, unknownSide, supply, day, packs);
  return abroad.ok ? accept([abroad.value]) : abroad;
}

function claimOf(
  { law, place, match }: Answer,
  unknownSide: Place | undefined,
  day: string,
  packs: PackSet,
): PlaceDecision {
  const there = lawAt(place, packs, day);
  const isExport = match.rule.export === true && there?.area !== law.area;
  const placeLaw = isExport ? law : there;
  return {
    place: isExport ? seenFromAbroad(place) : place,
    speaker: law,
    match,
    ...(placeLaw && { law: placeLaw }),
    ...(unknownSide && { unknownSide }),
  };
}

/** Nobody we can ask claims the supply; the side without a pack must have been looked at by the side that has one. */
function askAbroad(
  outside: PlaceDecision,
  side: Place,
  supply: Supply,
  day: string,
  packs: PackSet,
): Verdict<PlaceDecision, TaxRefusal> {
  const role = side === supply.supplier ? 'supplier' : 'customer';
  const rules = supply
    .abroadRulesOf(outside.speaker)
    .filter(
      (rule) =>
        rule.role === role &&
        [rule.country].flat().some((code) => code === side.code || code === side.country),
    );
  const match = firstMatch(rules, day, supply.read, outside.speaker.place.code);
  if (!match.ok) return match;
  if (!match.value) return refuse(noLivePack(side, packs, day));
  return accept({ ...outside, abroad: match.value });
}
