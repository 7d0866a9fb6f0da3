import type { SellerFacts } from './facts.js';
import type { Place } from './locate.js';
import type { PackSet } from './pack.js';

/**
 * Whether a list of registrations covers a place: by its own code, its country, a scheme of that
 * country (`SG-OVR`), or the one-stop shop of its union. `undefined` when only the region would tell.
 */
export function coversPlace(
  registrations: readonly string[],
  place: Place,
  packs: PackSet,
): boolean | undefined {
  const oneStop =
    place.union === undefined ? undefined : packs.unions.get(place.union)?.body.oneStop;
  if (oneStop && registrations.includes(oneStop.platform)) return true;
  return covers(registrations, place, packs);
}

/** Whether a seller can account for the tax of a place: at home, abroad or through a one-stop shop. */
export function sellerCoversPlace(
  seller: SellerFacts,
  home: Place,
  place: Place,
  packs: PackSet,
): boolean | undefined {
  const foreign = seller.foreignRegistrations ?? [];
  if (home.country === place.country && isRegisteredByHome(home, place, packs))
    return seller.taxRegistered;
  const oneStop =
    place.union === undefined ? undefined : packs.unions.get(place.union)?.body.oneStop;
  if (oneStop) {
    const isInside = home.union === place.union;
    if (isInside ? seller.ossUnion === true : seller.ossNonUnion === true) return true;
  }
  return covers(foreign, place, packs);
}

/** A registration at home reaches the whole country, or only the region where regions register apart. */
function isRegisteredByHome(home: Place, place: Place, packs: PackSet): boolean {
  return !registersByRegion(place, packs) || home.region === place.region;
}

function covers(
  registrations: readonly string[],
  place: Place,
  packs: PackSet,
): boolean | undefined {
  const isByRegion = registersByRegion(place, packs);
  if (registrations.includes(place.code)) return true;
  if (registrations.includes(place.country) && !isByRegion) return true;
  const partial = registrations.filter((code) => code.startsWith(`${place.country}-`));
  if (partial.length === 0) return false;
  // Where a country registers once, what follows its code is a region or the name of a scheme.
  if (!isByRegion && packs.packs.has(place.country)) return true;
  if (place.region !== undefined) return partial.includes(`${place.country}-${place.region}`);
  return undefined;
}

function registersByRegion({ country }: Place, packs: PackSet): boolean {
  return packs.packs.get(country)?.body.registersBy === 'region';
}
