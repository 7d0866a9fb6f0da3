import { LiveKitVideo } from '../../src/modules/sessions/media/livekit/livekit-video.js';
import type {
  JoinTicket,
  MediaEvent,
  VideoPort,
} from '../../src/modules/sessions/media/video-port.js';
import { catchWebhooks, LIVEKIT } from '../support/livekit.js';
import { startMediaHarness, startPageServer } from './harness.js';

/** A media server with pages to enter its rooms by, whichever it is. */
export interface VideoServer {
  readonly video: VideoPort;
  /** What it saw, by whichever way it tells. */
  readonly events: readonly MediaEvent[];
  pageOf(roomId: string, participantId: string): string;
  /** A ticket whose holder has edited it to get more than was given. */
  forge(ticket: JoinTicket): JoinTicket;
  close(): Promise<void>;
}

export const VIDEO_SERVERS: readonly {
  readonly name: string;
  readonly start: () => Promise<VideoServer>;
}[] = [
  { name: 'embedded', start: startEmbedded },
  ...(LIVEKIT ? [{ name: 'LiveKit', start: startLiveKit }] : []),
];

async function startEmbedded(): Promise<VideoServer> {
  const { video, events, pageOf, close } = await startMediaHarness();
  return {
    video,
    events,
    pageOf,
    close,
    forge: (ticket) => Object.assign({}, ticket, { participantId: 'somebody-else', role: 'admin' }),
  };
}

async function startLiveKit(): Promise<VideoServer> {
  if (!LIVEKIT) throw new Error('this run has no LiveKit server');
  const { url, key, secret } = LIVEKIT;
  const video = new LiveKitVideo({
    apiUrl: url.replace('ws', 'http'),
    browserUrl: url,
    key,
    secret,
    nowMs: Date.now,
  });
  const events: MediaEvent[] = [];
  const stopCatching = await catchWebhooks(async ({ body, headers }) => {
    events.push(
      ...(await video.readWebhook({ body, authorization: headers.authorization })).events,
    );
  });
  const pages = await startPageServer((roomId, participantId) =>
    video.admit(roomId, participantId),
  );
  return {
    video,
    events,
    pageOf: pages.pageOf,
    forge: withMoreRights,
    close: async () => {
      await pages.close();
      await stopCatching();
      await video.close();
    },
  };
}

function withMoreRights(ticket: JoinTicket): JoinTicket {
  if (ticket.kind !== 'livekit') throw new Error('not a LiveKit ticket');
  const [header = '', payload = '', signature = ''] = ticket.token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
    video: Record<string, unknown>;
  };
  claims.video['roomAdmin'] = true;
  const edited = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return { ...ticket, token: [header, edited, signature].join('.') };
}
