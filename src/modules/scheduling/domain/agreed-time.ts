import { Temporal } from 'temporal-polyfill';
import {
  possibleEpochsMs,
  epochMsOfWall,
  wallMsOf,
  wallOf,
  type Zone,
} from '../../../shared/time/zone.js';

/**
 * When the agreed wall time comes by a newer zone table. Of a time that comes twice the one nearest to
 * what was meant before is taken; one that is skipped is carried on behind the gap.
 *
 * @param local `YYYY-MM-DDTHH:MM` on the zone's clock
 * @param before the instant it was by the older table
 */
export function instantAgreed(
  zone: Zone,
  local: string,
  before: Temporal.Instant,
): Temporal.Instant {
  const wallMs = wallMsOf(Temporal.PlainDateTime.from(local));
  const possible = possibleEpochsMs(zone, wallMs);
  const away = (epochMs: number): number => Math.abs(epochMs - before.epochMilliseconds);
  const [nearest] = [...possible].sort((a, b) => away(a) - away(b));
  return Temporal.Instant.fromEpochMilliseconds(nearest ?? epochMsOfWall(zone, wallMs, 'later'));
}

/** What a booking remembers of the time both agreed to. */
export function agreedAt(
  zone: Zone,
  startsAt: Temporal.Instant,
  zones: string,
): { readonly timeZone: string; readonly local: string; readonly zones: string } {
  const local = wallOf(zone, startsAt).toString({ smallestUnit: 'minute' });
  return { timeZone: zone.name, local, zones };
}
