import { randomUUID } from 'node:crypto';
import { SessionsFacade } from '../../../src/modules/sessions/index.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import { aSessionOf, openSocket, type SocketPage } from '../../support/room.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import { aDocument, TextEditor } from '../../support/text-editor.js';
import { aPerson, type Somebody } from '../../support/world.js';
import { entriesOf } from '../../support/zip.js';

const PICTURE = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2]),
  Buffer.from('colours'),
  Buffer.from([0xff, 0xd9]),
]);

interface Item {
  readonly kind: string;
  readonly at: string;
  readonly by?: string | null;
}

describe.each(STORES)('what is left of a session on %s', (store) => {
  let test: TestApp;
  let learner: Somebody;
  let expert: Somebody;
  let stranger: Somebody;
  let page: SocketPage;
  let sessionId: string;
  beforeAll(async () => {
    test = await startTestApp({ store });
    learner = await aPerson(test, 'Lea');
    expert = await aPerson(test, 'Eva');
    stranger = await aPerson(test, 'Sam');
    page = await openSocket(learner, test);
    sessionId = await aSessionOf(test, learner, expert);
    await happen();
  }, 60_000);
  afterAll(async () => {
    page?.socket.disconnect();
    await test?.close();
  });

  /** A message with a file, a frozen picture with a line, two documents, one of them saved; then the end. */
  const happen = async (): Promise<void> => {
    const tick = (): void => test.clock.advance({ seconds: 5 });
    tick();
    const sent = await learner.http
      .post(`/api/v1/sessions/${sessionId}/files`)
      .attach('file', Buffer.from('a,b'), 'été <b>.csv');
    const fileIds = [(sent.body as { id: string }).id];
    await page.say('room.chat', {
      sessionId,
      clientId: randomUUID(),
      text: '<i>look</i>',
      fileIds,
    });
    tick();
    const frozen = await learner.http
      .post('/api/v1/files')
      .attach('file', PICTURE, 'frame.jpg')
      .expect(201);
    const { id: fileId } = frozen.body as { id: string };
    const still = await page.say('room.freeze', { sessionId, fileId, width: 640, height: 480 });
    await page.say('room.stroke', {
      sessionId,
      stillId: (still['still'] as { id: string }).id,
      clientId: randomUUID(),
      points: [0, 0, 5000, 5000],
    });
    tick();
    const documentId = await aDocument(learner.http, sessionId, 'steps.md');
    await aDocument(expert.http, sessionId, 'steps.md');
    const editor = new TextEditor(page, sessionId, documentId);
    await editor.open();
    editor.write(0, 'knead, rest, bake');
    await editor.flush();
    tick();
    await test.get(SessionsFacade).end(sessionId, expert.id);
    await test.settle();
  };
  const zipOf = async (who: Somebody) => {
    const answer = await who.http
      .get(`/api/v1/sessions/${sessionId}/export`)
      .responseType('blob')
      .expect(200);
    return { headers: answer.headers, entries: entriesOf(answer.body as Buffer) };
  };

  it('stands on one line in the order in which it happened, the same for both', async () => {
    const read = async (who: Somebody): Promise<readonly Item[]> => {
      const answer = await who.http.get(`/api/v1/sessions/${sessionId}/timeline`).expect(200);
      return (answer.body as { items: Item[] }).items;
    };
    const items = await read(learner);
    expect(items.map(({ kind }) => kind)).toEqual([
      'meter',
      'message',
      'still',
      'document',
      'document',
      'meter',
      'version',
      'version',
    ]);
    expect(items[1]).toMatchObject({ by: learner.id, message: { text: '<i>look</i>' } });
    expect(items[5]).toMatchObject({ meter: 'closed', reason: 'ended_by_expert' });
    expect(await read(expert)).toEqual(items);
  });

  it('comes home as one file, with everything in it, in the language of the reader', async () => {
    const { headers, entries } = await zipOf(learner);
    expect(headers['content-type']).toBe('application/zip');
    expect(entries.map(({ name }) => name)).toEqual([
      'timeline.html',
      'timeline.txt',
      'timeline.json',
      'files/1-été b.csv',
      'stills/2.svg',
      'documents/steps.md',
      'documents/2-steps.md',
    ]);
    const of = (name: string): string =>
      entries.find((entry) => entry.name === name)?.bytes.toString() ?? '';
    expect(of('files/1-été b.csv')).toBe('a,b');
    expect(of('documents/steps.md')).toBe('knead, rest, bake');
    expect(of('stills/2.svg')).toContain('M0.0 0.0L320.0 240.0');
    expect(of('stills/2.svg')).toContain(PICTURE.toString('base64'));
    expect(of('timeline.html')).toContain('&lt;i&gt;look&lt;/i&gt;');
    expect(of('timeline.html')).toContain('lang="en"');
    expect(JSON.parse(of('timeline.json'))).toMatchObject({ session: { id: sessionId } });

    await expert.http.patch('/api/v1/me').send({ language: 'ar' });
    const arabic = await zipOf(expert);
    expect(arabic.entries[0]?.bytes.toString()).toContain('lang="ar" dir="rtl"');
    const { items } = await test
      .get(Audit)
      .list({ offset: 0, limit: 10 }, { action: 'sessions.session.export', subjectId: sessionId });
    expect(items.map(({ actorId }) => actorId)).toEqual([expert.id, learner.id]);
  });

  it('is closed to everybody else', async () => {
    await stranger.http.get(`/api/v1/sessions/${sessionId}/timeline`).expect(404);
    await stranger.http.get(`/api/v1/sessions/${sessionId}/export`).expect(404);
  });
});
