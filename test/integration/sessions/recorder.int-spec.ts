import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedVideo } from '../../../src/modules/sessions/media/embedded-video.js';
import { finishRecording } from '../../../src/modules/sessions/media/finish/finish-recording.js';
import { eventually, pause } from '../../media/eventually.js';

const PEOPLE = ['ada', 'bob'];
/** What the drawn figures send: see `tools/make-demo-media.mjs`. */
const SOUNDS_A_SECOND = 50;

describe('the embedded recorder', () => {
  let root: string;
  let video: EmbeddedVideo;
  const problems: string[] = [];

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'visavis-recorder-'));
    video = new EmbeddedVideo({
      publicAddress: null,
      portRange: null,
      recordingsDir: root,
      nowMs: Date.now,
      report: ({ detail }) => problems.push(detail),
    });
    await video.openRoom('room');
    for (const [look, id] of PEOPLE.entries()) await video.joinGenerated('room', id, look);
  });

  afterEach(async () => {
    await video.close();
    rmSync(root, { recursive: true, force: true });
    expect(problems).toEqual([]);
  });

  const handle = { roomId: 'room', recordingId: 'one', refs: [] };
  const start = (segment = 1, elapsedMs = 0, windowSeconds: number | null = null) =>
    video.startRecording('room', {
      recordingId: 'one',
      segment,
      elapsedMs,
      people: PEOPLE,
      windowSeconds,
    });
  const finish = async (startsAtFirstFrame = false) =>
    finishRecording({
      rawFolder: await video.fetchRecording(handle),
      outFolder: join(root, 'out'),
      startsAtFirstFrame,
    });

  it('keeps every picture and every packet of sound of each person, in one file that can be sought in', async () => {
    await start();
    await pause(2_500);
    expect(await video.recordingReport(handle)).toMatchObject({ state: 'taking', broken: 0 });
    await video.stopRecording(handle, true);
    await video.stopRecording(handle, true);

    const { files, durationMs, gaps } = await finish();

    expect(durationMs).toBeGreaterThan(2_200);
    expect(files.map(({ personId, kind }) => `${personId} ${kind}`)).toEqual([
      'ada person',
      'bob person',
    ]);
    expect(gaps).toEqual([]);
    for (const file of files) {
      expect(file).toMatchObject({ hasSound: true });
      expect(file.width).toBeGreaterThan(100);
      const seconds = durationMs / 1000;
      expect(Math.abs(file.sounds - SOUNDS_A_SECOND * seconds)).toBeLessThan(5);
      expect(file.pictures).toBeGreaterThan(10 * seconds);
    }
  });

  it('goes on after the media thread was lost, with the hole named', async () => {
    await start();
    await pause(1_000);
    await (await video['thread'])?.['worker'].terminate();
    problems.length = 0;
    await eventually('the recorder is gone', async () => {
      const report = await video.recordingReport(handle).catch(() => null);
      problems.length = 0;
      return report?.state === 'unknown';
    });
    await start(2, 3_500);
    await pause(1_000);
    await video.stopRecording(handle, true);

    const { files, gaps, durationMs } = await finish();

    expect(files).toHaveLength(2);
    expect(durationMs).toBeGreaterThan(4_000);
    const restarts = gaps.filter(({ reason }) => reason === 'restart');
    expect(restarts.map(({ personId }) => personId)).toEqual(
      expect.arrayContaining(['ada', 'bob']),
    );
    expect(restarts[0]?.toMs).toBeGreaterThanOrEqual(3_500);
  });

  it('holds a window in memory only: the newest part is kept, or nothing at all', async () => {
    await start(1, 0, 1.5);
    await pause(2_800);
    await video.stopRecording(handle, true);
    const kept = await finish(true);
    expect(kept.files).toHaveLength(2);
    expect(kept.durationMs).toBeLessThanOrEqual(1_600);
    expect(kept.durationMs).toBeGreaterThan(500);

    rmSync(join(root, 'one'), { recursive: true });
    await start(1, 0, 2);
    await pause(500);
    await video.stopRecording(handle, false);
    expect((await finish(true)).files).toEqual([]);
  });
});
