import type { Socket } from 'socket.io-client';
import type {
  Booking,
  ChatMessage,
  Money,
  PresenceState,
  Ring,
  SharedDocument,
  Still,
  Stroke,
} from '../api/contract';
import { ApiProblem } from '../api/api-problem';

/** What the server tells open pages. */
export interface ServerEvents {
  'presence.changed': { expertId: string; state: PresenceState };
  'ring.started': Ring;
  'ring.ended': { ringId: string; outcome: string; wasSlower: boolean };
  'help-request.changed': { id: string };
  'waiting-place.changed': { id: string };
  'booking.changed': { bookingId: string; state: Booking['state'] };
  'session.changed': { id: string };
  /** How much of the other's picture their line carries. */
  'room.line': { sessionId: string; rung: 'full' | 'low' | 'stills' | 'sound' };
  'meter.tick': {
    sessionId: string;
    running: boolean;
    billedSeconds: number;
    cost: Money | null;
    remainingSeconds: number;
  };
  'recording.changed': { sessionId: string };
  'room.signal': { sessionId: string; message: unknown };
  'room.chat': ChatMessage & { sessionId: string };
  'document.changed': { sessionId: string; document: SharedDocument };
  'document.versions': { documentId: string };
  /** A change of Yjs in base64. */
  'document.update': { documentId: string; update: string };
  /** Null: the editor was left. */
  'document.cursor': { documentId: string; personId: string; cursor: string | null };
  /** Null: both are back at the moving picture. */
  'room.still': { sessionId: string; still: Still | null };
  'room.stroke': { sessionId: string; stillId: string; stroke: Stroke };
  'room.strokesGone': { sessionId: string; stillId: string; ids: string[] };
}

export type ServerEvent = keyof ServerEvents;
type Reply = { ok: true } | { ok: false; code: string };

const REPLY_MS_MAX = 10_000;

/** One connection per tab, opened when the first page part wants to hear or say something. */
class RealtimeConnection {
  private opening: Promise<Socket> | null = null;
  private readonly listeners = new Map<string, Set<(payload: unknown) => void>>();

  /** Hears an event until the returned function is called. */
  on<Event extends ServerEvent>(
    event: Event,
    hear: (payload: ServerEvents[Event]) => void,
  ): () => void {
    const hearing = this.listeners.get(event) ?? new Set();
    const listener = (payload: unknown) => hear(payload as ServerEvents[Event]);
    this.listeners.set(event, hearing.add(listener));
    void this.open();
    return () => {
      hearing.delete(listener);
    };
  }

  /** Hears every connection, the first and each after a loss: the moment to enter rooms and ask again. */
  onConnected(hear: () => void): () => void {
    let isWanted = true;
    let socket: Socket | null = null;
    void this.open().then((opened) => {
      if (!isWanted) return;
      socket = opened;
      opened.on('connect', hear);
      if (opened.connected) hear();
    });
    return () => {
      isWanted = false;
      socket?.off('connect', hear);
    };
  }

  /**
   * Says something and waits for the answer.
   *
   * @throws ApiProblem with the code of a refusal, or `network.unreachable`
   */
  async ask<Answer extends object>(event: string, payload: object): Promise<Answer> {
    const socket = await this.open();
    let reply: Reply & Answer;
    try {
      reply = (await socket.timeout(REPLY_MS_MAX).emitWithAck(event, payload)) as Reply & Answer;
    } catch {
      throw new ApiProblem(0, 'network.unreachable');
    }
    if (!reply.ok) throw new ApiProblem(422, reply.code);
    return reply;
  }

  /** Takes up the new cookie after somebody signed in or out. */
  async renew(): Promise<void> {
    if (this.opening === null) return;
    const socket = await this.opening;
    // One that is still shaking hands is let finish: it may have left with the old cookie.
    if (socket.connected) socket.disconnect().connect();
    else socket.once('connect', () => socket.disconnect().connect());
  }

  private open(): Promise<Socket> {
    this.opening ??= import('socket.io-client').then(({ io }) => {
      const socket = io({ transports: ['websocket'], reconnectionDelayMax: 4000 });
      socket.onAny((event: string, payload: unknown) => {
        for (const hear of this.listeners.get(event) ?? []) hear(payload);
      });
      return socket;
    });
    return this.opening;
  }
}

export const realtime = new RealtimeConnection();
