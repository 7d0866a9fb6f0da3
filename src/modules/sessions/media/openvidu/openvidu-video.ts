import { createHash, timingSafeEqual } from 'node:crypto';
import {
  type Connection,
  ConnectionType,
  MediaMode,
  OpenVidu,
  OpenViduRole,
  Session,
} from 'openvidu-node-client';
import {
  BadSignalError,
  MediaRoomNotOpenError,
  UnverifiedWebhookError,
  VideoUnavailableError,
} from '../media.errors.js';
import type {
  JoinTicket,
  MediaEvent,
  MediaKindSent,
  OutgoingSignal,
  ParticipantStatus,
  RawWebhook,
  ReadWebhook,
  RecorderReport,
  RecordingHandle,
  RecordingOrder,
  VideoPort,
} from '../video-port.js';
import { OpenViduRecordings } from './openvidu-recordings.js';
import { type OpenViduSeat, readSeat, writeSeat } from './openvidu-seat.js';
import { mediaEventsOf } from './openvidu-webhook.js';

export interface OpenViduVideoOptions {
  readonly apiUrl: string;
  readonly secret: string;
  /** What comes as a bearer token with webhooks; null believes none. */
  readonly webhookToken: string | null;
  /** Folder for recordings on their way from it. */
  readonly recordingsDir: string;
  readonly nowMs: () => number;
}

/** The client has no limit of its own. */
const REQUEST_MS_MAX = 5_000;
/** Said to a page before its connection is taken for a newer one of the same person. */
const REPLACED_SIGNAL = 'replaced';

interface SeatedConnection extends OpenViduSeat {
  readonly connection: Connection;
  readonly isActive: boolean;
}

/** Picture and sound carried by OpenVidu 2. Everything is asked of the server anew: any copy of the program may ask. */
export class OpenViduVideo implements VideoPort {
  readonly kind = 'openvidu';

  private readonly openvidu: OpenVidu;
  private readonly recordings: OpenViduRecordings;

  constructor(private readonly options: OpenViduVideoOptions) {
    this.openvidu = new OpenVidu(options.apiUrl, options.secret);
    this.openvidu.enableProdMode();
    const { secret, recordingsDir } = options;
    this.recordings = new OpenViduRecordings(this.openvidu, secret, recordingsDir, reached);
  }

  async openRoom(roomId: string): Promise<void> {
    // One that is there already is answered with 409, which the client takes for success.
    await reached(
      this.openvidu.createSession({ customSessionId: roomId, mediaMode: MediaMode.ROUTED }),
    );
    this.openvidu.activeSessions.length = 0; // the client remembers every session for ever
  }

  async closeRoom(roomId: string): Promise<void> {
    await reached(unlessMissing(this.sessionOf(roomId).close()));
  }

  async admit(roomId: string, participantId: string): Promise<JoinTicket> {
    const session = await this.fetch(roomId);
    if (!session) throw new MediaRoomNotOpenError(roomId);
    for (const seat of seatsOf(session, participantId))
      if (!seat.isActive) await this.disconnect(session, seat);
    const [token, screenToken] = [
      await this.connect(session, { participantId, of: 'camera' }),
      await this.connect(session, { participantId, of: 'screen' }),
    ];
    return { kind: 'openvidu', token, screenToken };
  }

  startRecording(roomId: string, order: RecordingOrder): Promise<readonly string[]> {
    return this.recordings.start(roomId, order);
  }

  recordingReport(handle: RecordingHandle): Promise<RecorderReport> {
    return this.recordings.report(handle);
  }

  stopRecording(handle: RecordingHandle): Promise<void> {
    return this.recordings.stop(handle);
  }

  fetchRecording(handle: RecordingHandle): Promise<string> {
    return this.recordings.fetch(handle);
  }

  forgetRecording(handle: RecordingHandle): Promise<void> {
    return this.recordings.forget(handle);
  }

  signal(): Promise<unknown> {
    return Promise.reject(new BadSignalError('openvidu has signalling of its own'));
  }

  /** Takes also the tokens that were not used yet. */
  async remove(roomId: string, participantId: string): Promise<void> {
    const session = await this.fetch(roomId);
    if (!session) return;
    for (const seat of seatsOf(session, participantId)) await this.disconnect(session, seat);
  }

  async participants(roomId: string): Promise<ParticipantStatus[]> {
    const session = await this.fetch(roomId);
    if (!session) return [];
    const people = new Set(seatsOf(session).map(({ participantId }) => participantId));
    return Promise.all([...people].map((id) => this.statusOf(session, id)));
  }

  joinGenerated(): Promise<void> {
    return Promise.reject(new VideoUnavailableError('openvidu plays no generated participants'));
  }

  readWebhook({ body, authorization }: RawWebhook): Promise<ReadWebhook> {
    const { webhookToken } = this.options;
    const isOurs =
      webhookToken !== null && isSameSecret(authorization ?? '', `Bearer ${webhookToken}`);
    const read = isOurs ? mediaEventsOf(body) : null;
    return read ? Promise.resolve(read) : Promise.reject(new UnverifiedWebhookError());
  }

  /** Nothing is seen but by webhooks and polling. */
  onEvent(_listener: (event: MediaEvent) => void): () => void {
    return () => undefined;
  }

  onSignal(_listener: (signal: OutgoingSignal) => void): () => void {
    return () => undefined;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** One person has one seat: of several connections the newest counts, the others are told and closed. */
  private async statusOf(session: Session, participantId: string): Promise<ParticipantStatus> {
    const active = seatsOf(session, participantId).filter(({ isActive }) => isActive);
    const cameras = active
      .filter((seat) => seat.of === 'camera')
      .sort((one, other) => other.connection.activeAt - one.connection.activeAt);
    for (const older of cameras.slice(1)) {
      await this.tell(session.sessionId, older.connection.connectionId);
      await this.disconnect(session, older);
    }
    const connected = cameras.length > 0;
    return {
      participantId,
      connected,
      lastPacketAtMs: connected ? this.options.nowMs() : null,
      audioLossPercent: null,
      sources: active.flatMap(sourcesOf),
    };
  }

  private async connect(session: Session, seat: OpenViduSeat): Promise<string> {
    const { token } = await reached(
      session.createConnection({
        type: ConnectionType.WEBRTC,
        // May send and receive; disconnecting others is for moderators, and nobody is one.
        role: OpenViduRole.PUBLISHER,
        // Which streams are recorded; whether anything is, is begun and ended by this program alone.
        record: true,
        data: writeSeat(seat),
      }),
    );
    return token;
  }

  private async disconnect(session: Session, { connection }: SeatedConnection): Promise<void> {
    await reached(unlessMissing(session.forceDisconnect(connection.connectionId)));
  }

  /** Its node client knows no signals, its REST interface does. */
  private async tell(roomId: string, connectionId: string): Promise<void> {
    const { apiUrl, secret } = this.options;
    await fetch(`${apiUrl}/openvidu/api/signal`, {
      method: 'POST',
      signal: AbortSignal.timeout(REQUEST_MS_MAX),
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`OPENVIDUAPP:${secret}`).toString('base64')}`,
      },
      body: JSON.stringify({
        session: roomId,
        to: [connectionId],
        type: REPLACED_SIGNAL,
        data: '',
      }),
    }).catch(() => undefined); // the page is disconnected anyway, and only learns less well why
  }

  /** @returns null when there is no such session */
  private async fetch(roomId: string): Promise<Session | null> {
    const session = this.sessionOf(roomId);
    const found = await reached(unlessMissing(session.fetch()));
    return found === null ? null : session;
  }

  /** The client's handle of a session, without asking whether it exists. */
  private sessionOf(roomId: string): Session {
    return new Session(this.openvidu, { sessionId: roomId, connections: { content: [] } });
  }
}

function seatsOf(session: Session, participantId?: string): SeatedConnection[] {
  return session.connections.flatMap((connection) => {
    const seat = readSeat(connection.serverData);
    if (!seat || (participantId !== undefined && seat.participantId !== participantId)) return [];
    return [{ ...seat, connection, isActive: connection.status === 'active' }];
  });
}

function sourcesOf({ of, connection }: SeatedConnection): MediaKindSent[] {
  if (of === 'screen') return connection.publishers.length > 0 ? ['screen'] : [];
  return connection.publishers.flatMap(({ hasAudio, hasVideo }) => [
    ...(hasAudio ? (['microphone'] as const) : []),
    ...(hasVideo ? (['camera'] as const) : []),
  ]);
}

/** Compares hashes, which are of one length: the time tells nothing. */
function isSameSecret(given: string, expected: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}

async function reached<T>(request: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), REQUEST_MS_MAX);
  });
  try {
    return await Promise.race([request, late]);
  } catch (error) {
    throw new VideoUnavailableError('openvidu did not answer', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** The client's errors carry the status as their message. A session that is not there is 404, for connections 400. */
async function unlessMissing<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof Error && /^(404|400)$/.test(error.message)) return null;
    throw error;
  }
}
