import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import { SOURCES } from './sfu/layout.js';
import type { MediaKindSent } from './video-port.js';

/** A muted source keeps its place and its (silent, black) packets; one that is off has none. */
export type SourceState = 'on' | 'muted' | 'off';

export type SourceStates = Readonly<Record<MediaKindSent, SourceState>>;

/** What the embedded connector of a browser says. `seatId` is made by the browser for every join. */
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

export interface RemoteSource {
  readonly source: MediaKindSent;
  /** Which of the prepared receiving places carries it, from zero. */
  readonly slot: number;
  readonly muted: boolean;
}

export interface RemotePerson {
  readonly participantId: string;
  readonly connected: boolean;
  readonly sources: readonly RemoteSource[];
}

/** The whole room as one person sees it. A higher revision replaces a lower one completely. */
export interface RoomView {
  readonly revision: number;
  readonly people: readonly RemotePerson[];
}

/** What the server answers to a {@link BrowserSignal}. */
export type SignalReply =
  | {
      readonly type: 'joined';
      readonly seatId: string;
      readonly sdp: string;
      readonly room: RoomView;
    }
  | { readonly type: 'room'; readonly room: RoomView }
  | { readonly type: 'left' };

/** What the server says unasked. `rejoin`: the connection is lost on the server's side, join anew. */
export type ServerSignal =
  | { readonly type: 'room'; readonly room: RoomView }
  | { readonly type: 'replaced'; readonly seatId: string }
  | { readonly type: 'rejoin' }
  | { readonly type: 'closed'; readonly reason: 'room_closed' | 'removed' };

/** An offer for the fixed layout is about 12 KB; anything near this is not one. */
const SDP_CHARS_MAX = 60_000;

const SEAT_ID = /^[A-Za-z0-9-]{8,64}$/;

/** Reads what a browser sent; nothing in it is trusted. The refusal says which part was wrong. */
export function readBrowserSignal(message: unknown): Verdict<BrowserSignal, string> {
  if (!isRecord(message)) return refuse('not an object');
  const { type, seatId, sdp } = message;
  if (typeof seatId !== 'string' || !SEAT_ID.test(seatId)) return refuse('seatId');
  if (type === 'sync' || type === 'leave') return accept({ type, seatId });
  if (type !== 'join' && type !== 'sources') return refuse('type');
  const sources = readSources(message['sources']);
  if (sources === null) return refuse('sources');
  if (type === 'sources') return accept({ type, seatId, sources });
  if (typeof sdp !== 'string' || sdp.length > SDP_CHARS_MAX) return refuse('sdp');
  return accept({ type, seatId, sdp, sources });
}

function readSources(value: unknown): SourceStates | null {
  if (!isRecord(value)) return null;
  const states: Partial<Record<MediaKindSent, SourceState>> = {};
  for (const source of SOURCES) {
    const state = value[source];
    if (state !== 'on' && state !== 'muted' && state !== 'off') return null;
    states[source] = state;
  }
  const { microphone, camera, screen } = states;
  return microphone && camera && screen ? { microphone, camera, screen } : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
