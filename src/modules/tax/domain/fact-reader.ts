import type { CommissionFacts, PlatformFacts, SaleFacts, SellerFacts } from './facts.js';
import type { FactPath } from './fact-paths.js';
import type { Place } from './locate.js';
import type { PackSet } from './pack.js';
import type { FactReader, KnownFact } from './predicates.js';
import { coversPlace, sellerCoversPlace } from './registrations.js';
import { isWellFormedTaxId } from './tax-id.js';

/** How each fact is read from what a question holds; made once, so that a decision allocates nothing. */
type Readings<View> = Partial<Record<FactPath, (view: View) => KnownFact>>;

interface SaleView {
  readonly facts: SaleFacts;
  readonly seller: Place;
  readonly buyer: Place;
  readonly packs: PackSet;
  /** Known once the place of supply is decided. */
  readonly place: Place | undefined;
}

interface ExpertView {
  readonly platform: PlatformFacts;
  readonly expert: SellerFacts;
  readonly home: Place;
  readonly packs: PackSet;
  readonly place: Place | undefined;
  readonly buyerRegion: string | undefined;
}

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
  const view: SaleView = { facts, seller, buyer, packs, place };
  return (path) => SALE_READINGS[path]?.(view);
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
  const view: ExpertView = { platform, expert, home, packs, place, buyerRegion };
  return (path) => EXPERT_READINGS[path]?.(view);
}

const SALE_READINGS: Readings<SaleView> = {
  ...partyReadings<SaleView>(
    'seller',
    ({ facts }) => facts.seller,
    ({ seller }) => seller,
  ),
  ...platformReadings<SaleView>(
    ({ facts }) => facts.platform,
    ({ buyer }) => buyer,
  ),
  'seller.inUnion': ({ seller }) => seller.union ?? NO_UNION,
  'seller.hasId': ({ facts }) => facts.seller.id !== undefined,
  'seller.ossUnion': ({ facts }) => facts.seller.ossUnion ?? false,
  'seller.ossNonUnion': ({ facts }) => facts.seller.ossNonUnion ?? false,
  'seller.registrations': ({ facts }) => facts.seller.foreignRegistrations ?? [],
  'seller.hasLicence': ({ facts }) => facts.seller.licence !== undefined,
  'seller.lut': ({ facts }) => facts.seller.lut ?? false,
  'seller.qst': ({ facts }) => facts.seller.qst,
  'seller.registeredAtBuyer': ({ facts, seller, buyer, packs }) =>
    sellerCoversPlace(facts.seller, seller, buyer, packs),
  'seller.registeredAtPlace': ({ facts, seller, place, packs }) =>
    place && sellerCoversPlace(facts.seller, seller, place, packs),
  'seller.exCoversPlace': ({ facts, place }) =>
    place && (facts.seller.exStates ?? []).includes(place.country),
  'buyer.country': ({ buyer }) => buyer.country,
  'buyer.region': ({ facts }) => facts.buyer.region,
  'buyer.county': ({ facts }) => facts.buyer.county,
  'buyer.inUnion': ({ buyer }) => buyer.union ?? NO_UNION,
  'buyer.status': ({ facts }) => facts.buyer.status,
  'buyer.hasTaxId': ({ facts }) =>
    facts.buyer.taxId !== undefined && facts.buyer.taxIdValid !== false,
  'buyer.idValid': ({ facts, buyer, packs }) => isValidBuyerId(facts, buyer, packs),
  'buyer.atPlace': ({ buyer, place }) => place && buyer.country === place.country,
  sameCountry: ({ seller, buyer }) => seller.country === buyer.country,
  sameRegion: ({ facts }) => sameRegion(facts),
  category: ({ facts }) => facts.service.category,
  format: ({ facts }) => facts.service.format,
  live: ({ facts }) => facts.service.live,
  human: ({ facts }) => facts.service.human,
  recordingSold: ({ facts }) => facts.service.recordingSold ?? false,
  hasEvidence: ({ facts }) => facts.evidence ?? [],
  place: ({ place }) => place?.code,
};

const EXPERT_READINGS: Readings<ExpertView> = {
  ...partyReadings<ExpertView>(
    'expert',
    ({ expert }) => expert,
    ({ home }) => home,
  ),
  ...platformReadings<ExpertView>(
    ({ platform }) => platform,
    ({ home }) => home,
  ),
  'expert.inUnion': ({ home }) => home.union ?? NO_UNION,
  'expert.hasId': ({ expert }) => expert.id !== undefined,
  'buyer.region': ({ buyerRegion }) => buyerRegion,
  sameCountry: ({ platform, home }) => platform.country === home.country,
  sameRegion: ({ expert, buyerRegion }) =>
    expert.region === undefined || buyerRegion === undefined
      ? undefined
      : expert.region === buyerRegion,
  place: ({ place }) => place?.code,
};

type Placed = Pick<SaleView, 'packs' | 'place'>;

function partyReadings<View extends Placed>(
  role: 'seller' | 'expert',
  party: (view: View) => SellerFacts,
  home: (view: View) => Place,
): Readings<View> {
  return {
    [`${role}.country`]: (view: View) => home(view).country,
    [`${role}.region`]: (view: View) => party(view).region,
    [`${role}.kind`]: (view: View) => party(view).kind,
    [`${role}.taxRegistered`]: (view: View) => party(view).taxRegistered,
    [`${role}.scheme`]: (view: View) => party(view).scheme ?? 'none',
    [`${role}.worldTurnoverBand`]: (view: View) => party(view).worldTurnoverBand,
    [`${role}.atPlace`]: (view: View) => view.place && home(view).country === view.place.country,
  };
}

function platformReadings<View extends Placed>(
  platform: (view: View) => PlatformFacts,
  customer: (view: View) => Place,
): Readings<View> {
  const registrations = (view: View): readonly string[] => platform(view).registrations ?? [];
  return {
    'platform.country': (view) => platform(view).country,
    'platform.region': (view) => platform(view).region,
    'platform.inUnion': (view) => platformUnion(platform(view), view.packs),
    'platform.actsAs': (view) => platform(view).actsAs,
    'platform.registrations': registrations,
    'platform.designatedIn': (view) => platform(view).designatedIn ?? [],
    'platform.appointedArt22': (view) => platform(view).appointedArt22 ?? false,
    'platform.atPlace': (view) => {
      const { country } = platform(view);
      return view.place && country && country === view.place.country;
    },
    'platform.registeredAtPlace': (view) =>
      view.place && coversPlace(registrations(view), view.place, view.packs),
    'platform.registeredAtBuyer': (view) =>
      coversPlace(registrations(view), customer(view), view.packs),
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
