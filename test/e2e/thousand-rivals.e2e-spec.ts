import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { FREE_PRICE, openHours } from '../support/hours.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { aCategory, anExpert, aPerson, PASSWORD, type Somebody } from '../support/world.js';

const RIVALS = 1000;
const PEOPLE = 20;
/** As many as a client may have open at once; the others wait their turn in its queue. */
const SOCKETS = 200;

interface Answer {
  readonly status: number;
  readonly body: {
    readonly id?: string;
    readonly code?: string;
    readonly facts?: { readonly nextSlots?: readonly { readonly startsAt: string }[] };
  };
}

describe('a thousand rivals over HTTP', () => {
  let test: TestApp;
  let expert: Somebody & { listingId: string };
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS });
  beforeAll(async () => {
    test = await startTestApp({ now: '2026-11-22T10:00:00Z' });
    expert = await anExpert(test, 'Marc', await aCategory(test), {
      price: FREE_PRICE,
    });
    await openHours(expert, { weekly: [{ weekday: 4, startsAt: '09:00', endsAt: '17:00' }] });
  });
  afterAll(async () => {
    agent.destroy();
    await test.close();
  });

  const post = (path: string, body: unknown, headers: Record<string, string>) =>
    new Promise<Answer & { cookie: string }>((resolve, reject) => {
      const asked = request(
        `${test.url}${path}`,
        { agent, method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.once('error', reject);
          answer.once('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              body: JSON.parse(Buffer.concat(parts).toString()) as Answer['body'],
              cookie: (answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '',
            }),
          );
        },
      );
      asked.once('error', reject);
      asked.end(JSON.stringify(body));
    });

  it('gives one of them the slot, and the others the next three', async () => {
    const cookies: string[] = [];
    for (let index = 0; index < PEOPLE; index += 1) {
      const { email } = await aPerson(test, `Rival${index}`);
      cookies.push((await post('/api/v1/auth/sign-in', { email, password: PASSWORD }, {})).cookie);
    }
    const wanted = { listingId: expert.listingId, startsAt: '2026-11-26T10:00:00Z' };
    const answers = await Promise.all(
      Array.from({ length: RIVALS }, (_, index) =>
        post('/api/v1/bookings', wanted, {
          cookie: cookies[index % PEOPLE] ?? '',
          'idempotency-key': randomUUID(),
        }),
      ),
    );
    const won = answers.filter(({ status }) => status === 201);
    expect(won).toHaveLength(1);
    const winner = cookies[answers.indexOf(won[0] as (typeof answers)[number]) % PEOPLE];
    const others = answers.filter((_, index) => cookies[index % PEOPLE] !== winner);
    expect(others).toHaveLength(RIVALS - RIVALS / PEOPLE);
    const told = others.map(({ status, body }) => {
      const next = (body.facts?.nextSlots ?? []).map(({ startsAt }) => startsAt.slice(11, 16));
      return `${status} ${body.code} ${next.join(' ')}`;
    });
    expect([...new Set(told)]).toEqual(['409 scheduling.slot_taken 10:30 11:00 11:30']);
    const list = await expert.http.get('/api/v1/bookings').query({ role: 'expert' }).expect(200);
    expect((list.body as { items: unknown[] }).items).toHaveLength(1);
  }, 85_000);
});
