import type { RoomStats } from '../core/room-connector';

export type LineQuality = 'good' | 'fair' | 'poor';

/** What the browser counted up to one moment. */
export interface LineCount {
  readonly received: number;
  readonly lost: number;
}

// Speech stays clear to about 3 % lost packets and is hard to follow from 10 %; a pause of more than
// 400 ms makes people talk over each other.
const LOSS_FAIR_PERCENT = 3;
const LOSS_POOR_PERCENT = 10;
const ROUND_TRIP_FAIR_MS = 400;
const ROUND_TRIP_POOR_MS = 800;

export function countOf(stats: RoomStats): LineCount {
  return stats.remote.reduce(
    (sum, { packetsReceived, packetsLost }) => ({
      received: sum.received + packetsReceived,
      lost: sum.lost + Math.max(0, packetsLost),
    }),
    { received: 0, lost: 0 },
  );
}

/** How the line was between two counts. A fresh connection starts counting anew; that is no loss. */
export function qualityBetween(before: LineCount, now: LineCount, stats: RoomStats): LineQuality {
  const lost = Math.max(0, now.lost - before.lost);
  const received = Math.max(0, now.received - before.received);
  const downPercent = lost + received === 0 ? 0 : (lost / (lost + received)) * 100;
  const lossPercent = Math.max(downPercent, stats.uplinkLossPercent ?? 0);
  const roundTripMs = stats.roundTripMs ?? 0;
  if (lossPercent >= LOSS_POOR_PERCENT || roundTripMs >= ROUND_TRIP_POOR_MS) return 'poor';
  if (lossPercent >= LOSS_FAIR_PERCENT || roundTripMs >= ROUND_TRIP_FAIR_MS) return 'fair';
  return 'good';
}
