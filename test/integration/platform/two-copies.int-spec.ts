import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { io, type Socket } from 'socket.io-client';
import { agent } from 'supertest';
import { CatalogFacade } from '../../../src/modules/catalog/index.js';
import { SchedulingFacade } from '../../../src/modules/scheduling/index.js';
import { Mailbox } from '../../../src/platform/mail/mailbox.js';
import { type FlakyLine, flakyLineTo } from '../../support/flaky-line.js';
import { aSessionOf, openSocket } from '../../support/room.js';
import { startCopy, startTestApp, type TestApp } from '../../support/test-app.js';
import { aDocument, TextEditor } from '../../support/text-editor.js';
import {
  aCategory,
  anExpert,
  aPerson,
  GOOD_CARD,
  idempotencyKey,
  openCountries,
  PASSWORD,
  type Somebody,
} from '../../support/world.js';

const REDIS = process.env['TEST_REDIS_URL'];
const describeWithServers = REDIS && process.env['TEST_MYSQL_URL'] ? describe : describe.skip;

interface HelpRequestBody {
  readonly id: string;
  readonly state: string;
  readonly sessionId: string | null;
}

/** A person's open page on one of the copies. */
interface OpenPage {
  readonly http: Somebody['http'];
  readonly socket: Socket;
  readonly heard: { readonly event: string; readonly payload: Record<string, unknown> }[];
}

describeWithServers('two copies of the program over Redis and MariaDB', () => {
  const files = mkdtempSync(join(tmpdir(), 'visavis-shared-files-'));
  const sockets: Socket[] = [];
  let line: FlakyLine;
  let one: TestApp;
  let other: TestApp;
  let categoryId: string;
  beforeAll(async () => {
    line = await flakyLineTo(REDIS ?? '');
    const env = {
      REDIS_URL: line.url,
      STORAGE_URL: pathToFileURL(files).href,
      LIVEKIT_URL: 'http://127.0.0.1:1',
      LIVEKIT_API_KEY: 'nobody',
      LIVEKIT_API_SECRET: 'a secret for a server that is not there',
    };
    one = await startTestApp({ store: 'MariaDB', env });
    other = await startCopy(one);
    await openCountries(one, 'FR', 'DE');
    categoryId = await aCategory(one);
  }, 60_000);
  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await other?.close();
    await one?.close();
    await line?.cut();
    rmSync(files, { recursive: true, force: true });
  }, 30_000);

  const openPage = async ({ email }: Somebody, copy: TestApp): Promise<OpenPage> => {
    const http = agent(copy.url);
    const signedIn = await http.post('/api/v1/auth/sign-in').send({ email, password: PASSWORD });
    const cookie = signedIn.get('set-cookie')?.[0]?.split(';')[0] ?? '';
    const socket = io(copy.url, { transports: ['websocket'], extraHeaders: { cookie } });
    sockets.push(socket);
    const heard: OpenPage['heard'] = [];
    socket.onAny((event: string, payload: Record<string, unknown>) => {
      heard.push({ event, payload });
    });
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
    return { http, socket, heard };
  };
  const goFree = async (expert: Somebody, copy: TestApp): Promise<void> => {
    await copy.get(SchedulingFacade).heartbeat(expert.id);
    await expert.http.put('/api/v1/studio/presence').send({ free: true }).expect(200);
  };
  const ask = async ({ http }: OpenPage, listingId: string): Promise<string> => {
    const answer = await http
      .post('/api/v1/help-requests')
      .set(idempotencyKey())
      .send({
        listingId,
        problem: 'My sourdough does not rise',
        ceilingMinutes: 15,
        language: 'en',
        payment: GOOD_CARD,
      })
      .expect(201);
    return (answer.body as HelpRequestBody).id;
  };
  const read = async ({ http }: OpenPage, id: string): Promise<HelpRequestBody> =>
    (await http.get(`/api/v1/help-requests/${id}`).expect(200)).body as HelpRequestBody;
  const isFoundFreeOn = async (copy: TestApp, listingId: string): Promise<boolean> => {
    const query = { text: '', freeNow: true, sort: 'best', offset: 0, limit: 50 } as const;
    const { hits } = await copy.get(CatalogFacade).search(query);
    return hits.some((hit) => hit.listingId === listingId);
  };

  it('shows on each who is free on the other, in search too', async () => {
    const expert = await anExpert(one, 'Marc', categoryId);
    const visitor = await openPage(await aPerson(one, 'Vera'), other);
    await goFree(expert, one);
    await until(() => isFoundFreeOn(other, expert.listingId));
    await until(() => visitor.heard.some(({ payload }) => payload['expertId'] === expert.id));
    expect(visitor.heard).toContainEqual({
      event: 'presence.changed',
      payload: { expertId: expert.id, state: 'free_now' },
    });
  });

  it('rings the expert on one for the learner on the other, and tells the learner of the answer', async () => {
    const expert = await anExpert(one, 'Ines', categoryId);
    const learner = await openPage(await aPerson(one, 'Lea'), one);
    const expertPage = await openPage(expert, other);
    await goFree(expert, other);
    await until(() => isFoundFreeOn(one, expert.listingId));
    const requestId = await ask(learner, expert.listingId);
    const ring = await until(() => expertPage.heard.find(({ event }) => event === 'ring.started'));
    await expertPage.http.post(`/api/v1/rings/${String(ring.payload['id'])}/accept`).expect(200);
    await until(async () => (await read(learner, requestId)).sessionId !== null);
    expect((await read(learner, requestId)).state).toBe('accepted');
    expect(learner.heard).toContainEqual({
      event: 'help-request.changed',
      payload: { id: requestId },
    });
  });

  it('brings one text together that is written on both, also where the line between them was down', async () => {
    const [learner, expert] = [await aPerson(one, 'Lina'), await aPerson(one, 'Emil')];
    const sessionId = await aSessionOf(one, learner, expert);
    const documentId = await aDocument(learner.http, sessionId);
    const [here, there] = [await openSocket(learner, one), await openSocket(expert, other)];
    sockets.push(here.socket, there.socket);
    const left = new TextEditor(here, sessionId, documentId);
    const right = new TextEditor(there, sessionId, documentId);
    for (const editor of [left, right]) await editor.open();
    left.write(0, 'from the left ');
    right.write(0, 'from the right ');
    await Promise.all([left.flush(), right.flush()]);
    await until(() => left.text.length === 29 && left.text === right.text);
    await line.cut();
    left.write(0, 'unheard ');
    await left.flush();
    await line.mend();
    right.write(0, 'after it ');
    await right.flush();
    for (const editor of [left, right]) await editor.open();
    expect([left.text, left.text.length]).toEqual([right.text, 46]);
  });

  it('loses and doubles nothing while Redis is gone, and is whole again when it is back', async () => {
    const expert = await anExpert(one, 'Odile', categoryId);
    const learner = await openPage(await aPerson(one, 'Leo'), one);
    await goFree(expert, one);
    await until(() => isFoundFreeOn(other, expert.listingId));
    await line.cut();
    const requestId = await ask(learner, expert.listingId);
    await until(async () => (await read(learner, requestId)).state === 'ringing');
    await learner.http.post(`/api/v1/help-requests/${requestId}/withdraw`).expect(200);
    const newcomer = await anExpert(one, 'Paul', categoryId);
    await goFree(newcomer, one);
    await line.mend();
    await until(() => isFoundFreeOn(one, newcomer.listingId));
    await until(() => isFoundFreeOn(other, newcomer.listingId));
    const { items } = await one.get(Mailbox).list({ offset: 0, limit: 100 }, newcomer.email);
    const subjects = items.map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe(subjects.length);
  }, 30_000);
});

/** Asks again until the answer is there. */
async function until<T>(look: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const found = await look();
    if (found) return found;
    await sleep(50);
  }
  throw new Error('it did not come to be within 10 s');
}
