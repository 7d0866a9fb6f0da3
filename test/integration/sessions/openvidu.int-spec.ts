import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finishRecording } from '../../../src/modules/sessions/media/finish/finish-recording.js';
import { OpenViduVideo } from '../../../src/modules/sessions/media/openvidu/openvidu-video.js';
import type { JoinTicket } from '../../../src/modules/sessions/media/video-port.js';
import { OpenViduServer } from '../../doubles/openvidu/openvidu-server.js';

const TOKEN = 'a token of at least thirty-two characters';

/** What it records has to be made by some other program than ours. */
const itWithFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0 ? it : it.skip;

/** The real node client against a server that speaks OpenVidu 2's REST interface; no picture or sound. */
describe('a room on OpenVidu 2', () => {
  let server: OpenViduServer;
  let video: OpenViduVideo;
  let recordingsDir: string;
  beforeEach(async () => {
    server = new OpenViduServer();
    recordingsDir = mkdtempSync(join(tmpdir(), 'visavis-openvidu-'));
    const apiUrl = await server.start();
    video = new OpenViduVideo({
      apiUrl,
      secret: server.secret,
      webhookToken: TOKEN,
      recordingsDir,
      nowMs: Date.now,
    });
  });
  afterEach(async () => {
    await server.stop();
    rmSync(recordingsDir, { recursive: true });
  });

  async function admit(who: string): Promise<Extract<JoinTicket, { kind: 'openvidu' }>> {
    const ticket = await video.admit('room', who);
    if (ticket.kind !== 'openvidu') throw new Error('not a ticket for OpenVidu');
    return ticket;
  }

  function hear(body: string, authorization = `Bearer ${TOKEN}`) {
    return video.readWebhook({ body, authorization });
  }

  it('opens and closes twice without harm', async () => {
    await video.openRoom('room');
    await video.openRoom('room');
    expect(await video.participants('room')).toEqual([]);
    await video.closeRoom('room');
    await video.closeRoom('room');
    await expect(video.admit('room', 'ada')).rejects.toMatchObject({
      code: 'sessions.media_room_not_open',
    });
  });

  it('tells who is there and what they send, when asked and by webhook', async () => {
    await video.openRoom('room');
    const { token, screenToken } = await admit('ada');
    await admit('bob');
    const ada = server.enter(token, { hasAudio: true, hasVideo: false });
    server.enter(screenToken);

    const statuses = await video.participants('room');
    expect(statuses.find(({ participantId }) => participantId === 'ada')).toMatchObject({
      connected: true,
      sources: ['microphone', 'screen'],
    });
    expect(statuses.find(({ participantId }) => participantId === 'bob')).toMatchObject({
      connected: false,
      lastPacketAtMs: null,
    });

    server.leave(ada ?? '', 'networkDisconnect');
    const heard = await Promise.all(server.webhooks.map((body) => hear(body)));
    expect(heard.flatMap(({ events }) => events)).toMatchObject([
      { kind: 'connected', participantId: 'ada', roomId: 'room' },
      { kind: 'disconnected', participantId: 'ada', roomId: 'room' },
    ]);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(heard.length);
  });

  it('believes no webhook without its token, with another one, or with words that make no sense', async () => {
    const body = JSON.stringify({ event: 'participantJoined', timestamp: 1 });
    const refused = { code: 'sessions.webhook_unverified' };
    await expect(video.readWebhook({ body, authorization: undefined })).rejects.toMatchObject(
      refused,
    );
    await expect(hear(body, `Bearer ${TOKEN}x`)).rejects.toMatchObject(refused);
    await expect(hear('{')).rejects.toMatchObject(refused);
    await expect(hear(body)).resolves.toMatchObject({ events: [] });
  });

  it('has one seat for one person: the older page is told and disconnected', async () => {
    await video.openRoom('room');
    const older = server.enter((await admit('ada')).token);
    const { token } = await admit('ada');
    await new Promise((done) => setTimeout(done, 5));
    const newer = server.enter(token);

    expect(await video.participants('room')).toMatchObject([
      { participantId: 'ada', connected: true },
    ]);
    expect(server.signals).toEqual([{ session: 'room', to: [older], type: 'replaced' }]);
    expect(server.isIn(older)).toBe(false);
    expect(server.isIn(newer)).toBe(true);
  });

  it('puts somebody out for good, also with a token that was not used yet', async () => {
    await video.openRoom('room');
    const { token, screenToken } = await admit('ada');
    const ada = server.enter(token);

    await video.remove('room', 'ada');

    expect(server.isIn(ada)).toBe(false);
    expect(server.enter(screenToken)).toBeNull();
    expect(await video.participants('room')).toEqual([]);
    await video.remove('room', 'nobody');
  });

  it.each([401, 500, 503])(
    'says that video is unavailable when it is answered %i',
    async (status) => {
      server.failsWith = status;
      for (const call of [
        video.openRoom('room'),
        video.admit('room', 'ada'),
        video.participants('room'),
        video.closeRoom('room'),
      ])
        await expect(call).rejects.toMatchObject({ kind: 'unavailable' });
    },
  );

  it('gives up on a server that does not answer', async () => {
    server.isStuck = true;
    await expect(video.participants('room')).rejects.toMatchObject({ kind: 'unavailable' });
  }, 10_000);

  it('opens a room again that the server has forgotten', async () => {
    await video.openRoom('room');
    server.forget();
    expect(await video.participants('room')).toEqual([]);
    await video.openRoom('room');
    await expect(admit('ada')).resolves.toMatchObject({ kind: 'openvidu' });
  });

  itWithFfmpeg(
    'records each stream by itself, fetches, joins and checks it, and leaves nothing there',
    async () => {
      await video.openRoom('room');
      const order = { recordingId: 'one', people: ['ada'], windowSeconds: null };
      await expect(
        video.startRecording('room', { ...order, segment: 1, elapsedMs: 0 }),
      ).rejects.toMatchObject({ code: 'sessions.media_unavailable' }); // 406: nobody is connected
      server.enter((await admit('ada')).token);
      server.recordings.media = twoSecondsOf(recordingsDir);

      const first = await video.startRecording('room', { ...order, segment: 1, elapsedMs: 0 });
      const handle = { roomId: 'room', recordingId: 'one', refs: first };
      expect(await video.recordingReport(handle)).toMatchObject({ state: 'taking', frames: 1 });
      await expect(video.fetchRecording(handle)).rejects.toMatchObject({ kind: 'unavailable' });
      await video.stopRecording(handle);
      await video.stopRecording(handle);
      expect(await video.recordingReport(handle)).toMatchObject({ state: 'unknown' });
      const second = await video.startRecording('room', { ...order, segment: 2, elapsedMs: 5_000 });
      const both = { ...handle, refs: [...first, ...second] };
      await video.stopRecording(both);

      const rawFolder = await video.fetchRecording(both);
      const outFolder = join(recordingsDir, 'out');
      const made = await finishRecording({ rawFolder, outFolder, startsAtFirstFrame: false });
      expect(made.files).toMatchObject([{ personId: 'ada', kind: 'person', hasSound: true }]);
      expect(made.files[0]?.pictures).toBe(2 * 20);
      expect(Math.abs(made.durationMs - 7_100)).toBeLessThan(120);
      expect(made.gaps.map(({ source, reason }) => `${source} ${reason}`)).toContain(
        'microphone restart',
      );
      await video.forgetRecording(both);
      expect(server.recordings.count).toBe(0);
      expect(existsSync(rawFolder)).toBe(false);
    },
  );

  it('holds no window for evidence, and says so', async () => {
    await video.openRoom('room');
    const order = { recordingId: 'one', people: [], windowSeconds: 120, segment: 1, elapsedMs: 0 };
    await expect(video.startRecording('room', order)).rejects.toMatchObject({
      code: 'sessions.media_unavailable',
    });
  });
});

/** Ten pictures a second and a tone, as another program writes them. */
function twoSecondsOf(folder: string): Buffer {
  const path = join(folder, 'stream.webm');
  const input = (source: string) => ['-f', 'lavfi', '-i', source];
  const made = spawnSync('ffmpeg', [
    ...['-loglevel', 'error', ...input('testsrc=size=160x120:rate=10'), ...input('sine')],
    ...['-t', '2', '-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus', path],
  ]);
  if (made.status !== 0) throw new Error(`ffmpeg: ${made.stderr.toString()}`);
  return readFileSync(path);
}
