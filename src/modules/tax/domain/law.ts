import type { TaxRefusal } from './refusal.js';
import type { Place } from './locate.js';
import type { Loaded, PackBody, PackSet, UnionBody } from './pack.js';

/** The law of a place: the union's file, the country's pack, or both. */
export interface Law {
  readonly place: Place;
  /** Law area within which one place rule speaks for all: a union, else a country. */
  readonly area: string;
  readonly union?: Loaded<UnionBody>;
  readonly pack?: Loaded<PackBody>;
}

/** The law in force at a place on a day, or undefined when neither a union nor a live pack speaks for it. */
export function lawAt(place: Place, packs: PackSet, day: string): Law | undefined {
  const union = place.union === undefined ? undefined : packs.unions.get(place.union);
  const pack = findPack(place, packs);
  const liveUnion = union && union.body.coversFrom <= day ? union : undefined;
  const livePack = pack && isLive(pack, day) ? pack : undefined;
  if (!liveUnion && !livePack) return undefined;
  return {
    place,
    area: areaOf(place, packs),
    ...(liveUnion && { union: liveUnion }),
    ...(livePack && { pack: livePack }),
  };
}

export function areaOf(place: Place, packs: PackSet): string {
  return place.union ?? findPack(place, packs)?.body.partOf ?? placeCodeOrCountry(place, packs);
}

/** Why no pack answers for a place; what a draft lacks is passed on. */
export function noLivePack(place: Place, packs: PackSet, day: string): TaxRefusal {
  const pack = findPack(place, packs);
  const file = pack ?? (place.union === undefined ? undefined : packs.unions.get(place.union));
  const reason =
    pack?.body.status === 'draft'
      ? 'draft'
      : file && file.body.coversFrom > day
        ? 'date_not_covered'
        : 'not_adopted';
  return {
    code: 'no_live_pack',
    jurisdiction: place.code,
    reason,
    open: reason === 'draft' && pack ? pack.body.open : [],
  };
}

/**
 * The same packs with every draft read as law: what the law says does not hang on whether anything is
 * sold by it. For golden cases, lint and the mutation check; never for a sale.
 */
export function draftsAsLaw({ unions, packs }: PackSet): PackSet {
  const read = [...packs].map(([code, pack]): [string, Loaded<PackBody>] => [
    code,
    { ...pack, body: { ...pack.body, status: 'complete' } },
  ]);
  return { unions, packs: new Map(read) };
}

/**
 * Every file that has a say about a place: its own pack, its country's and its union's, live or not. A
 * decision that names them can be made again from them alone.
 */
export function filesBeside(place: Place, packs: PackSet): Loaded<UnionBody | PackBody>[] {
  const union = place.union === undefined ? undefined : packs.unions.get(place.union);
  return [union, packs.packs.get(place.country), packs.packs.get(place.code)].filter(
    (file) => file !== undefined,
  );
}

/** Files whose content a decision rests on. */
export function filesOf(law: Law | undefined): Loaded<UnionBody | PackBody>[] {
  return [law?.union, law?.pack].filter((file) => file !== undefined);
}

function findPack(place: Place, packs: PackSet): Loaded<PackBody> | undefined {
  const own = packs.packs.get(place.code);
  if (own) return own;
  // A territory outside its country's union is foreign to the country's pack too, unless the pack claims it.
  const country = packs.packs.get(place.country);
  const isForeign = country?.body.union !== undefined && place.union === undefined;
  return isForeign ? undefined : country;
}

function placeCodeOrCountry(place: Place, packs: PackSet): string {
  return findPack(place, packs)?.body.jurisdiction ?? place.code;
}

function isLive(pack: Loaded<PackBody>, day: string): boolean {
  return pack.body.status === 'complete' && pack.body.coversFrom <= day;
}
