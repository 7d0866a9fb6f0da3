import type { MediaKindSent } from '../video-port.js';
import type { Uplink } from './uplink.js';

/** A source that is on in a room, and where its packets come from at present. */
export interface RoomFeed {
  readonly personId: string;
  readonly source: MediaKindSent;
  readonly uplink: Uplink;
}

/** Somebody who wants what a room carries without being in it. */
export interface RoomTap {
  /** Everything that is on from now on; called whenever that changes. */
  follow(feeds: readonly RoomFeed[]): void;
}
