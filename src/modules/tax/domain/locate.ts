import type { PackSet, Territory } from './pack.js';

/** A location as the tax law sees it. */
export interface Place {
  /** `CC`, `CC-REGION`, or the code of a territory with rules of its own. */
  readonly code: string;
  readonly country: string;
  readonly region?: string;
  /** The union in whose tax territory the place lies. */
  readonly union?: string;
  /** The code names a region only because its country's law is asked by region. */
  readonly isRegion?: boolean;
}

export interface Address {
  readonly country: string;
  readonly region?: string | undefined;
  readonly postcode?: string | undefined;
}

/**
 * Finds country, territory and union of an address. An address whose territory cannot be told, for
 * lack of a postcode, counts as the mainland.
 */
export function locate(address: Address, packs: PackSet): Place {
  const territory = findTerritory(address, packs);
  const country = territory?.country ?? address.country;
  const union = territory?.outsideUnion === true ? undefined : unionOf(country, packs);
  const isByRegion =
    packs.packs.get(country)?.body.byRegion === true && address.region !== undefined;
  return {
    code: territory?.code ?? (isByRegion ? `${country}-${address.region}` : country),
    country,
    ...(address.region !== undefined && { region: address.region }),
    ...(union !== undefined && { union }),
    ...(isByRegion && !territory && { isRegion: true }),
  };
}

/** The place as a law of another country names it, which does not know the regions abroad. */
export function seenFromAbroad(place: Place): Place {
  return place.isRegion === true ? { ...place, code: place.country } : place;
}

function unionOf(country: string, packs: PackSet): string | undefined {
  for (const [code, { body }] of packs.unions) if (body.members.includes(country)) return code;
  return undefined;
}

function findTerritory(address: Address, packs: PackSet): Territory | undefined {
  return territoriesOf(packs).find(
    (territory) =>
      territory.alias === address.country ||
      (territory.country === address.country && isInside(territory, address)),
  );
}

const territories = new WeakMap<PackSet, readonly Territory[]>();

/** Collected once per pack set, which never changes: every decision looks here twice. */
function territoriesOf(packs: PackSet): readonly Territory[] {
  const known = territories.get(packs);
  if (known) return known;
  const collected = [...packs.unions.values(), ...packs.packs.values()].flatMap(
    ({ body }) => body.territories ?? [],
  );
  territories.set(packs, collected);
  return collected;
}

function isInside(territory: Territory, { region, postcode }: Address): boolean {
  const digits = postcode?.replace(/\s/g, '').toUpperCase();
  return (
    (region !== undefined && territory.regions?.includes(region) === true) ||
    (digits !== undefined &&
      territory.postcodes?.some((start) => digits.startsWith(start)) === true)
  );
}
