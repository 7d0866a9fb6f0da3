import { io, type Socket } from 'socket.io-client';
import { agent as createAgent } from 'supertest';
import { AccountsFacade } from '../../../src/modules/accounts/index.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { NOW, SchedulingWorld } from './scheduling-world.js';

const PASSWORD = 'correct horse battery';

describe('studio routes of scheduling', () => {
  let test: TestApp;
  let world: SchedulingWorld;
  beforeAll(async () => {
    test = await startTestApp({ now: NOW });
    world = SchedulingWorld.of(test);
  });
  afterAll(() => test.close());

  const signedIn = async (
    name: string,
    roles: readonly ('learner' | 'expert')[],
  ): Promise<{ id: string; http: ReturnType<typeof createAgent>; cookie: string }> => {
    const email = `${name}@visavis.example`;
    const form = { email, password: PASSWORD, displayName: name, country: 'NP', language: 'en' };
    const person = await test
      .get(AccountsFacade)
      .signUp({ ...form, timeZone: 'Asia/Kathmandu' }, { roles, isVerified: true });
    const http = createAgent(test.url);
    const reply = await http.post('/api/v1/auth/sign-in').send({ email, password: PASSWORD });
    const [cookie = ''] = reply.get('Set-Cookie') ?? [];
    return { id: person.id, http, cookie: cookie.split(';')[0] ?? '' };
  };

  const RULES = {
    timeZone: 'Asia/Kathmandu',
    weekly: [{ weekday: 1, startsAt: '22:00', endsAt: '02:00' }],
    exceptions: [{ date: '2026-12-24', hours: [] }],
    noticeMinutes: 60,
    bufferMinutes: 10,
    stepMinutes: 15,
    horizonDays: 14,
    daysOff: [{ from: '2026-12-25', until: '2027-01-02', label: 'with the family' }],
    maxPerDay: 3,
    maxPerWeek: null,
  };

  it('begins with no hours in the zone of the expert, and keeps what is set', async () => {
    const { http } = await signedIn('setting', ['learner', 'expert']);
    const before = await http.get('/api/v1/studio/availability').expect(200);
    expect(before.body).toMatchObject({ timeZone: 'Asia/Kathmandu', weekly: [], exceptions: [] });
    await http.put('/api/v1/studio/availability').send(RULES).expect(200, RULES);
    const again = { ...RULES, weekly: [], stepMinutes: 30, maxPerDay: null };
    await http.put('/api/v1/studio/availability').send(again).expect(200, again);
    const withoutExceptions = { ...RULES, exceptions: undefined, daysOff: undefined };
    await http.put('/api/v1/studio/availability').send(withoutExceptions).expect(200, RULES);
    await http.get('/api/v1/studio/availability').expect(200, RULES);
  });

  it.each([
    ['a zone nobody knows', { timeZone: 'Europe/Atlantis' }, 'timeZone'],
    [
      'a time that is none',
      { weekly: [{ weekday: 1, startsAt: '9', endsAt: '10:00' }] },
      'weekly.0.startsAt',
    ],
    [
      'a weekday that is none',
      { weekly: [{ weekday: 9, startsAt: '09:00', endsAt: '10:00' }] },
      'weekly.0.weekday',
    ],
    ['hours that are no list', { weekly: 'always' }, 'weekly'],
    [
      'days off that end before they begin',
      { daysOff: [{ from: '2027-01-02', until: '2027-01-01' }] },
      'daysOff.0.until',
    ],
    [
      'days off for longer than a year',
      { daysOff: [{ from: '2027-01-02', until: '2029-01-01' }] },
      'daysOff.0.until',
    ],
    ['no booking at all on a day', { maxPerDay: 0 }, 'maxPerDay'],
    ['a step of seven minutes', { stepMinutes: 7 }, 'stepMinutes'],
    ['a field nobody knows', { lunch: true }, 'lunch'],
    [
      'a date that is none',
      { exceptions: [{ date: '2026-02-30', hours: [] }] },
      'exceptions.0.date',
    ],
  ])('refuses %s by name of the field', async (what, change, field) => {
    const { http } = await signedIn(what.replace(/\W/g, '-'), ['expert']);
    const reply = await http.put('/api/v1/studio/availability').send({ ...RULES, ...change });
    expect(reply.status).toBe(400);
    const { code, facts } = reply.body as {
      code: string;
      facts: { problems: { field: string }[] };
    };
    expect(code).toBe('input.invalid');
    expect(facts.problems.map((problem) => problem.field)).toEqual([field]);
  });

  it('is for experts who are signed in', async () => {
    const { http } = await signedIn('learner-only', ['learner']);
    await http.get('/api/v1/studio/availability').expect(403);
    await http.put('/api/v1/studio/presence').send({ free: true }).expect(403);
    await createAgent(test.url).get('/api/v1/studio/availability').expect(401);
  });

  it('shows an expert as free, keeps so while the page beats, and tells every open page', async () => {
    const expert = await signedIn('present', ['learner', 'expert']);
    const own = await connect(expert.cookie);
    const visitor = await connect('');
    const heard: unknown[] = [];
    visitor.on('presence.changed', (change: unknown) => heard.push(change));
    await expert.http
      .put('/api/v1/studio/presence')
      .send({ free: true })
      .expect(200, { wantsFree: true, state: 'free_now', pushTrustedUntil: null });
    test.clock.advance({ seconds: 30 });
    expect(await own.emitWithAck('presence.heartbeat', {})).toEqual({ ok: true });
    test.clock.advance({ seconds: 30 });
    expect(await world.stateOf(expert.id)).toBe('free_now');
    expect(await visitor.emitWithAck('presence.heartbeat', {})).toEqual({
      ok: false,
      code: 'accounts.not_signed_in',
    });
    await expert.http
      .put('/api/v1/studio/presence')
      .send({ free: false })
      .expect(200, { wantsFree: false, state: 'away', pushTrustedUntil: null });
    await visitor.emitWithAck('presence.heartbeat', {});
    expect(heard).toEqual([
      { expertId: expert.id, state: 'free_now' },
      { expertId: expert.id, state: 'away' },
    ]);
    own.close();
    visitor.close();
  });

  it('refuses a wish that is neither yes nor no', async () => {
    const { http } = await signedIn('undecided', ['expert']);
    await http.put('/api/v1/studio/presence').send({ free: 'maybe' }).expect(400);
  });

  async function connect(cookie: string): Promise<Socket> {
    const socket = io(test.url, { transports: ['websocket'], extraHeaders: { cookie } });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return socket;
  }
});
