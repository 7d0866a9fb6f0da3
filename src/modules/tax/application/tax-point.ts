import { Temporal } from 'temporal-polyfill';
import { wallOf } from '../../../shared/time/zone.js';
import type { ZoneTable } from '../../../shared/time/zone-table.js';
import type { Verdict } from '../../../shared/verdict.js';
import type { TaxDecision } from '../domain/decision.js';
import type { PackSet } from '../domain/pack.js';
import type { TaxRefusal } from '../domain/refusal.js';

type Outcome = Verdict<TaxDecision, TaxRefusal>;

/** When a supply counts for tax: a day, or an instant whose day the jurisdiction's zone gives. */
export type TaxPoint = { readonly date: Temporal.PlainDate } | { readonly at: Temporal.Instant };

/**
 * Decides on the day that the tax point has where the supply takes place. Place and day depend on
 * each other, so the day is first read in the supplier's zone and then, where it differs, in the place's.
 */
export function decideAt(
  point: TaxPoint,
  supplierCountry: string | undefined,
  packs: PackSet,
  zones: ZoneTable,
  decide: (day: Temporal.PlainDate) => Outcome,
): Outcome {
  if ('date' in point) return decide(point.date);
  const first = dayIn(supplierCountry, point.at, packs, zones);
  const outcome = decide(first);
  if (!outcome.ok) return outcome;
  const there = dayIn(outcome.value.placeOfSupply, point.at, packs, zones);
  return there.equals(first) ? outcome : decide(there);
}

function dayIn(
  place: string | undefined,
  at: Temporal.Instant,
  packs: PackSet,
  zones: ZoneTable,
): Temporal.PlainDate {
  const pack =
    place === undefined
      ? undefined
      : (packs.packs.get(place) ?? packs.packs.get(place.split('-')[0] ?? ''));
  return wallOf(zones.zone(pack?.body.timezone ?? 'Etc/UTC'), at).toPlainDate();
}
