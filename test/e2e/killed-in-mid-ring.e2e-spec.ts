import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { agent } from 'supertest';
import { SchedulingFacade } from '../../src/modules/scheduling/index.js';
import { type Program, startProgram } from '../support/program.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import {
  aCategory,
  anExpert,
  aPerson,
  GOOD_CARD,
  idempotencyKey,
  openCountries,
  PASSWORD,
  type Somebody,
} from '../support/world.js';

const REDIS_URL = process.env['TEST_REDIS_URL'] ?? '';
const describeWithServers = REDIS_URL && process.env['TEST_MYSQL_URL'] ? describe : describe.skip;
const RING_SECONDS = 60;

interface HelpRequest {
  readonly id: string;
  readonly state: string;
  readonly sessionId: string | null;
}

describeWithServers('a copy that is killed while an expert is rung', () => {
  const files = mkdtempSync(join(tmpdir(), 'visavis-shared-files-'));
  let survivor: TestApp;
  let doomed: Program;
  let categoryId: string;
  beforeAll(async () => {
    const env = {
      REDIS_URL,
      STORAGE_URL: pathToFileURL(files).href,
      LIVEKIT_URL: 'http://127.0.0.1:1',
      LIVEKIT_API_KEY: 'nobody',
      LIVEKIT_API_SECRET: 'a secret for a server that is not there',
    };
    const now = new Date().toISOString();
    survivor = await startTestApp({ store: 'MariaDB', env, now });
    const { DATABASE_URL = '', APP_SECRET = '' } = survivor.store.env;
    doomed = await startProgram({ ...env, DATABASE_URL, APP_SECRET, DEMO: '0' });
    await openCountries(survivor, 'FR', 'DE');
    categoryId = await aCategory(survivor);
  }, 120_000);
  afterEach(() => doomed.restart(), 60_000);
  afterAll(async () => {
    await doomed?.remove();
    await survivor?.close();
    rmSync(files, { recursive: true, force: true });
  }, 60_000);

  /** The same person, signed in on the copy that will be killed. */
  const onDoomed = async ({ email }: Somebody): Promise<Somebody['http']> => {
    const http = agent(`http://127.0.0.1:${doomed.port}`);
    await http.post('/api/v1/auth/sign-in').send({ email, password: PASSWORD }).expect(200);
    return http;
  };
  const catchUpWithTheClock = (): void => {
    const behind = Date.now() - survivor.clock.now().epochMilliseconds;
    survivor.clock.advance({ milliseconds: Math.max(0, behind) });
  };
  /** Asks through the copy that dies as soon as the expert is rung. */
  const askAndDie = async (
    learner: Somebody,
    expert: Somebody & { listingId: string },
  ): Promise<string> => {
    const http = await onDoomed(learner);
    catchUpWithTheClock();
    await survivor.get(SchedulingFacade).heartbeat(expert.id);
    await expert.http.put('/api/v1/studio/presence').send({ free: true }).expect(200);
    const asked = await http
      .post('/api/v1/help-requests')
      .set(idempotencyKey())
      .send({
        listingId: expert.listingId,
        problem: 'My sourdough does not rise',
        ceilingMinutes: 15,
        language: 'en',
        payment: GOOD_CARD,
      })
      .expect(201);
    const { id } = asked.body as HelpRequest;
    await until(async () => (await read(learner, id)).state === 'ringing');
    await doomed.kill();
    return id;
  };
  const read = async ({ http }: Somebody, id: string): Promise<HelpRequest> =>
    (await http.get(`/api/v1/help-requests/${id}`).expect(200)).body as HelpRequest;

  it('leaves the answer to the other: the expert accepts and the room is there', async () => {
    const expert = await anExpert(survivor, 'Marc', categoryId);
    const learner = await aPerson(survivor, 'Lea');
    const id = await askAndDie(learner, expert);
    const today = await expert.http.get('/api/v1/studio/today').expect(200);
    const { ring } = today.body as { ring: { id: string } };
    await expert.http.post(`/api/v1/rings/${ring.id}/accept`).expect(200);
    await until(async () => (await read(learner, id)).sessionId !== null);
    expect((await read(learner, id)).state).toBe('accepted');
  }, 60_000);

  it('leaves nobody hanging when the expert does not answer: all is let go', async () => {
    const expert = await anExpert(survivor, 'Ines', categoryId);
    const learner = await aPerson(survivor, 'Leo');
    const id = await askAndDie(learner, expert);
    catchUpWithTheClock();
    // What the killed copy had in its hands comes free when its lease ends.
    survivor.clock.advance({ seconds: 2 * RING_SECONDS });
    await until(async () => (await read(learner, id)).state === 'unanswered');
    const today = await expert.http.get('/api/v1/studio/today').expect(200);
    expect((today.body as { ring: unknown }).ring).toBeNull();
  }, 60_000);
});

async function until(look: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await look()) return;
    await sleep(50);
  }
  throw new Error('it did not come to be within 15 s');
}
