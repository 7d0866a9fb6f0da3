import type { Obligation, TaxDecision } from './decision.js';
import type { Price } from './facts.js';
import type { Place } from './locate.js';
import type { LocationChoice } from './location-evidence.js';
import type { Supply } from './place.js';
import type { FactReader } from './predicates.js';
import type { RulesOfLaw } from './supply-rules.js';
import type { LiableParty } from './vocabulary.js';

/** One supply to be decided, whoever is on its two sides. */
export interface SupplyQuestion {
  readonly kind: TaxDecision['kind'];
  readonly supplier: Place;
  readonly customer: Place;
  /** How the customer's location was chosen, when there was evidence to choose from. */
  readonly chosenBy?: LocationChoice;
  readonly locations: Supply['locations'];
  readonly price: Price;
  readonly rulesOf: RulesOfLaw;
  readonly readAt: (place?: Place) => FactReader;
  /** What a pack's `expert` stands for: the platform when it sells in its own name. */
  readonly supplierParty: LiableParty;
  readonly obligationsOf: (
    place: Place,
    liable: LiableParty,
    isTaxed: boolean,
  ) => readonly Obligation[];
}
