import type { MediaSource, RemoteTrackStats, RoomStats } from '../core/room-connector';

type Owner = { readonly participantId: string; readonly source: MediaSource } | null;

/** One report of a browser, or several put together. */
export interface StatsReport {
  forEach(each: (entry: Record<string, unknown>) => void): void;
}

const EMPTY: RoomStats = {
  roundTripMs: null,
  uplinkLossPercent: null,
  availableBps: null,
  bytesSent: 0,
  remote: [],
};

/** Picks from a browser's report what a room shows and measures. */
export function readStats(
  report: StatsReport | undefined,
  ownerOfTrack: (trackId: string) => Owner,
): RoomStats {
  if (report === undefined) return EMPTY;
  const entries: Record<string, unknown>[] = [];
  report.forEach((entry) => entries.push(entry));
  const ofType = (type: string) => entries.filter((entry) => entry['type'] === type);

  const path = ofType('candidate-pair').find((pair) => pair['nominated'] === true);
  const roundTripS = path?.['currentRoundTripTime'];
  const availableBps = path?.['availableOutgoingBitrate'];
  const losses = ofType('remote-inbound-rtp')
    .map((entry) => entry['fractionLost'])
    .filter((loss) => typeof loss === 'number');
  return {
    roundTripMs: typeof roundTripS === 'number' ? roundTripS * 1000 : null,
    uplinkLossPercent: losses.length === 0 ? null : 100 * Math.max(...losses),
    availableBps: typeof availableBps === 'number' ? availableBps : null,
    bytesSent: ofType('outbound-rtp').reduce((sum, entry) => sum + count(entry['bytesSent']), 0),
    remote: ofType('inbound-rtp').flatMap((entry) => remoteStats(entry, ownerOfTrack)),
  };
}

function remoteStats(
  entry: Record<string, unknown>,
  ownerOfTrack: (trackId: string) => Owner,
): RemoteTrackStats[] {
  const owner = ownerOfTrack(String(entry['trackIdentifier']));
  if (owner === null) return [];
  return [
    {
      ...owner,
      packetsReceived: count(entry['packetsReceived']),
      packetsLost: count(entry['packetsLost']),
      bytesReceived: count(entry['bytesReceived']),
      framesDecoded: count(entry['framesDecoded']),
      frameWidth: count(entry['frameWidth']),
      frameHeight: count(entry['frameHeight']),
      audioEnergy: count(entry['totalAudioEnergy']),
    },
  ];
}

function count(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
