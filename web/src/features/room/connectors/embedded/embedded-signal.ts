import type { MediaSource } from '../../core/room-connector';

// The words of the server's embedded SFU. Its own copy is what it checks incoming messages against.

export interface EmbeddedTicket {
  readonly kind: 'embedded';
  readonly roomId: string;
  readonly participantId: string;
  readonly iceServers: readonly RTCIceServer[];
  /** Receiving places to prepare: this many other people, three sources each. */
  readonly remoteSeats: number;
}

export type SourceState = 'on' | 'muted' | 'off';
export type SourceStates = Readonly<Record<MediaSource, SourceState>>;

export interface RoomView {
  readonly revision: number;
  readonly people: readonly {
    readonly participantId: string;
    readonly connected: boolean;
    readonly sources: readonly {
      readonly source: MediaSource;
      readonly slot: number;
      readonly muted: boolean;
    }[];
  }[];
}

export type BrowserSignal =
  | {
      readonly type: 'join';
      readonly seatId: string;
      readonly sdp: string;
      readonly sources: SourceStates;
    }
  | { readonly type: 'sources'; readonly seatId: string; readonly sources: SourceStates }
  | { readonly type: 'sync'; readonly seatId: string }
  | { readonly type: 'leave'; readonly seatId: string };

export type SignalReply =
  | {
      readonly type: 'joined';
      readonly seatId: string;
      readonly sdp: string;
      readonly room: RoomView;
    }
  | { readonly type: 'room'; readonly room: RoomView }
  | { readonly type: 'left' };

export type ServerSignal =
  | { readonly type: 'room'; readonly room: RoomView }
  | { readonly type: 'replaced'; readonly seatId: string }
  | { readonly type: 'rejoin' }
  | { readonly type: 'closed'; readonly reason: 'room_closed' | 'removed' };

/**
 * What carries these messages; the page gives its socket.
 *
 * `send` rejects when the message did not arrive or the server refused it. A refusal that repeating
 * cannot cure is a {@link SignalRefused}.
 */
export interface Signalling {
  send(message: BrowserSignal): Promise<SignalReply>;
  onMessage(listener: (message: ServerSignal) => void): () => void;
  /** After an interruption, in which messages may have been missed. */
  onReopened(listener: () => void): () => void;
}

/** The server's own `code` of a refusal, such as `sessions.media_not_admitted`. */
export class SignalRefused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}
