import type { Law } from './law.js';
import type {
  AbroadRule,
  CommissionRules,
  LiabilityRule,
  NoteText,
  PlaceRule,
  Source,
  TreatmentRule,
} from './pack.js';

/** What one law says of one kind of supply; the union's rules come before the country's. */
export interface SupplyRules {
  readonly place: readonly PlaceRule[];
  readonly liability: readonly LiabilityRule[];
  readonly treatments: readonly TreatmentRule[];
  readonly outside: readonly LiabilityRule[];
  readonly abroad: readonly AbroadRule[];
}

export type RulesOfLaw = (law: Law) => SupplyRules;

/** The rules for a session sold to a learner. */
export function saleRules({ union, pack }: Law): SupplyRules {
  const bodies = [union?.body, pack?.body].filter((body) => body !== undefined);
  const ownPlace = pack?.body.place;
  return {
    place: ownPlace === undefined || ownPlace === 'inherit' ? (union?.body.place ?? []) : ownPlace,
    liability: bodies.flatMap((body) => body.liability),
    treatments: bodies.flatMap((body) => body.treatments),
    outside: bodies.flatMap((body) => body.outside ?? []),
    abroad: bodies.flatMap((body) => body.abroad ?? []),
  };
}

/** The rules for the platform's fee to an expert. */
export function commissionRules({ union, pack }: Law): SupplyRules {
  const rules = ownCommission(pack?.body.commission) ?? union?.body.commission;
  return {
    place: rules?.place ?? [],
    liability: rules?.liability ?? [],
    treatments: rules?.treatments ?? [],
    outside: rules?.outside ?? [],
    abroad: rules?.abroad ?? [],
  };
}

export function noteOf(law: Law, id: string): NoteText | undefined {
  return law.pack?.body.notes[id] ?? law.union?.body.notes[id];
}

export function sourceOf(law: Law, id: string): Source | undefined {
  return law.pack?.body.sources[id] ?? law.union?.body.sources[id];
}

function ownCommission(
  commission: { readonly rule: string } | CommissionRules | undefined,
): CommissionRules | undefined {
  return commission && 'place' in commission ? commission : undefined;
}
