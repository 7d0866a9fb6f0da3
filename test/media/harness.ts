import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { transform } from '@swc/core';
import { Server } from 'socket.io';
import { DomainError } from '../../src/shared/domain-error.js';
import {
  EmbeddedVideo,
  type VideoProblem,
} from '../../src/modules/sessions/media/embedded-video.js';
import type { SignalReply } from '../../src/modules/sessions/media/embedded-signal.js';
import type { JoinTicket, MediaEvent } from '../../src/modules/sessions/media/video-port.js';
import { LossyLine } from './lossy-line.js';

const ROOT = resolve('.');
const MAP = JSON.stringify({ imports: { 'livekit-client': '/livekit-client.mjs' } });
const PAGE = `<!doctype html><title>room</title><script type="importmap">${MAP}</script><body><script type="module" src="/test/media/browser-page.mjs"></script>`;

const LIBRARIES: Readonly<Record<string, string>> = {
  '/socket.io-client.js': 'socket.io-client/dist/socket.io.esm.min.js',
  '/livekit-client.mjs': 'livekit-client/dist/livekit-client.esm.mjs',
};

/** A web server and signalling as thin as can be around the embedded video, for two real browsers. */
export interface MediaHarness {
  readonly url: string;
  readonly video: EmbeddedVideo;
  readonly events: MediaEvent[];
  readonly problems: VideoProblem[];
  /** From the next join on, this participant's packets go over a line that can be spoilt. */
  lineOf(participantId: string): LossyLine;
  /** Every line is direct and sound again. */
  forgetLines(): void;
  pageOf(roomId: string, participantId: string): string;
  close(): Promise<void>;
}

export async function startMediaHarness(
  portRange: readonly [number, number] | null = null,
): Promise<MediaHarness> {
  const events: MediaEvent[] = [];
  const problems: VideoProblem[] = [];
  const video = new EmbeddedVideo({
    publicAddress: null,
    portRange,
    recordingsDir: null,
    nowMs: Date.now,
    report: (problem) => problems.push(problem),
  });
  video.onEvent((event) => events.push(event));

  const http = createServer(serveSources);
  const lines = new Map<string, LossyLine>();
  const forgetLines = (): void => {
    for (const line of lines.values()) line.close();
    lines.clear();
  };
  const sockets = carrySignals(http, video, lines);
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const url = `http://localhost:${(http.address() as AddressInfo).port}`;

  return {
    url,
    video,
    events,
    problems,
    lineOf: (participantId) => {
      const line = lines.get(participantId) ?? new LossyLine();
      lines.set(participantId, line);
      return line;
    },
    forgetLines,
    pageOf: (roomId, participantId) =>
      `${url}/?${new URLSearchParams({ roomId, participantId }).toString()}`,
    close: async () => {
      await video.close();
      forgetLines();
      await sockets.close();
    },
  };
}

/** A web server for pages whose connector has signalling of its own; `ticketFor` gives a seat when one comes back. */
export async function startPageServer(
  ticketFor: (roomId: string, participantId: string) => Promise<JoinTicket>,
): Promise<{ pageOf: MediaHarness['pageOf']; close: () => Promise<void> }> {
  const http = createServer(serveSources);
  const sockets = new Server(http, { serveClient: false });
  sockets.on('connection', (socket) => {
    const { roomId = '', participantId = '' } = socket.handshake.query as Record<string, string>;
    socket.on('room.ticket', (answer: (ticket: JoinTicket | null) => void) => {
      ticketFor(roomId, participantId).then(answer, () => answer(null));
    });
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const url = `http://localhost:${(http.address() as AddressInfo).port}`;
  return {
    pageOf: (roomId, participantId) =>
      `${url}/?${new URLSearchParams({ roomId, participantId, kind: 'livekit' }).toString()}`,
    close: async () => {
      await sockets.close();
    },
  };
}

function serveSources(request: IncomingMessage, response: ServerResponse): void {
  void sourceOf(request.url ?? '/').then(
    ({ type, body }) => response.writeHead(200, { 'content-type': type }).end(body),
    () => response.writeHead(404).end(),
  );
}

function carrySignals(
  http: HttpServer,
  video: EmbeddedVideo,
  lines: ReadonlyMap<string, LossyLine>,
): Server {
  const sockets = new Server(http, { serveClient: false });
  const seat = (roomId: string, participantId: string): string => `${roomId} ${participantId}`;
  sockets.on('connection', (socket) => {
    const { roomId, participantId } = socket.handshake.query as Record<string, string>;
    if (roomId === undefined || participantId === undefined) return void socket.disconnect();
    void socket.join(seat(roomId, participantId));
    socket.on('room.signal', (message: unknown, answer: (reply: unknown) => void) => {
      video.signal(roomId, participantId, message).then(
        async (value) =>
          answer({ value: await rerouted(value as SignalReply, lines.get(participantId)) }),
        (error: unknown) => answer({ code: error instanceof DomainError ? error.code : 'unknown' }),
      );
    });
  });
  video.onSignal(({ roomId, participantId, message }) => {
    sockets.to(seat(roomId, participantId)).emit('room.signal', message);
  });
  return sockets;
}

async function rerouted(reply: SignalReply, line: LossyLine | undefined): Promise<SignalReply> {
  if (line === undefined || reply.type !== 'joined') return reply;
  return { ...reply, sdp: await line.reroute(reply.sdp) };
}

/** The browser's modules straight from their sources. */
async function sourceOf(path: string): Promise<{ type: string; body: string }> {
  const { pathname } = new URL(path, 'http://localhost');
  if (pathname === '/') return { type: 'text/html', body: PAGE };
  const library = LIBRARIES[pathname];
  if (library !== undefined) {
    const body = await readFile(resolve(ROOT, 'node_modules', library), 'utf8');
    return { type: 'text/javascript', body };
  }
  const plain = resolve(ROOT, `.${pathname}`);
  if (pathname.endsWith('.mjs'))
    return { type: 'text/javascript', body: await readFile(plain, 'utf8') };
  const filename = existsSync(plain) ? plain : `${plain}.ts`;
  if (!filename.startsWith(ROOT) || !filename.endsWith('.ts')) throw new Error('not served');
  const { code } = await transform(await readFile(filename, 'utf8'), {
    filename,
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  });
  return { type: 'text/javascript', body: code };
}
