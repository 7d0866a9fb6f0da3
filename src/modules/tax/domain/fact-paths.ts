import {
  BUYER_STATUSES,
  CATEGORIES,
  EVIDENCE_CODES,
  FORMATS,
  PLATFORM_ROLES,
  SCHEMES,
  SELLER_KINDS,
  TURNOVER_BANDS,
} from './vocabulary.js';

/** Values a fact can take: a closed list, a flag, or open text such as a country code. */
export type FactDomain = readonly string[] | 'flag' | 'open';

/**
 * The closed list of facts that a condition may name, with their values. `seller` and `expert` are the
 * same person: the first in a sale, the second in a commission or a withholding.
 *
 * `hasEvidence` and the registrations are sets: a scalar asks whether the set holds it, a list
 * whether it holds any of them, `{ not }` whether it holds none.
 */
export const FACT_DOMAINS = {
  'seller.country': 'open',
  'seller.region': 'open',
  'seller.inUnion': 'open',
  'seller.kind': SELLER_KINDS,
  'seller.taxRegistered': 'flag',
  'seller.hasId': 'flag',
  'seller.scheme': SCHEMES,
  'seller.ossUnion': 'flag',
  'seller.ossNonUnion': 'flag',
  'seller.registrations': 'open',
  'seller.worldTurnoverBand': TURNOVER_BANDS,
  'seller.hasLicence': 'flag',
  'seller.lut': 'flag',
  'seller.qst': 'flag',
  /** The seller's country is the country of the place of supply. */
  'seller.atPlace': 'flag',
  /** The seller is registered for the tax of the place of supply, by any way. */
  'seller.registeredAtPlace': 'flag',
  /** The cross-border small-business number covers the state of the place. */
  'seller.exCoversPlace': 'flag',
  'seller.registeredAtBuyer': 'flag',
  'buyer.country': 'open',
  'buyer.region': 'open',
  'buyer.county': 'open',
  'buyer.inUnion': 'open',
  'buyer.status': BUYER_STATUSES,
  'buyer.hasTaxId': 'flag',
  'buyer.idValid': 'flag',
  'buyer.atPlace': 'flag',
  /** Seller and buyer are in one country. */
  sameCountry: 'flag',
  sameRegion: 'flag',
  'platform.country': 'open',
  'platform.region': 'open',
  'platform.inUnion': 'open',
  'platform.actsAs': PLATFORM_ROLES,
  'platform.registrations': 'open',
  'platform.designatedIn': 'open',
  'platform.appointedArt22': 'flag',
  'platform.atPlace': 'flag',
  'platform.registeredAtPlace': 'flag',
  'platform.registeredAtBuyer': 'flag',
  'expert.country': 'open',
  'expert.region': 'open',
  'expert.inUnion': 'open',
  'expert.kind': SELLER_KINDS,
  'expert.taxRegistered': 'flag',
  'expert.hasId': 'flag',
  'expert.scheme': SCHEMES,
  'expert.worldTurnoverBand': TURNOVER_BANDS,
  'expert.atPlace': 'flag',
  category: CATEGORIES,
  format: FORMATS,
  live: 'flag',
  human: 'flag',
  recordingSold: 'flag',
  hasEvidence: EVIDENCE_CODES,
  place: 'open',
} as const satisfies Record<string, FactDomain>;

export type FactPath = keyof typeof FACT_DOMAINS;

/** Facts that are sets of words rather than one word. */
export const SET_FACTS: ReadonlySet<FactPath> = new Set<FactPath>([
  'hasEvidence',
  'seller.registrations',
  'platform.registrations',
  'platform.designatedIn',
]);

/** Facts that exist only after the place of supply is known. */
export const PLACE_FACTS: ReadonlySet<FactPath> = new Set<FactPath>([
  'place',
  'seller.atPlace',
  'seller.registeredAtPlace',
  'seller.exCoversPlace',
  'buyer.atPlace',
  'platform.atPlace',
  'platform.registeredAtPlace',
  'expert.atPlace',
]);

export function isFactPath(text: string): text is FactPath {
  return Object.hasOwn(FACT_DOMAINS, text);
}
