import { jest } from '@jest/globals';
import { VIDEO_PORT } from '../../../src/modules/sessions/application/video-port.token.js';
import { RecordingsFacade } from '../../../src/modules/sessions/index.js';
import { VideoUnavailableError } from '../../../src/modules/sessions/media/media.errors.js';
import type { VideoPort } from '../../../src/modules/sessions/media/video-port.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { pause } from '../../media/eventually.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import { aPerson } from '../../support/world.js';
import { aRoom } from './recording-scene.js';

interface Kept {
  readonly items: {
    id: string;
    state: string;
    purpose: string;
    durationMs: number;
    keepUntil: string;
    frozenBy: string | null;
    endReason: string;
    files: { id: string; sizeKib: number; sha256: string; hasSound: boolean }[];
  }[];
}

describe.each(STORES)('recordings kept on %s', (store) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ store });
  }, 60_000);
  afterAll(() => test.close());

  it('deletes a copy when its time is up, or when one asks, and certifies what it was', async () => {
    const scene = await aRoom(test, { countries: ['DE', 'US'] });
    const { learner, expert, sessionId } = scene;
    for (const who of [learner, expert]) await scene.agree(who, 'copy');
    await scene.until('copy', 'recording');
    await scene.end();
    await scene.finish();
    const facade = test.get(RecordingsFacade);
    const [kept] = await facade.of(sessionId, expert.id, false);
    expect(kept?.state).toBe('ready');

    await expect(facade.delete(kept!.id, expert.id, true)).rejects.toMatchObject({
      code: 'sessions.recording_frozen',
    });
    test.clock.advance({ hours: 24 * 29 });
    await test.settle();
    expect(await facade.of(sessionId, expert.id, false)).toHaveLength(1);
    test.clock.advance({ hours: 48 });
    await test.settle();

    expect(await facade.of(sessionId, expert.id, false)).toEqual([]);
    expect(await facade.certificatesOf(sessionId, learner.id)).toMatchObject([
      {
        cause: 'time_is_up',
        rule: 'copy/*/DE',
        files: kept?.files.map(({ sha256 }) => ({ sha256 })),
      },
    ]);
    const { manager } = test.get(UnitOfWork);
    await expect(manager.query('DELETE FROM sessions_deletion_certificates')).rejects.toThrow();
    await expect(
      manager.query('UPDATE sessions_recording_consents SET has_agreed = 1'),
    ).rejects.toThrow();
  }, 80_000);

  it.each([
    ['for_child', { isForChild: true }],
    ['category_forbids', { categoryForbids: true }],
    ['offer_forbids', { offerForbids: true }],
    ['not_offered', null],
  ])('refuses a consent where nothing is recorded: %s', async (ban, terms) => {
    const scene = await aRoom(test, terms);
    const { wording, ban: shown } = await scene.room();
    expect(shown).toBe(ban);
    const refused = await scene.learner.http
      .post(`/api/v1/sessions/${scene.sessionId}/recording/consents`)
      .send({ purpose: 'copy', hasAgreed: true, wording, language: 'en' })
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'sessions.recording_forbidden' });
  });

  it('refuses a page that shows words which do not count any more', async () => {
    const scene = await aRoom(test);
    const refused = await scene.learner.http
      .post(`/api/v1/sessions/${scene.sessionId}/recording/consents`)
      .send({ purpose: 'copy', hasAgreed: true, wording: '2020-01', language: 'en' })
      .expect(409);
    expect(refused.body).toMatchObject({ code: 'sessions.recording_wording_changed' });
  });
});

describe('recording a room', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  }, 60_000);
  afterAll(() => test.close());

  it('begins when both have agreed, stops at once when one takes it back, and is theirs alone to play', async () => {
    const scene = await aRoom(test);
    const { learner, expert, sessionId } = scene;
    const recordings = async (who = learner): Promise<Kept> =>
      (await who.http.get(`/api/v1/sessions/${sessionId}/recordings`).expect(200)).body as Kept;

    await scene.agree(learner, 'copy');
    expect((await scene.room(expert)).purposes[0]).toMatchObject({
      purpose: 'copy',
      state: 'off',
      haveIAgreed: false,
      hasOtherAgreed: true,
    });
    await scene.agree(expert, 'copy');
    await scene.until('copy', 'recording');
    await pause(1_200);
    await scene.agree(expert, 'copy', false);
    expect((await scene.room()).purposes[0]?.state).toBe('off');
    await scene.finish();

    const [kept] = (await recordings()).items;
    expect(kept).toMatchObject({ state: 'ready', endReason: 'consent_withdrawn', frozenBy: null });
    expect(kept?.durationMs).toBeGreaterThan(1_000);
    expect(kept?.files.map(({ hasSound }) => hasSound)).toEqual([true, true]);

    const addresses = await learner.http
      .post(`/api/v1/recordings/${kept?.id}/addresses`)
      .send({ use: 'play' })
      .expect(200);
    const { url } = (addresses.body as { items: { url: string }[] }).items[0]!;
    const whole = await learner.http.get(url).buffer(true).expect(200);
    const size = Number(whole.headers['content-length']);
    expect(whole.headers['accept-ranges']).toBe('bytes');
    const part = await learner.http.get(url).set('range', 'bytes=0-3').expect(206);
    expect(part.headers['content-range']).toBe(`bytes 0-3/${size}`);
    expect(Buffer.from(part.body as Buffer).toString('hex')).toBe('1a45dfa3');
    const past = await learner.http.get(url).set('range', `bytes=${size}-`).expect(416);
    expect(past.headers['content-range']).toBe(`bytes */${size}`);
    const head = await learner.http.head(url).expect(200);
    expect(head.headers['content-length']).toBe(String(size));

    const stranger = await aPerson(test, 'Max');
    await stranger.http.get(url).expect(404);
    await stranger.http.get(`/api/v1/sessions/${sessionId}/recordings`).expect(404);
    await stranger.http.get(`/api/v1/sessions/${sessionId}/recording`).expect(404);
    await stranger.http
      .post(`/api/v1/recordings/${kept?.id}/addresses`)
      .send({ use: 'download' })
      .expect(404);
    await expert.http.get(url).expect(403); // hers alone, even between the two
    await learner.http.get(url.replace('use=play', 'use=download')).expect(403);
    test.clock.advance({ hours: 5 });
    await learner.http.get(url).expect(403);

    const { items: audited } = await test
      .get(Audit)
      .list({ offset: 0, limit: 10 }, { subjectId: kept!.id });
    expect(audited.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['sessions.recording.view', learner.id],
    ]);
  }, 80_000);

  it('holds two minutes of evidence only, which a report keeps and nobody may delete while it is open', async () => {
    const scene = await aRoom(test);
    const { learner, expert, sessionId } = scene;
    for (const who of [learner, expert]) await scene.agree(who, 'evidence');
    await scene.until('evidence', 'recording');
    await pause(1_200);
    await learner.http
      .post(`/api/v1/sessions/${sessionId}/reports`)
      .send({ reason: 'harassment', text: 'shouted at me' })
      .expect(200);
    await learner.http
      .post(`/api/v1/sessions/${sessionId}/reports`)
      .send({ reason: 'fraud', text: '' })
      .expect(409);
    // What comes after the report is held anew, and goes when it is taken back.
    await scene.until('evidence', 'recording');
    await scene.agree(expert, 'evidence', false);
    await scene.end();
    await scene.finish();

    const list = async (): Promise<Kept> =>
      (await learner.http.get(`/api/v1/sessions/${sessionId}/recordings`).expect(200)).body as Kept;
    const { items } = await list();
    expect(items.map(({ endReason, state }) => `${endReason} ${state}`)).toEqual([
      'reported ready',
    ]);
    expect(items[0]).toMatchObject({ purpose: 'evidence', frozenBy: 'open_report' });
    const refused = await expert.http.delete(`/api/v1/recordings/${items[0]?.id}`).expect(422);
    expect(refused.body).toMatchObject({ code: 'sessions.evidence_stays' });
    test.clock.advance({ hours: 24 * 10 });
    await test.settle();
    expect((await list()).items).toHaveLength(1);
  }, 80_000);

  it('tells both when it cannot be started, after trying again, and tries anew when asked to', async () => {
    const scene = await aRoom(test);
    const { learner, expert } = scene;
    const video = test.app.get<VideoPort>(VIDEO_PORT, { strict: false });
    const start = jest
      .spyOn(video, 'startRecording')
      .mockRejectedValue(new VideoUnavailableError('no recorder'));
    for (const who of [learner, expert]) await scene.agree(who, 'copy');
    await scene.until('copy', 'failed');
    expect(start).toHaveBeenCalledTimes(3);
    for (const who of [learner, expert])
      expect((await scene.room(who)).purposes[0]).toMatchObject({ problem: 'could_not_start' });

    start.mockRestore();
    test.clock.advance({ seconds: 1 });
    await scene.agree(learner, 'copy');
    await scene.until('copy', 'recording');
    await scene.end();
  }, 80_000);
});
