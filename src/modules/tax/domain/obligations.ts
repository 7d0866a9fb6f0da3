import type { Obligation } from './decision.js';
import type { SaleFacts } from './facts.js';
import type { Place } from './locate.js';
import type { PackSet } from './pack.js';
import { coversPlace, sellerCoversPlace } from './registrations.js';
import type { LiableParty } from './vocabulary.js';

/**
 * What follows for the parties of a sale. Tax is owed whether or not its debtor is registered; a
 * missing registration is named, so that the offer can be held back until it is there.
 */
export function saleObligations(
  facts: SaleFacts,
  home: Place,
  place: Place,
  liable: LiableParty,
  isTaxed: boolean,
  packs: PackSet,
): Obligation[] {
  if (liable === 'buyer')
    return [{ code: 'reverse_charge_statement', who: 'expert', where: place.code }];
  if (!isTaxed || liable === 'none') return [];
  if (liable === 'platform') {
    const isCovered = coversPlace(facts.platform.registrations ?? [], place, packs) === true;
    return isCovered ? [] : [{ code: 'registration_needed', who: 'platform', where: place.code }];
  }
  if (sellerCoversPlace(facts.seller, home, place, packs) !== true) {
    return [{ code: 'registration_needed', who: 'expert', where: place.code }];
  }
  return home.country === place.country
    ? []
    : [{ code: 'one_stop_return', who: 'expert', where: place.code }];
}
