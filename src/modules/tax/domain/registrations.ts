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
  if (registrations.includes(place.code) || registrations.includes(place.country)) return true;
  const partial = registrations.filter((code) => code.startsWith(`${place.country}-`));
  if (partial.length === 0) return false;
  // Where a country is not taxed by region, what follows its code is the name of a scheme.
  if (packs.packs.get(place.country)?.body.byRegion === false) return true;
  if (place.region !== undefined) return partial.includes(`${place.country}-${place.region}`);
  return undefined;
}

/** Whether a seller can account for the tax of a place: at home, abroad or through a one-stop shop. */
export function sellerCoversPlace(
  seller: SellerFacts,
  home: Place,
  place: Place,
  packs: PackSet,
): boolean | undefined {
  if (home.country === place.country) return seller.taxRegistered;
  const oneStop =
    place.union === undefined ? undefined : packs.unions.get(place.union)?.body.oneStop;
  if (oneStop) {
    const isInside = home.union === place.union;
    if (isInside ? seller.ossUnion === true : seller.ossNonUnion === true) return true;
  }
  const foreign = seller.foreignRegistrations ?? [];
  return foreign.some((code) => code === place.country || code.startsWith(`${place.country}-`));
}
