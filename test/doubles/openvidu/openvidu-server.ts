import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OpenViduRecordingsDouble, type RecordedStream } from './openvidu-recordings.js';

const ROLES = ['SUBSCRIBER', 'PUBLISHER', 'MODERATOR'];

interface StoredConnection {
  readonly connectionId: string;
  readonly createdAt: number;
  readonly token: string;
  readonly role: string;
  readonly serverData: string;
  status: 'pending' | 'active';
  activeAt: number | null;
  publishers: { streamId: string; hasAudio: boolean; hasVideo: boolean; typeOfVideo: string }[];
}

interface StoredSession {
  readonly sessionId: string;
  readonly createdAt: number;
  readonly properties: Record<string, unknown>;
  readonly connections: Map<string, StoredConnection>;
}

export interface SentSignal {
  readonly session: string;
  readonly to: readonly string[];
  readonly type: string;
}

/** Paths, bodies and status codes of OpenVidu 2.32's REST interface for sessions, connections and signals; no media. */
export class OpenViduServer {
  readonly secret = 'MY_SECRET';
  readonly signals: SentSignal[] = [];
  /** Words of webhooks, as they would be sent. */
  readonly webhooks: string[] = [];
  /** Every answer is this until it is null again. */
  failsWith: number | null = null;
  /** Answers nothing at all. */
  isStuck = false;

  readonly recordings = new OpenViduRecordingsDouble((sessionId) => this.streamsOf(sessionId));

  private readonly sessions = new Map<string, StoredSession>();
  private readonly server = createServer((request, response) => {
    void this.take(request, response);
  });

  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    this.recordings.url = url;
    return url;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** A browser comes with a token. @returns its connection, or null when the token opens nothing */
  enter(token: string, sends = { hasAudio: true, hasVideo: true }): string | null {
    const found = this.all().find(({ connection }) => connection.token === token);
    if (found?.connection.status !== 'pending') return null;
    const { session, connection } = found;
    connection.status = 'active';
    connection.activeAt = Date.now();
    if (connection.role !== 'SUBSCRIBER')
      connection.publishers = [
        { streamId: `str_${connection.connectionId}`, typeOfVideo: 'CAMERA', ...sends },
      ];
    this.say(session, connection, { event: 'participantJoined' });
    return connection.connectionId;
  }

  leave(connectionId: string, reason = 'disconnect'): void {
    const found = this.all().find(({ connection }) => connection.connectionId === connectionId);
    if (!found) return;
    const { session, connection } = found;
    session.connections.delete(connectionId);
    if (connection.status === 'active')
      this.say(session, connection, { event: 'participantLeft', reason });
  }

  isIn(connectionId: string | null): boolean {
    return this.all().some(
      ({ connection }) =>
        connection.connectionId === connectionId && connection.status === 'active',
    );
  }

  /** Loses everything, as its start does. */
  forget(): void {
    this.sessions.clear();
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (this.isStuck) return;
    const file = this.recordings.fileAt(request.url ?? '');
    if (file) return void response.writeHead(200).end(file);
    const given = request.headers.authorization ?? '';
    const expected = Buffer.from(`OPENVIDUAPP:${this.secret}`).toString('base64');
    const path = (request.url ?? '').split('?')[0] ?? '';
    const { status, body } =
      given !== `Basic ${expected}`
        ? problem(401, path)
        : this.failsWith !== null
          ? problem(this.failsWith, path)
          : this.answer(request.method ?? '', path, Buffer.concat(chunks).toString('utf8'));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }

  private answer(method: string, path: string, text: string): Answer {
    const [root, id = '', part, partId = ''] = path.replace('/openvidu/api/', '').split('/');
    if (root === 'recordings') return this.recordings.answer(method, [id, part ?? ''], text);
    const asked = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    if (root === 'signal') return this.signal(asked);
    if (root !== 'sessions') return { status: 404 };
    if (id === '' && method === 'POST') return this.create(asked, path);
    if (id === '')
      return {
        status: 200,
        body: list([...this.sessions.values()].map((session) => jsonOf(session))),
      };
    const session = this.sessions.get(id);
    if (part === 'connection') {
      if (method === 'POST')
        return session ? this.connect(session, asked, path) : problem(404, path);
      if (!session) return problem(400, path);
      if (!session.connections.has(partId)) return { status: 404 };
      this.leave(partId, 'forceDisconnectByServer');
      return { status: 204 };
    }
    if (!session) return { status: 404 };
    if (method === 'GET') return { status: 200, body: jsonOf(session) };
    for (const { connectionId } of [...session.connections.values()])
      this.leave(connectionId, 'sessionClosedByServer');
    this.sessions.delete(id);
    return { status: 204 };
  }

  private create(asked: Record<string, unknown>, path: string): Answer {
    const { mediaMode, recordingMode, customSessionId } = asked;
    if (mediaMode !== undefined && mediaMode !== 'ROUTED' && mediaMode !== 'RELAYED')
      return problem(400, path);
    const sessionId = textOf(customSessionId) || `ses_${randomBytes(5).toString('hex')}`;
    if (this.sessions.has(sessionId)) return { status: 409 };
    const session: StoredSession = {
      sessionId,
      createdAt: Date.now(),
      properties: { mediaMode, recordingMode, customSessionId },
      connections: new Map(),
    };
    this.sessions.set(sessionId, session);
    return { status: 200, body: jsonOf(session) };
  }

  private connect(session: StoredSession, asked: Record<string, unknown>, path: string): Answer {
    const { role, type, data } = asked;
    if (type !== null && type !== 'WEBRTC') return problem(400, path);
    if (role !== null && !ROLES.includes(textOf(role))) return problem(400, path);
    const connectionId = `con_${randomBytes(6).toString('hex')}`;
    const token = `wss://127.0.0.1?sessionId=${session.sessionId}&token=tok_${randomBytes(8).toString('hex')}`;
    const connection: StoredConnection = {
      connectionId,
      createdAt: Date.now(),
      token,
      role: textOf(role) || 'PUBLISHER',
      serverData: textOf(data),
      status: 'pending',
      activeAt: null,
      publishers: [],
    };
    session.connections.set(connectionId, connection);
    return { status: 200, body: connectionJson(session, connection) };
  }

  private signal(asked: Record<string, unknown>): Answer {
    const session = this.sessions.get(String(asked['session']));
    if (!session) return { status: 404 };
    const to = (asked['to'] as string[] | undefined) ?? [];
    if (!to.every((id) => session.connections.get(id)?.status === 'active')) return { status: 406 };
    this.signals.push({ session: session.sessionId, to, type: String(asked['type']) });
    return { status: 200 };
  }

  private say(session: StoredSession, connection: StoredConnection, words: object): void {
    const { connectionId, serverData } = connection;
    this.webhooks.push(
      JSON.stringify({
        sessionId: session.sessionId,
        uniqueSessionId: `${session.sessionId}_${session.createdAt}`,
        timestamp: Date.now(),
        participantId: connectionId,
        connectionId,
        location: 'unknown',
        ip: '127.0.0.1',
        platform: 'Chrome 156',
        clientData: '',
        serverData,
        ...words,
      }),
    );
  }

  /** Null for a session that is not there. */
  private streamsOf(sessionId: string): RecordedStream[] | null {
    const session = this.sessions.get(sessionId);
    if (!session) return null;
    return [...session.connections.values()].flatMap(({ connectionId, serverData, publishers }) =>
      publishers.map(({ streamId }) => ({ connectionId, serverData, streamId })),
    );
  }

  private all(): { session: StoredSession; connection: StoredConnection }[] {
    return [...this.sessions.values()].flatMap((session) =>
      [...session.connections.values()].map((connection) => ({ session, connection })),
    );
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

interface Answer {
  readonly status: number;
  readonly body?: object;
}

function problem(status: number, path: string): Answer {
  return {
    status,
    body: { timestamp: Date.now(), status, error: 'Error', message: 'no', path },
  };
}

function list(content: readonly object[]): object {
  return { numberOfElements: content.length, content };
}

function jsonOf(session: StoredSession): object {
  const { sessionId, createdAt, properties, connections } = session;
  return {
    id: sessionId,
    object: 'session',
    sessionId,
    createdAt,
    recording: false,
    broadcasting: false,
    ...properties,
    connections: list([...connections.values()].map((each) => connectionJson(session, each))),
  };
}

function connectionJson({ sessionId }: StoredSession, connection: StoredConnection): object {
  const isActive = connection.status === 'active';
  const { connectionId, publishers, activeAt, ...rest } = connection;
  return {
    ...rest,
    id: connectionId,
    object: 'connection',
    connectionId,
    sessionId,
    activeAt,
    type: 'WEBRTC',
    record: false,
    location: isActive ? 'unknown' : null,
    ip: isActive ? '127.0.0.1' : null,
    platform: isActive ? 'Chrome 156' : null,
    clientData: isActive ? '' : null,
    kurentoOptions: null,
    customIceServers: [],
    rtspUri: null,
    adaptativeBitrate: null,
    onlyPlayWithSubscribers: null,
    networkCache: null,
    publishers: isActive
      ? publishers.map(({ streamId, ...media }) => ({
          createdAt: activeAt,
          streamId,
          mediaOptions: {
            ...media,
            audioActive: media.hasAudio,
            videoActive: media.hasVideo,
            frameRate: 30,
            videoDimensions: '{"width":640,"height":480}',
            filter: {},
          },
        }))
      : null,
    subscribers: isActive ? [] : null,
  };
}
