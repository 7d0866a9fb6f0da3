import type { MediaKindSent } from '../video-port.js';
import type { SourceStates } from '../embedded-signal.js';
import type { Downlink } from './downlink.js';
import type { ListenerLine } from './send-budget.js';
import type { Uplink } from './uplink.js';

/** One connection of one participant: a browser's, or one that the server makes itself. */
export interface Seat {
  readonly seatId: string;
  readonly uplinks: Readonly<Record<MediaKindSent, Uplink>>;
  /** By slot; empty when nobody watches from this seat. */
  readonly downlinks: readonly Downlink[];
  sources: SourceStates;
  /** Monotonic milliseconds of the last authenticated packet. */
  readonly lastPacketMs: number;
  /** Loss on the way to this seat as reported by it, 0 to 100. */
  downLossPercent(): number | null;
  /** Called about once a second. */
  limitSending(bps: number): void;
  /** What this seat's line carries at present, for those who send to it; null when it says nothing. */
  line(): Omit<ListenerLine, 'pictures'> | null;
  close(): Promise<void>;
}

export interface SeatEvents {
  onConnected(): void;
  onClosed(): void;
  onSourceLive(source: MediaKindSent): void;
}
