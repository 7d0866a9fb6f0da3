import {
  EmbeddedVideo,
  type VideoProblem,
} from '../../../src/modules/sessions/media/embedded-video.js';
import type { MediaEvent, OutgoingSignal } from '../../../src/modules/sessions/media/video-port.js';
import { eventually, pause } from '../../media/eventually.js';

const seatId = '0b9c7a52-6f1e-4c55-9a53-7d0a6b1f2c3d';
const sources = { microphone: 'off', camera: 'off', screen: 'off' };

describe('the embedded video port', () => {
  let video: EmbeddedVideo;
  let events: MediaEvent[];
  let signals: OutgoingSignal[];
  let problems: VideoProblem[];

  beforeEach(() => {
    events = [];
    signals = [];
    problems = [];
    video = new EmbeddedVideo({
      publicAddress: null,
      portRange: null,
      recordingsDir: null,
      nowMs: Date.now,
      report: (problem) => problems.push(problem),
    });
    video.onEvent((event) => events.push(event));
    video.onSignal((signal) => signals.push(signal));
  });

  afterEach(() => video.close());

  it('lets nobody speak who was not admitted, and nobody at all into a room that is not open', async () => {
    await expect(video.admit('room', 'ada')).rejects.toMatchObject({
      code: 'sessions.media_room_not_open',
    });
    await video.openRoom('room');
    await expect(video.signal('room', 'ada', { type: 'sync', seatId })).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'sessions.media_not_admitted',
    });
  });

  it('refuses words and offers that its own connector never says', async () => {
    await video.openRoom('room');
    await video.admit('room', 'ada');
    const say = (message: unknown) => video.signal('room', 'ada', message);
    const refused = { kind: 'invalid', code: 'sessions.media_bad_signal' };

    await expect(say('hello')).rejects.toMatchObject(refused);
    const offer = { type: 'join', seatId, sources, sdp: 'v=0\r\nm=audio 9 X 1\r\na=sendrecv\r\n' };
    await expect(say(offer)).rejects.toMatchObject(refused);
    await expect(say({ type: 'sync', seatId })).rejects.toMatchObject({
      code: 'sessions.media_seat_gone',
    });
    expect(problems).toEqual([]);
  });

  it('has four seats, and a seat that was taken away is free again', async () => {
    await video.openRoom('room');
    for (const id of ['a', 'b', 'c', 'd', 'a']) await video.admit('room', id);
    await expect(video.admit('room', 'e')).rejects.toMatchObject({
      code: 'sessions.media_room_full',
    });

    await video.remove('room', 'b');

    await expect(video.admit('room', 'e')).resolves.toMatchObject({ kind: 'embedded' });
    expect((await video.participants('room')).map((one) => one.participantId).sort()).toEqual([
      'a',
      'c',
      'd',
      'e',
    ]);
  });

  it('tells whoever is put out, and whoever is left when the room closes, why', async () => {
    await video.openRoom('room');
    await video.admit('room', 'ada');
    await video.admit('room', 'bob');

    await video.remove('room', 'ada');
    await video.closeRoom('room');

    expect(signals.map(({ participantId, message }) => ({ participantId, message }))).toEqual([
      { participantId: 'ada', message: { type: 'closed', reason: 'removed' } },
      { participantId: 'bob', message: { type: 'closed', reason: 'room_closed' } },
    ]);
  });

  it('counts a generated participant as connected until it is removed', async () => {
    await video.openRoom('room');
    await video.joinGenerated('room', 'demo', 7);
    await eventually('both sources', () => events.length >= 3);
    await pause(4_000);

    const [demo] = await video.participants('room');
    expect(demo).toMatchObject({ connected: true, sources: ['microphone', 'camera'] });
    expect(Date.now() - demo!.lastPacketAtMs!).toBeLessThan(1_000);

    await video.remove('room', 'demo');
    expect(events.filter(({ kind }) => kind !== 'quality').map(({ kind }) => kind)).toEqual([
      'connected',
      'published',
      'published',
      'disconnected',
    ]);
  });

  it('plays generated participants on after the media thread crashed', async () => {
    await video.openRoom('room');
    await video.joinGenerated('room', 'demo', 0);
    await video.admit('room', 'ada');
    await eventually('the figure', () => events.some(({ kind }) => kind === 'published'));

    await (await video['thread'])?.['worker'].terminate();

    await eventually('the figure again', () => {
      return events.filter(({ kind }) => kind === 'connected').length === 2;
    });
    expect(problems.map(({ kind }) => kind)).toEqual(['crash']);
    expect(signals).toContainEqual({
      roomId: 'room',
      participantId: 'ada',
      message: { type: 'rejoin' },
    });
  });

  it('opens and closes twice without harm, and answers nothing once it is closed', async () => {
    await video.openRoom('room');
    await video.openRoom('room');
    await video.closeRoom('room');
    await video.closeRoom('room');
    await video.remove('room', 'nobody');
    expect(await video.participants('room')).toEqual([]);

    await video.close();
    await video.close();
    await expect(video.openRoom('room')).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
