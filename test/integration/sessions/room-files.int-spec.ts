import { randomUUID } from 'node:crypto';
import { aSessionOf, openSocket, type SocketPage } from '../../support/room.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import { aPerson, type Somebody } from '../../support/world.js';

const PAGE = Buffer.from('<script>alert(1)</script>');
const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 16]),
  Buffer.from('Exif at 48.85 '),
  Buffer.from([0xff, 0xda, 0, 2]),
  Buffer.from('colours'),
  Buffer.from([0xff, 0xd9]),
]);

interface Message {
  readonly id: string;
  readonly text: string;
  readonly files: readonly { readonly id: string; readonly fileName: string }[];
}

describe.each(STORES)('files in the chat on %s', (store) => {
  let test: TestApp;
  let learner: Somebody;
  let expert: Somebody;
  let stranger: Somebody;
  let sessionId: string;
  let page: SocketPage;
  let otherPage: SocketPage;
  let strangerPage: SocketPage;
  beforeAll(async () => {
    test = await startTestApp({ store, env: { ROOM_FILE_MB_MAX: '1' } });
    learner = await aPerson(test, 'Lea');
    expert = await aPerson(test, 'Eva');
    stranger = await aPerson(test, 'Sam');
    sessionId = await aSessionOf(test, learner, expert);
    page = await openSocket(learner, test);
    otherPage = await openSocket(expert, test);
    strangerPage = await openSocket(stranger, test);
  }, 60_000);
  afterAll(async () => {
    for (const each of [page, otherPage, strangerPage]) each?.socket.disconnect();
    await test?.close();
  });

  const upload = (who: Somebody, name: string, bytes: Buffer) =>
    who.http.post(`/api/v1/sessions/${sessionId}/files`).attach('file', bytes, name);
  const uploaded = async (who: Somebody, name: string, bytes: Buffer): Promise<string> =>
    ((await upload(who, name, bytes).expect(201)).body as { id: string }).id;
  const messages = async (who: Somebody): Promise<readonly Message[]> => {
    const answer = await who.http.get(`/api/v1/sessions/${sessionId}/messages`).expect(200);
    return (answer.body as { items: Message[] }).items;
  };

  it('brings several with one message to the other, once, however often it is sent', async () => {
    const fileIds = [
      await uploaded(learner, 'crumb.jpg', JPEG),
      await uploaded(learner, 'وصفة.md', Buffer.from('# Bread')),
    ];
    const message = { sessionId, clientId: randomUUID(), text: '', fileIds };
    const first = await page.say('room.chat', message);
    const again = await page.say('room.chat', message);

    expect(again['message']).toEqual(first['message']);
    const [kept, ...more] = await messages(expert);
    expect(more).toEqual([]);
    expect(kept?.files.map(({ fileName }) => fileName)).toEqual(['crumb.jpg', 'وصفة.md']);
    expect(otherPage.heard.filter(({ event }) => event === 'room.chat')[0]?.payload).toMatchObject({
      files: [{ fileName: 'crumb.jpg' }, { fileName: 'وصفة.md' }],
    });
    const picture = await expert.http.get(`/api/v1/files/${fileIds[0]}`).expect(200);
    expect(picture.headers['content-type']).toBe('image/jpeg');
    expect((picture.body as Buffer).toString('latin1')).not.toContain('48.85');
  });

  it('gives nothing that a browser could run on our origin', async () => {
    const id = await uploaded(expert, 'page.html', PAGE);
    const { headers } = await expert.http.get(`/api/v1/files/${id}`).expect(200);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="page.html"/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect((await upload(expert, 'page.png', PAGE).expect(400)).body).toMatchObject({
      code: 'files.name_refused',
    });
    expect((await upload(expert, 'setup.exe', PAGE)).status).toBe(400);
  });

  it('refuses what is larger than the installation takes, saying how much that is', async () => {
    const refused = await upload(expert, 'long.txt', Buffer.alloc(1024 * 1024 + 1, 'a'));
    expect(refused.body).toMatchObject({ code: 'files.too_large', facts: { mb: 1 } });
  });

  it('is closed to everybody else, by HTTP and by socket', async () => {
    const id = await uploaded(expert, 'secret.md', Buffer.from('secret'));
    const said = { sessionId, clientId: randomUUID(), text: 'hello', fileIds: [] };
    await learner.http.get(`/api/v1/files/${id}`).expect(404);
    await stranger.http.get(`/api/v1/files/${id}`).expect(404);
    expect((await upload(stranger, 'a.md', PAGE)).status).toBe(404);
    await stranger.http.get(`/api/v1/sessions/${sessionId}/file-limits`).expect(404);
    expect(await strangerPage.say('room.chat', said)).toMatchObject({ ok: false });
    // Nor does a message lend somebody else's file.
    expect(await page.say('room.chat', { ...said, fileIds: [id] })).toMatchObject({ ok: false });
    await learner.http.get(`/api/v1/files/${id}`).expect(404);
    expect(strangerPage.heard.filter(({ event }) => event.startsWith('room.'))).toEqual([]);
  });

  it('refuses a message without text and files', async () => {
    const empty = { sessionId, clientId: randomUUID(), text: ' ' };
    expect(await page.say('room.chat', empty)).toMatchObject({ code: 'sessions.empty_message' });
  });
});
