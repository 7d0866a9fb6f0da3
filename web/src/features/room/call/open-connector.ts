import { ApiProblem } from '../../../shared/api/api-problem';
import type { JoinedSession } from '../../../shared/api/contract';
import { realtime } from '../../../shared/realtime/socket';
import type {
  EmbeddedTicket,
  ServerSignal,
  Signalling,
  SignalReply,
} from '../connectors/embedded/embedded-signal';
import type { LiveKitTicket } from '../connectors/livekit/livekit-connector';
import type { OpenViduTicket } from '../connectors/openvidu/openvidu-connector';
import type { LocalMedia, RoomConnector } from '../core/room-connector';

/** A connector with its ticket put in: what the room needs of any media server. */
export interface OpenedConnector {
  readonly connector: Omit<RoomConnector<never>, 'join'>;
  readonly join: (media: LocalMedia) => Promise<void>;
}

/**
 * Fetches the connector for the media server that the ticket is for; only that one is loaded.
 *
 * @param freshTicket for connectors that come back with a new one
 * @throws ApiProblem `room.unknown_media_server` for a ticket that this page cannot use
 */
export async function openConnector(
  sessionId: string,
  ticket: JoinedSession['ticket'],
  freshTicket: () => Promise<JoinedSession['ticket']>,
): Promise<OpenedConnector> {
  switch (ticket['kind']) {
    case 'embedded':
      return openEmbedded(sessionId, ticket as unknown as EmbeddedTicket, freshTicket);
    case 'livekit':
      return openLiveKit(ticket as unknown as LiveKitTicket, freshTicket);
    case 'openvidu':
      return openOpenVidu(ticket as unknown as OpenViduTicket, freshTicket);
    default:
      throw new ApiProblem(0, 'room.unknown_media_server');
  }
}

async function openEmbedded(
  sessionId: string,
  ticket: EmbeddedTicket,
  freshTicket: () => Promise<JoinedSession['ticket']>,
): Promise<OpenedConnector> {
  const [{ EmbeddedConnector }, signalling] = await Promise.all([
    import('../connectors/embedded/embedded-connector'),
    signallingOf(sessionId),
  ]);
  const connector = new EmbeddedConnector(signalling, () =>
    unlessRefused<EmbeddedTicket>(freshTicket),
  );
  return { connector, join: (media) => connector.join(ticket, media) };
}

async function openLiveKit(
  ticket: LiveKitTicket,
  freshTicket: () => Promise<JoinedSession['ticket']>,
): Promise<OpenedConnector> {
  const { LiveKitConnector } = await import('../connectors/livekit/livekit-connector');
  const connector = new LiveKitConnector(() => unlessRefused<LiveKitTicket>(freshTicket));
  return { connector, join: (media) => connector.join(ticket, media) };
}

async function openOpenVidu(
  ticket: OpenViduTicket,
  freshTicket: () => Promise<JoinedSession['ticket']>,
): Promise<OpenedConnector> {
  const { OpenViduConnector } = await import('../connectors/openvidu/openvidu-connector');
  const connector = new OpenViduConnector(() => unlessRefused<OpenViduTicket>(freshTicket));
  return { connector, join: (media) => connector.join(ticket, media) };
}

/** Null when the server says no; what did not arrive is thrown on, and tried again. */
async function unlessRefused<T>(
  freshTicket: () => Promise<JoinedSession['ticket']>,
): Promise<T | null> {
  try {
    return (await freshTicket()) as unknown as T;
  } catch (error) {
    if (error instanceof ApiProblem && error.status >= 400 && error.status < 500) return null;
    throw error;
  }
}

/** Carries the connector's messages over the page's one socket. */
async function signallingOf(sessionId: string): Promise<Signalling> {
  const { SignalRefused } = await import('../connectors/embedded/embedded-signal');
  return {
    send: async (message) => {
      try {
        const { reply } = await realtime.ask<{ reply: SignalReply }>('room.signal', {
          sessionId,
          message,
        });
        return reply;
      } catch (error) {
        // Status 0 is the line, which may come back; everything else is the server's word.
        if (error instanceof ApiProblem && error.status !== 0) throw new SignalRefused(error.code);
        throw error;
      }
    },
    onMessage: (listener) =>
      realtime.on('room.signal', (signal) => {
        if (signal.sessionId === sessionId) listener(signal.message as ServerSignal);
      }),
    onReopened: (listener) => {
      let isFirst = true;
      return realtime.onConnected(() => {
        if (isFirst) isFirst = false;
        else listener();
      });
    },
  };
}
