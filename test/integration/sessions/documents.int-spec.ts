import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import { LiveDocuments } from '../../../src/modules/sessions/application/live-documents.js';
import { writeDocx } from '../../../src/modules/sessions/integrations/docx/write-docx.js';
import { SessionsFacade } from '../../../src/modules/sessions/index.js';
import { aSessionOf, openSocket, type SocketPage } from '../../support/room.js';
import { restartTestApp, startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import { aDocument, TextEditor } from '../../support/text-editor.js';
import { aPerson, type Somebody } from '../../support/world.js';

interface Version {
  readonly number: number;
  readonly kind: string;
  readonly name: string;
  readonly savedBy: string | null;
  readonly restoredFrom: number | null;
}

describe.each(STORES)('shared documents on %s', (store) => {
  let test: TestApp;
  let learner: Somebody;
  let expert: Somebody;
  let stranger: Somebody;
  let pages: Record<'learner' | 'expert' | 'stranger', SocketPage>;
  let sessionId: string;
  let documentId: string;
  beforeAll(async () => {
    test = await startTestApp({ store });
    learner = await aPerson(test, 'Lea');
    expert = await aPerson(test, 'Eva');
    stranger = await aPerson(test, 'Sam');
    await connect();
  }, 60_000);
  beforeEach(async () => {
    // The budget of changes comes back with time.
    test.clock.advance({ minutes: 1 });
    sessionId = await aSessionOf(test, learner, expert);
    documentId = await aDocument(learner.http, sessionId);
  });
  afterAll(async () => {
    disconnect();
    await test?.close();
  });

  const connect = async (): Promise<void> => {
    pages = {
      learner: await openSocket(learner, test),
      expert: await openSocket(expert, test),
      stranger: await openSocket(stranger, test),
    };
  };
  const disconnect = (): void => {
    for (const { socket } of Object.values(pages ?? {})) socket.disconnect();
  };
  const editor = async (who: keyof typeof pages): Promise<TextEditor> => {
    const opened = new TextEditor(pages[who], sessionId, documentId);
    await opened.open();
    return opened;
  };
  const at = (path: string): string =>
    `/api/v1/sessions/${sessionId}/documents/${documentId}/${path}`;
  const kept = async (): Promise<string> =>
    ((await expert.http.get(at('text')).expect(200)).body as { text: string }).text;
  const versions = async (): Promise<Version[]> =>
    ((await learner.http.get(at('versions')).expect(200)).body as { items: Version[] }).items;

  it('shows each what the other writes, and brings what was written at once together', async () => {
    const [one, two] = [await editor('learner'), await editor('expert')];
    one.write(0, 'flour');
    await one.flush();
    await until(() => two.text === 'flour');
    one.write(5, ' and water');
    two.write(0, 'strong ');
    await Promise.all([one.flush(), two.flush()]);
    await until(() => one.text === two.text && one.text.length === 22);
    expect(one.text).toBe('strong flour and water');
    expect(await kept()).toBe(one.text);
  });

  it('ends in the same text when changes come doubled and out of order', async () => {
    const one = await editor('learner');
    for (const letter of 'doubled') one.write(one.text.length, letter);
    one.erase(0, 1);
    one.write(0, 'D');
    const said = one.outbox();
    for (const update of [...said].reverse()) await one.say(update);
    for (const update of said.slice(0, 3)) await one.say(update);
    const late = await editor('expert');
    expect([late.text, await kept()]).toEqual(['Doubled', 'Doubled']);
  });

  it('merges what was written without a line, and tells a late page all of it', async () => {
    const [one, two] = [await editor('learner'), await editor('expert')];
    one.write(0, 'ab');
    await one.flush();
    await until(() => two.text === 'ab');
    pages.expert.socket.disconnect();
    two.write(1, '-offline-');
    one.write(2, 'c');
    await one.flush();
    pages.expert.socket.connect();
    await until(() => pages.expert.socket.connected);
    await two.open();
    await two.flush();
    await until(() => one.text === two.text);
    expect(one.text).toBe('a-offline-bc');
  });

  it('gives everybody else nothing, by HTTP and by socket', async () => {
    const one = await editor('learner');
    const three = new TextEditor(pages.stranger, sessionId, documentId);
    expect(await three.open()).toMatchObject({ ok: false });
    one.write(0, 'secret');
    const [update = ''] = one.outbox();
    expect(await three.say(update)).toMatchObject({ ok: false });
    await one.say(update);
    await pages.stranger.say('document.cursor', { sessionId, documentId, cursor: 'here' });
    for (const path of ['text', 'file', 'versions', 'versions/1', 'versions/1/file'])
      await stranger.http.get(at(path)).expect(404);
    await stranger.http.post(at('versions')).send({ name: '' }).expect(404);
    await stranger.http.get(`/api/v1/sessions/${sessionId}/documents`).expect(404);
    await stranger.http
      .post(at('updates'))
      .attach('file', Buffer.from(update, 'base64'))
      .expect(404);
    // Nor is it found under another session of the same people.
    const other = await aSessionOf(test, learner, expert);
    await learner.http.get(`/api/v1/sessions/${other}/documents/${documentId}/text`).expect(404);
    await sleep(50);
    expect(pages.stranger.heard.filter(({ event }) => event.startsWith('document.'))).toEqual([]);
    expect(
      [pages.learner, pages.expert].flatMap(({ heard }) =>
        heard.filter(({ event }) => event === 'document.cursor'),
      ),
    ).toEqual([]);
  });

  it('takes nothing from an edited page where only the author writes', async () => {
    const [one, two] = [await editor('learner'), await editor('expert')];
    one.write(0, 'mine');
    await one.flush();
    const path = `/api/v1/sessions/${sessionId}/documents/${documentId}`;
    await expert.http.patch(path).send({ writers: 'author' }).expect(403);
    await learner.http.patch(path).send({ writers: 'author' }).expect(200);

    two.write(0, 'not ');
    const [update = ''] = two.outbox();
    expect(await two.say(update)).toEqual({ ok: false, code: 'sessions.document_read_only' });
    const bytes = Buffer.from(update, 'base64');
    await expert.http.post(at('updates')).attach('file', bytes, 'update').expect(403);
    await expert.http.post(at('versions')).send({ name: 'x' }).expect(403);
    expect([await kept(), one.text]).toEqual(['mine', 'mine']);
  });

  it('takes nothing but plain text, and no more of it than can be edited', async () => {
    const hostile = new Y.Doc();
    hostile.getMap('other').set('page', '<script>');
    const one = await editor('learner');
    const say = (doc: Y.Doc) => one.say(Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'));
    expect(await say(hostile)).toMatchObject({ code: 'sessions.bad_document_update' });
    const lines = new Y.Doc();
    lines.getText('text').insert(0, 'a\r\nb');
    expect(await say(lines)).toMatchObject({ code: 'sessions.bad_document_update' });
    expect(await one.say('/////////w==')).toMatchObject({ ok: false });
    const long = new Y.Doc();
    long.getText('text').insert(0, 'a'.repeat(400_001));
    const refused = await learner.http
      .post(at('updates'))
      .attach('file', Buffer.from(Y.encodeStateAsUpdate(long)), 'update');
    expect(refused.body).toMatchObject({ code: 'sessions.document_too_long' });
    expect(await kept()).toBe('');
  });

  it('lets a page that says too much wait, and nobody else', async () => {
    const [one, two] = [await editor('learner'), await editor('expert')];
    for (let count = 0; count < 60; count += 1) one.write(0, 'x');
    const answers = await Promise.all(one.outbox().map((update) => one.say(update)));
    expect(answers.filter(({ code }) => code === 'sessions.too_many_updates')).toHaveLength(20);
    two.write(0, 'y');
    await two.flush();
  });

  it('is read and no longer written when the session is over; the end is a version', async () => {
    const one = await editor('learner');
    one.write(0, 'last words');
    await one.flush();
    await test.get(SessionsFacade).end(sessionId, learner.id);
    await test.settle();
    await test.settle();
    one.write(0, 'too late ');
    const [update = ''] = one.outbox();
    expect(await one.say(update)).toEqual({ ok: false, code: 'sessions.over' });
    expect(await kept()).toBe('last words');
    expect((await editor('expert')).text).toBe('last words');
    expect(await versions()).toMatchObject([{ number: 1, kind: 'ended', savedBy: null }]);
    await learner.http
      .post(`/api/v1/sessions/${sessionId}/documents`)
      .send({ clientId: randomUUID(), name: 'late.md' })
      .expect(409);
  });

  it('saves versions and brings an old one back as a new one', async () => {
    const [one, two] = [await editor('learner'), await editor('expert')];
    one.write(0, 'first');
    await one.flush();
    const save = { name: 'draft' };
    await expert.http.post(at('versions')).send(save).expect(201);
    await expert.http.post(at('versions')).send(save).expect(201);
    one.write(5, ' second');
    await one.flush();
    await learner.http.post(at('versions/1/restore')).expect(200);

    await until(() => two.text === 'first');
    expect(await versions()).toMatchObject([
      { number: 1, kind: 'saved', name: 'draft', savedBy: expert.id },
      { number: 2, kind: 'saved', savedBy: learner.id },
      { number: 3, kind: 'restored', restoredFrom: 1 },
    ]);
    const second = await expert.http.get(at('versions/2')).expect(200);
    expect(second.body).toEqual({ text: 'first second' });
    const file = await expert.http.get(at('versions/2/file')).expect(200);
    expect(file.text).toBe('first second');
    expect(file.headers['content-disposition']).toContain('recipe.md');
  });

  it('opens files as texts, gives a .docx back as one, and refuses what is no text', async () => {
    const open = async (name: string, bytes: Buffer) => {
      const sent = await expert.http
        .post(`/api/v1/sessions/${sessionId}/files`)
        .attach('file', bytes, name)
        .expect(201);
      const { id: fileId } = sent.body as { id: string };
      return expert.http
        .post(`/api/v1/sessions/${sessionId}/documents`)
        .send({ clientId: randomUUID(), fileId });
    };
    const docx = await open('letter.docx', Buffer.from(await writeDocx('# Hello\n\n**you**')));
    expect(docx.body).toMatchObject({ name: 'letter.docx', format: 'docx' });
    documentId = (docx.body as { id: string }).id;
    expect(await kept()).toBe('# Hello\n\n**you**');
    const file = await learner.http.get(at('file')).responseType('blob').expect(200);
    expect(file.headers['content-type']).toContain('wordprocessingml');
    expect((file.body as Buffer).subarray(0, 2).toString()).toBe('PK');
    expect(await versions()).toMatchObject([{ kind: 'opened', savedBy: expert.id }]);

    const old = await open('old.csv', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0d, 0x0a]));
    documentId = (old.body as { id: string }).id;
    expect(await kept()).toBe('café\n');
    expect((await open('a.docx', Buffer.from('no'))).body).toMatchObject({
      code: 'sessions.unreadable_document',
    });
    expect((await open('a.txt', Buffer.from([0, 1, 2, 3]))).body).toMatchObject({
      code: 'sessions.not_a_text',
    });
  });

  it('keeps every change it said yes to over a restart in the middle, and many as one', async () => {
    const one = await editor('learner');
    for (let count = 0; count < 230; count += 1) {
      one.write(one.text.length, `${count} `);
      test.clock.advance({ seconds: 1 });
      await one.flush();
    }
    const { text } = one;
    disconnect();
    test = await restartTestApp(test);
    for (const each of [learner, expert, stranger])
      Object.assign(each, { http: (await signedInAgain(each)).http });
    await connect();
    expect((await editor('expert')).text).toBe(text);
    expect(test.get(LiveDocuments).size).toBe(1);
    disconnect();
    await until(() => test.get(LiveDocuments).size === 0);
    await connect();
    expect(await kept()).toBe(text);
  }, 60_000);

  async function signedInAgain({ email }: Somebody) {
    const { agent } = await import('supertest');
    const { PASSWORD } = await import('../../support/world.js');
    const http = agent(test.url);
    await http.post('/api/v1/auth/sign-in').send({ email, password: PASSWORD }).expect(200);
    return { http };
  }
});

async function until(isTrue: () => boolean): Promise<void> {
  for (let look = 0; look < 200; look += 1) {
    if (isTrue()) return;
    await sleep(20);
  }
  throw new Error('it did not come to that');
}
