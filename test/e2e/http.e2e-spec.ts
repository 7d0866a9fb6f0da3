import { agent } from 'supertest';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { aPerson } from '../support/world.js';

describe('every request', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  it('is answered whether the program lives and whether it can serve', async () => {
    await agent(test.url).get('/health/live').expect(200, { status: 'ok' });
    const ready = await agent(test.url).get('/health/ready').expect(200);
    expect(ready.body).toMatchObject({ status: 'ok', checks: { database: { ok: true } } });
    expect((await agent(test.url).get('/metrics').expect(200)).text).toContain(
      'http_request_duration_seconds',
    );
  });

  it('keeps the correlation id it came with, or gets one', async () => {
    const given = await agent(test.url)
      .get('/health/live')
      .set('x-correlation-id', 'from-outside-1');
    expect(given.headers['x-correlation-id']).toBe('from-outside-1');
    const made = await agent(test.url).get('/health/live').set('x-correlation-id', 'no good\tid');
    expect(made.headers['x-correlation-id']).toMatch(/^[\w-]{36}$/);
  });

  it('changes nothing for a page of another site', async () => {
    const { http } = await aPerson(test, 'Lea');
    const refused = await http
      .patch('/api/v1/me')
      .set('origin', 'https://evil.example')
      .send({ displayName: 'Mallory' })
      .expect(403);
    expect(refused.body).toMatchObject({ code: 'http.foreign_origin' });
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
    const me = await http.get('/api/v1/me').expect(200);
    expect((me.body as { person: { displayName: string } }).person.displayName).toBe('Lea');
  });

  it.each([
    ['get', '/api/v1/bookings'],
    ['get', '/api/v1/receipts'],
    ['get', '/api/v1/studio/today'],
    ['get', '/api/v1/studio/listings'],
    ['get', '/api/v1/studio/earnings'],
    ['get', '/api/v1/studio/application'],
    ['post', '/api/v1/help-requests'],
    ['post', '/api/v1/claims'],
    ['post', '/api/v1/reviews'],
    ['post', '/api/v1/files'],
  ] as const)('needs a sign-in for %s %s', async (method, path) => {
    const refused = await agent(test.url)[method](path).expect(401);
    expect(refused.body).toMatchObject({ code: 'accounts.not_signed_in' });
  });

  it('needs the role for the studio of experts', async () => {
    const { http } = await aPerson(test, 'Lea');
    const refused = await http.get('/api/v1/studio/listings').expect(403);
    expect(refused.body).toMatchObject({ code: 'accounts.role_needed', facts: { role: 'expert' } });
  });

  it.each([
    [
      'post',
      '/api/v1/auth/sign-up',
      { email: 'x', password: '', extra: true },
      ['country', 'displayName', 'email', 'extra', 'language', 'password', 'timeZone'],
    ],
    ['post', '/api/v1/auth/sign-in', {}, ['email', 'password']],
    ['post', '/api/v1/auth/verify-email', { token: 'short' }, ['token']],
    [
      'patch',
      '/api/v1/me',
      { country: 'france', timeZone: 'Mars/Olympus' },
      ['country', 'timeZone'],
    ],
    ['post', '/api/v1/quotes', { listingId: 'x', minutes: -5 }, ['listingId', 'minutes']],
    [
      'post',
      '/api/v1/claims',
      { sessionId: 1, reason: 'because' },
      ['reason', 'sessionId', 'text'],
    ],
    ['post', '/api/v1/reviews', { stars: 6 }, ['sessionId', 'stars', 'text']],
    [
      'put',
      '/api/v1/studio/application',
      { categoryId: 'x' },
      ['about', 'answers', 'categoryId', 'evidenceFileIds', 'listing'],
    ],
  ] as const)('names every field that is wrong: %s %s', async (method, path, body, fields) => {
    const { http } = await aPerson(test, 'Lea');
    const refused = await http[method](path).send(body).expect(400);
    const answer = refused.body as { code: string; facts: { problems: { field: string }[] } };
    expect(answer.code).toBe('input.invalid');
    expect(answer.facts.problems.map((problem) => problem.field).sort()).toEqual([...fields]);
  });

  it('reads no malformed JSON and no unknown address, and says so as a problem', async () => {
    const malformed = await agent(test.url)
      .post('/api/v1/auth/sign-in')
      .set('content-type', 'application/json')
      .send('{"email":')
      .expect(400);
    expect(malformed.body).toMatchObject({ code: 'http.bad_request' });
    const unknown = await agent(test.url).get('/api/v1/nothing-here').expect(404);
    expect(unknown.body).toMatchObject({ code: 'http.not_found' });
  });

  it('counts requests by the address that is connected, whatever a header claims', async () => {
    const first = await agent(test.url).get('/health/live').set('x-forwarded-for', '203.0.113.1');
    const second = await agent(test.url).get('/health/live').set('x-forwarded-for', '203.0.113.2');
    expect(remaining(second)).toBe(remaining(first) - 1);
  });

  it('counts requests by visitor behind the proxies it was told about', async () => {
    const behindOne = await startTestApp({ env: { TRUSTED_PROXIES: '1' } });
    const from = (forwarded: string) =>
      agent(behindOne.url).get('/health/live').set('x-forwarded-for', forwarded);
    try {
      const first = await from('203.0.113.1');
      expect(remaining(await from('203.0.113.2'))).toBe(remaining(first));
      // What a visitor writes before the proxy's own entry is not believed.
      expect(remaining(await from('198.51.100.9, 203.0.113.1'))).toBe(remaining(first) - 1);
    } finally {
      await behindOne.close();
    }
  });

  it('stops somebody who guesses passwords', async () => {
    const { email } = await aPerson(test, 'Lea');
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await agent(test.url)
        .post('/api/v1/auth/sign-in')
        .send({ email, password: 'wrong guess' })
        .expect(401);
    }
    const stopped = await agent(test.url)
      .post('/api/v1/auth/sign-in')
      .send({ email, password: 'wrong guess' })
      .expect(429);
    expect(stopped.body).toMatchObject({ code: 'accounts.too_many_attempts' });
  });
});

function remaining(answer: { headers: unknown }): number {
  return Number((answer.headers as Record<string, string>)['x-ratelimit-remaining']);
}
