import { agent } from 'supertest';
import { SchedulingFacade } from '../../../src/modules/scheduling/index.js';
import { Mailbox } from '../../../src/platform/mail/mailbox.js';
import { type BrowserSubscription, PushServer } from '../../doubles/push/push-server.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import {
  aCategory,
  anExpert,
  aPerson,
  GOOD_CARD,
  idempotencyKey,
  openCountries,
  type Somebody,
} from '../../support/world.js';

type Expert = Somebody & { readonly listingId: string };

describe.each(STORES)('rings by web push on %s', (store) => {
  let test: TestApp;
  let push: PushServer;
  let categoryId: string;
  beforeAll(async () => {
    push = await PushServer.start();
    test = await startTestApp({ store, env: { OUTBOUND_LOCAL: '1' } });
    await openCountries(test, 'FR');
  });
  beforeEach(async () => {
    push.outage = null;
    categoryId = await aCategory(test);
  });
  afterAll(async () => {
    await test.close();
    await push.close();
  });

  const scheduling = (): SchedulingFacade => test.get(SchedulingFacade);
  const stateOf = async (expert: Expert): Promise<string | undefined> =>
    (await scheduling().presenceOf([expert.id])).get(expert.id)?.state;
  const subscribe = async ({ http }: Somebody): Promise<BrowserSubscription> => {
    const known = await http.get('/api/v1/me/push').expect(200);
    const browser = push.subscribe((known.body as { publicKey: string }).publicKey);
    await http.put('/api/v1/me/push').send(browser).expect(200);
    return browser;
  };
  const deviceCountOf = async ({ http }: Somebody): Promise<number> =>
    ((await http.get('/api/v1/me/push').expect(200)).body as { deviceCount: number }).deviceCount;
  const withBrowser = async (name: string): Promise<[Expert, BrowserSubscription]> => {
    const expert = await anExpert(test, name, categoryId);
    await scheduling().setFree(expert.id, true);
    await test.settle();
    return [expert, await subscribe(expert)];
  };
  const ask = async (listingId: string): Promise<{ id: string; learner: Somebody }> => {
    const learner = await aPerson(test, 'Lea');
    const answer = await learner.http
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
    await test.settle();
    return { id: (answer.body as { id: string }).id, learner };
  };
  const stateOfRequest = async ({
    id,
    learner,
  }: Awaited<ReturnType<typeof ask>>): Promise<string> =>
    ((await learner.http.get(`/api/v1/help-requests/${id}`).expect(200)).body as { state: string })
      .state;
  /** As a service worker does: without any cookie. */
  const answer = (token: unknown, choice: string): ReturnType<ReturnType<typeof agent>['post']> =>
    agent(test.url).post('/api/v1/ring-answers').send({ token, answer: choice });
  const lastOf = (browser: BrowserSubscription): Record<string, unknown> => {
    const last = push.messagesOf(browser).at(-1);
    if (!last) throw new Error('nothing was pushed');
    return last.payload;
  };

  it('shows who needs what, what it brings, two answers and the time that is left', async () => {
    const [expert, browser] = await withBrowser('Marc');
    await ask(expert.listingId);
    expect(push.messagesOf(browser)).toHaveLength(1);
    const [message] = push.messagesOf(browser);
    expect(message).toMatchObject({ ttlSeconds: 60, urgency: 'high' });
    expect(message?.payload).toMatchObject({
      kind: 'ring',
      title: 'Lea needs help now',
      language: 'en',
      direction: 'ltr',
      path: '/studio',
      endsAt: test.clock.now().add({ seconds: 60 }).toString(),
      leftText: '{{length}} to answer',
      actions: [
        { action: 'accept', title: 'Accept' },
        { action: 'decline', title: 'Decline' },
      ],
    });
    expect(message?.payload['body']).toMatch(
      /^My sourdough does not rise\nYou earn €1\d\.\d\d at most · up to 15 minutes$/,
    );
  });

  it('accepts by the token alone, tells the same again, and takes no other answer after', async () => {
    const [expert, browser] = await withBrowser('Ada');
    const request = await ask(expert.listingId);
    const { token } = lastOf(browser);
    await answer(token, 'accept').expect(200);
    await test.settle();
    const again = await answer(token, 'accept').expect(200);
    expect((again.body as { sessionId: string }).sessionId).toEqual(expect.any(String));
    expect(await stateOfRequest(request)).toBe('accepted');
    const other = await answer(token, 'decline').expect(409);
    expect(other.body).toMatchObject({ code: 'scheduling.ring_over' });
    expect(lastOf(browser)).toMatchObject({ kind: 'ring-over', title: 'Answered: Lea' });
  });

  it('declines by the token alone and rings the next', async () => {
    const [first, browser] = await withBrowser('Bea');
    const [second, nextBrowser] = await withBrowser('Cyd');
    await ask(first.listingId);
    await answer(lastOf(browser)['token'], 'decline').expect(200);
    await test.settle();
    expect(lastOf(nextBrowser)).toMatchObject({ kind: 'ring' });
    expect(await stateOf(second)).toBe('busy');
  });

  it('takes no token that was changed, is for something else, or too old', async () => {
    const [expert, browser] = await withBrowser('Dan');
    const request = await ask(expert.listingId);
    const token = String(lastOf(browser)['token']);
    const [body = '', signature] = token.split('.');
    const facts = Buffer.from(body, 'base64url').toString().replace(expert.id, request.learner.id);
    const forged = `${Buffer.from(facts).toString('base64url')}.${signature}`;
    for (const bad of [forged, `${token}x`, 'nothing', ''])
      expect((await answer(bad, 'accept')).body).toMatchObject({
        code: 'notifications.answer_token',
      });
    await agent(test.url).post('/api/v1/push-check-answers').send({ token }).expect(403);
    test.clock.advance({ seconds: 60 });
    await answer(token, 'accept').expect(403);
  });

  it('sends again when the push service was down for a moment, and the browser hears it once', async () => {
    const [expert, browser] = await withBrowser('Eli');
    push.outage = 503;
    await ask(expert.listingId);
    expect(push.messagesOf(browser)).toHaveLength(0);
    push.outage = null;
    test.clock.advance({ seconds: 20 });
    await test.settle();
    expect(push.messagesOf(browser)).toHaveLength(1);
    expect(push.messagesOf(browser)[0]).toMatchObject({ ttlSeconds: 40 });
  });

  it('does not ring late: what could not be sent while it rang is not sent after', async () => {
    const [expert, browser] = await withBrowser('Fay');
    push.outage = 503;
    const request = await ask(expert.listingId);
    // The next try would be some seconds later: by then the ring is over.
    push.outage = null;
    await request.learner.http.post(`/api/v1/help-requests/${request.id}/withdraw`).expect(200);
    test.clock.advance({ minutes: 5 });
    await test.settle();
    expect(push.messagesOf(browser).map(({ payload }) => payload['kind'])).toEqual(['ring-over']);
  });

  it('takes the ring off the screen when the learner withdraws', async () => {
    const [expert, browser] = await withBrowser('Gus');
    const request = await ask(expert.listingId);
    await request.learner.http.post(`/api/v1/help-requests/${request.id}/withdraw`).expect(200);
    await test.settle();
    const [ring, over] = push.messagesOf(browser);
    expect(over?.payload).toMatchObject({ kind: 'ring-over', tag: ring?.payload['tag'] });
    expect(over?.topic).toBe(ring?.topic);
    expect(over?.payload['token']).toBeUndefined();
  });

  it('keeps two devices of one expert apart: answered on one, over on the other', async () => {
    const [expert, phone] = await withBrowser('Hal');
    const laptop = await subscribe(expert);
    await ask(expert.listingId);
    await answer(lastOf(phone)['token'], 'accept').expect(200);
    const late = await answer(lastOf(laptop)['token'], 'decline').expect(409);
    expect(late.body).toMatchObject({ code: 'scheduling.ring_over' });
    await test.settle();
    expect(lastOf(laptop)).toMatchObject({ kind: 'ring-over' });
  });

  it.each([404, 410])('forgets a browser that is gone (%d)', async (status) => {
    const [expert, browser] = await withBrowser('Ivo');
    if (status === 404) push.outage = 404;
    else push.unsubscribe(browser);
    await ask(expert.listingId);
    expect(await deviceCountOf(expert)).toBe(0);
  });

  it('does not reach a browser whose person signed out there', async () => {
    const [expert, browser] = await withBrowser('Joy');
    await expert.http.post('/api/v1/auth/sign-out').expect(204);
    await ask(expert.listingId);
    expect(push.messagesOf(browser)).toHaveLength(0);
  });

  it('keeps a browser once, in the name of who uses it last', async () => {
    const [expert, browser] = await withBrowser('Kim');
    await expert.http.put('/api/v1/me/push').send(browser).expect(200);
    expect(await deviceCountOf(expert)).toBe(1);
    const other = await aPerson(test, 'Lou');
    await other.http.put('/api/v1/me/push').send(browser).expect(200);
    expect([await deviceCountOf(expert), await deviceCountOf(other)]).toEqual([0, 1]);
    await expert.http.delete('/api/v1/me/push').send({ endpoint: browser.endpoint }).expect(204);
    expect(await deviceCountOf(other)).toBe(1);
    await other.http.delete('/api/v1/me/push').send({ endpoint: browser.endpoint }).expect(204);
    expect(await deviceCountOf(other)).toBe(0);
  });

  it('is free without an open page once a push was answered, until one is missed', async () => {
    const [expert, browser] = await withBrowser('Max');
    test.clock.advance({ seconds: 46 });
    expect(await stateOf(expert)).toBe('away');
    await expert.http.post('/api/v1/me/push/checks').expect(204);
    const { kind, token } = lastOf(browser);
    expect(kind).toBe('check');
    await agent(test.url).post('/api/v1/push-check-answers').send({ token }).expect(204);
    expect(await stateOf(expert)).toBe('free_now');
    test.clock.advance({ hours: 7 });
    await ask(expert.listingId);
    expect(await stateOf(expert)).toBe('busy');
    test.clock.advance({ seconds: 60 });
    await test.settle();
    expect(await scheduling().ownPresence(expert.id)).toEqual({
      wantsFree: false,
      state: 'away',
      pushTrustedUntil: null,
    });
    expect(lastOf(browser)).toMatchObject({ kind: 'ring-over', isNews: true });
  });

  it('is away as soon as the last browser is gone', async () => {
    const [expert, browser] = await withBrowser('Ned');
    await expert.http.post('/api/v1/me/push/checks').expect(204);
    const { token } = lastOf(browser);
    await agent(test.url).post('/api/v1/push-check-answers').send({ token }).expect(204);
    test.clock.advance({ minutes: 10 });
    expect(await stateOf(expert)).toBe('free_now');
    await expert.http.delete('/api/v1/me/push').send({ endpoint: browser.endpoint }).expect(204);
    await test.settle();
    expect(await stateOf(expert)).toBe('away');
  });

  it('calls whoever waits in line when the expert is free, and shows the place to nobody else', async () => {
    const [expert] = await withBrowser('Ray');
    const request = await ask(expert.listingId);
    const waiting = await aPerson(test, 'Sue');
    const browser = await subscribe(waiting);
    const joined = await waiting.http.post(`/api/v1/listings/${expert.listingId}/line`).expect(201);
    const place = joined.body as { id: string };
    expect(place).toMatchObject({ state: 'waiting', place: 1, estimate: null });
    await request.learner.http.get(`/api/v1/waiting-places/${place.id}`).expect(404);
    await request.learner.http.post(`/api/v1/help-requests/${request.id}/withdraw`).expect(200);
    await test.settle();
    expect(lastOf(browser)).toMatchObject({
      kind: 'note',
      title: 'Ray is free: it is your turn',
      path: `/waiting/${place.id}`,
    });
    const { items } = await test.get(Mailbox).list({ offset: 0, limit: 20 }, waiting.email);
    expect(items.map(({ subject }) => subject)).toContain('Ray is free: it is your turn');
    const left = await waiting.http.post(`/api/v1/waiting-places/${place.id}/leave`).expect(200);
    expect(left.body).toMatchObject({ state: 'left', place: null });
    const free = await waiting.http.post(`/api/v1/listings/${expert.listingId}/line`).expect(409);
    expect(free.body).toMatchObject({ code: 'scheduling.expert_free' });
  });

  it('says so when no browser could be asked for the tap', async () => {
    const expert = await anExpert(test, 'Ola', categoryId);
    const refused = await expert.http.post('/api/v1/me/push/checks').expect(503);
    expect(refused.body).toMatchObject({ code: 'help_now.push_not_delivered' });
  });

  it('names every field of a subscription that is wrong', async () => {
    const { http } = await aPerson(test, 'Pia');
    const refused = await http
      .put('/api/v1/me/push')
      .send({ endpoint: 'ftp://x', p256dh: 'a', auth: 'b' })
      .expect(400);
    const { problems } = (refused.body as { facts: { problems: { field: string }[] } }).facts;
    expect(problems.map(({ field }) => field)).toEqual(['endpoint', 'p256dh', 'auth']);
  });
});

describe('a subscription that leads into the own network', () => {
  it('is never connected to, and forgotten', async () => {
    const push = await PushServer.start();
    const test = await startTestApp();
    await openCountries(test, 'FR');
    const expert = await anExpert(test, 'Marc', await aCategory(test));
    const browser = push.subscribe('');
    const plain = await expert.http.put('/api/v1/me/push').send(browser).expect(400);
    expect(plain.body).toMatchObject({ code: 'input.invalid' });
    const endpoint = browser.endpoint.replace('http:', 'https:');
    await expert.http
      .put('/api/v1/me/push')
      .send({ ...browser, endpoint })
      .expect(200);
    await expert.http.post('/api/v1/me/push/checks').expect(503);
    const known = await expert.http.get('/api/v1/me/push').expect(200);
    expect(known.body).toMatchObject({ deviceCount: 0 });
    expect(push.answered).toEqual([]);
    await test.close();
    await push.close();
  });
});
