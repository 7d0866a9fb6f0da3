import type { CommissionFacts, PlatformFacts, SaleFacts, SellerFacts } from './facts.js';
import type { FactPath } from './fact-paths.js';
import type { Place } from './locate.js';
import type { PackSet } from './pack.js';
import type { FactReader, KnownFact } from './predicates.js';
import { coversPlace, sellerCoversPlace } from './registrations.js';
import { isWellFormedTaxId } from './tax-id.js';

type Readings = Partial<Record<FactPath, () => KnownFact>>;

/** What `inUnion` reads for a place in no union. */
export const NO_UNION = 'none';

/** Which fact of the question to ask for when a derived one is unknown. */
const ASKS_FOR: Partial<Record<FactPath, string>> = {
  'seller.inUnion': 'seller.country',
  'seller.atPlace': 'seller.country',
  'seller.registeredAtPlace': 'seller.taxRegistered',
  'seller.registeredAtBuyer': 'buyer.region',
  'buyer.inUnion': 'buyer.country',
  'platform.registeredAtBuyer': 'buyer.region',
  'platform.registeredAtPlace': 'buyer.region',
  category: 'service.category',
  format: 'service.format',
  live: 'service.live',
  human: 'service.human',
};

export function askFor(paths: readonly FactPath[]): string[] {
  return [...new Set(paths.map((path) => ASKS_FOR[path] ?? path))];
}

/**
 * Reads the facts of a sale. Absent flags and lists mean "not claimed": no scheme, no licence, no
 * one-stop shop, no evidence, no checked tax id. Everything else that is absent is unknown, and a rule
 * that needs it refuses.
 */
export function readSale(
  facts: SaleFacts,
  seller: Place,
  buyer: Place,
  packs: PackSet,
  place?: Place,
): FactReader {
  return lookUp({
    ...partyReadings('seller', facts.seller, seller, place),
    ...platformReadings(facts.platform, packs, buyer, place),
    'seller.inUnion': () => seller.union ?? NO_UNION,
    'seller.hasId': () => facts.seller.id !== undefined,
    'seller.ossUnion': () => facts.seller.ossUnion ?? false,
    'seller.ossNonUnion': () => facts.seller.ossNonUnion ?? false,
    'seller.registrations': () => facts.seller.foreignRegistrations ?? [],
    'seller.hasLicence': () => facts.seller.licence !== undefined,
    'seller.lut': () => facts.seller.lut ?? false,
    'seller.qst': () => facts.seller.qst,
    'seller.registeredAtBuyer': () => sellerCoversPlace(facts.seller, seller, buyer, packs),
    'seller.registeredAtPlace': () =>
      place && sellerCoversPlace(facts.seller, seller, place, packs),
    'seller.exCoversPlace': () => place && (facts.seller.exStates ?? []).includes(place.country),
    'buyer.country': () => buyer.country,
    'buyer.region': () => facts.buyer.region,
    'buyer.county': () => facts.buyer.county,
    'buyer.inUnion': () => buyer.union ?? NO_UNION,
    'buyer.status': () => facts.buyer.status,
    'buyer.hasTaxId': () => facts.buyer.taxId !== undefined && facts.buyer.taxIdValid !== false,
    'buyer.idValid': () => isValidBuyerId(facts, buyer, packs),
    'buyer.atPlace': () => place && buyer.country === place.country,
    sameCountry: () => seller.country === buyer.country,
    sameRegion: () => sameRegion(facts),
    category: () => facts.service.category,
    format: () => facts.service.format,
    live: () => facts.service.live,
    human: () => facts.service.human,
    recordingSold: () => facts.service.recordingSold ?? false,
    hasEvidence: () => facts.evidence ?? [],
    place: () => place?.code,
  });
}

/** Reads the facts of the platform's fee to an expert. */
export function readCommission(
  facts: CommissionFacts,
  expert: Place,
  packs: PackSet,
  place?: Place,
): FactReader {
  // The two sides of the fee are platform and expert.
  return readExpert(facts.platform, facts.expert, expert, packs, place, facts.platform.region);
}

/** Reads platform and expert alone, as commission and withholding rules see them. */
export function readExpert(
  platform: PlatformFacts,
  expert: SellerFacts,
  home: Place,
  packs: PackSet,
  place?: Place,
  buyerRegion?: string,
): FactReader {
  return lookUp({
    ...partyReadings('expert', expert, home, place),
    ...platformReadings(platform, packs, home, place),
    'expert.inUnion': () => home.union ?? NO_UNION,
    'expert.hasId': () => expert.id !== undefined,
    'buyer.region': () => buyerRegion,
    sameCountry: () => platform.country === home.country,
    sameRegion: () =>
      expert.region === undefined || buyerRegion === undefined
        ? undefined
        : expert.region === buyerRegion,
    place: () => place?.code,
  });
}

function lookUp(readings: Readings): FactReader {
  return (path) => readings[path]?.();
}

function partyReadings(
  role: 'seller' | 'expert',
  party: SellerFacts,
  home: Place,
  place: Place | undefined,
): Readings {
  return {
    [`${role}.country`]: () => home.country,
    [`${role}.region`]: () => party.region,
    [`${role}.kind`]: () => party.kind,
    [`${role}.taxRegistered`]: () => party.taxRegistered,
    [`${role}.scheme`]: () => party.scheme ?? 'none',
    [`${role}.worldTurnoverBand`]: () => party.worldTurnoverBand,
    [`${role}.atPlace`]: () => place && home.country === place.country,
  };
}

function platformReadings(
  platform: PlatformFacts,
  packs: PackSet,
  customer: Place,
  place: Place | undefined,
): Readings {
  const registrations = platform.registrations ?? [];
  return {
    'platform.country': () => platform.country,
    'platform.region': () => platform.region,
    'platform.inUnion': () => platformUnion(platform, packs),
    'platform.actsAs': () => platform.actsAs,
    'platform.registrations': () => registrations,
    'platform.designatedIn': () => platform.designatedIn ?? [],
    'platform.appointedArt22': () => platform.appointedArt22 ?? false,
    'platform.atPlace': () => place && platform.country && platform.country === place.country,
    'platform.registeredAtPlace': () => place && coversPlace(registrations, place, packs),
    'platform.registeredAtBuyer': () => coversPlace(registrations, customer, packs),
  };
}

function platformUnion({ country }: PlatformFacts, packs: PackSet): string | undefined {
  if (country === undefined) return undefined;
  return [...packs.unions].find(([, { body }]) => body.members.includes(country))?.[0] ?? NO_UNION;
}

/** An id counts when the register confirmed it and, where we know its country's rules, its digits agree. */
function isValidBuyerId({ buyer }: SaleFacts, home: Place, packs: PackSet): boolean {
  if (buyer.taxId === undefined || buyer.taxIdValid !== true) return false;
  const rules = packs.packs.get(home.country)?.body.taxId;
  return rules === undefined || isWellFormedTaxId(rules, buyer.taxId);
}

function sameRegion({ seller, buyer }: SaleFacts): boolean | undefined {
  if (seller.region === undefined || buyer.region === undefined) return undefined;
  return seller.region === buyer.region;
}
