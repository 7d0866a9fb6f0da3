import type { Rung } from './picture-ladder';
import type { LeaveReason, RoomState } from './room-state';

export type MediaSource = 'microphone' | 'camera' | 'screen';

export const MEDIA_SOURCES = [
  'microphone',
  'camera',
  'screen',
] as const satisfies readonly MediaSource[];

/** What this person brings; null for a device that is missing, refused or not wanted. */
export type LocalMedia = Readonly<Record<MediaSource, MediaStreamTrack | null>>;

export interface RemoteTrack {
  readonly participantId: string;
  readonly source: MediaSource;
  /** Null once the source is off. A reconnection brings a new track for the same source. */
  readonly track: MediaStreamTrack | null;
  readonly muted: boolean;
}

export interface RemotePerson {
  readonly participantId: string;
  /** False while the other side's line is down; their last picture stays frozen. */
  readonly connected: boolean;
  readonly sources: readonly { readonly source: MediaSource; readonly muted: boolean }[];
}

export interface RemoteTrackStats {
  readonly participantId: string;
  readonly source: MediaSource;
  readonly packetsReceived: number;
  readonly packetsLost: number;
  readonly bytesReceived: number;
  /** Pictures shown so far; zero for sound. */
  readonly framesDecoded: number;
  readonly frameWidth: number;
  readonly frameHeight: number;
  /** Energy of the sound so far, in the unit of `totalAudioEnergy`; zero for pictures. */
  readonly audioEnergy: number;
}

export interface RoomStats {
  readonly roundTripMs: number | null;
  /** What the other end says it lost of our packets lately, 0 to 100; null before it said anything. */
  readonly uplinkLossPercent: number | null;
  /** What the browser believes fits out; null where it does not say. */
  readonly availableBps: number | null;
  readonly bytesSent: number;
  readonly remote: readonly RemoteTrackStats[];
}

export interface StateChange {
  readonly state: RoomState;
  /** Set with `left`. */
  readonly reason: LeaveReason | null;
}

/** Stops listening. */
export type Unsubscribe = () => void;

/**
 * A room as a browser uses it, whichever media server is behind.
 *
 * After `join` the connector keeps the connection alive by itself: it says `reconnecting` when the
 * line is lost, joins anew with the same participant, and hands out the remote tracks again. It ends
 * with `left` only: by `leave`, by another page of the same person, or because the room is over.
 */
export interface RoomConnector<Ticket> {
  readonly kind: 'embedded' | 'livekit' | 'openvidu';
  readonly state: RoomState;
  /** The server answers, but no picture or sound comes through: the network lets no UDP out. */
  readonly isBlocked: boolean;

  /** Resolves when connected; rejects when the server refuses. */
  join(ticket: Ticket, media: LocalMedia): Promise<void>;
  leave(): Promise<void>;

  /** Starts or (with null) stops a source. */
  publish(source: MediaSource, track: MediaStreamTrack | null): Promise<void>;
  /** Another device or camera for a source that stays on; others notice nothing but the picture. */
  replaceTrack(source: MediaSource, track: MediaStreamTrack): Promise<void>;
  /** Others see the sign; silence or black goes out meanwhile, so that unmuting is instant. */
  setMuted(source: MediaSource, muted: boolean): Promise<void>;

  /** Sends less of the picture, or all of it again; sound is never touched. */
  limitPicture(rung: Rung): Promise<void>;

  onRemoteTrack(listener: (change: RemoteTrack) => void): Unsubscribe;
  onPeople(listener: (people: readonly RemotePerson[]) => void): Unsubscribe;
  onState(listener: (change: StateChange) => void): Unsubscribe;
  stats(): Promise<RoomStats>;
}
