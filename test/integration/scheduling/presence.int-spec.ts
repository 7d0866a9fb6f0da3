import { Presence } from '../../../src/modules/scheduling/application/presence.js';
import { Realtime } from '../../../src/platform/realtime/realtime.js';
import { startTestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import { NOW, SchedulingWorld } from './scheduling-world.js';

describe.each(STORES)('presence on %s', (store) => {
  let world: SchedulingWorld;
  beforeAll(async () => {
    world = await SchedulingWorld.start(store);
  });
  beforeEach(() => world.test.clock.set(NOW));
  afterAll(() => world.test.close());

  /** What the timer of the program does every few seconds. */
  const sweep = (): Promise<void> => world.test.get(Presence).sweep();
  const changesOf = async (expertId: string): Promise<number> =>
    (await world.told(expertId)).filter((name) => name === 'presence.changed').length;

  it('is away for whoever never wanted to be free', async () => {
    const stranger = world.newId();
    await world.scheduling.heartbeat(stranger);
    expect(await world.scheduling.presenceOf([stranger])).toEqual(
      new Map([[stranger, { state: 'away', oddsSeconds: null, isNew: true }]]),
    );
  });

  it('is free for as long as the page says so, and forty-five seconds more', async () => {
    const [expertId = ''] = await world.freeExperts(1);
    world.test.clock.advance({ seconds: 30 });
    await world.scheduling.heartbeat(expertId);
    world.test.clock.advance({ seconds: 45 });
    expect(await world.stateOf(expertId)).toBe('free_now');
    world.test.clock.advance({ milliseconds: 1 });
    expect(await world.stateOf(expertId)).toBe('away');
  });

  it('tells once that a page went silent, and once that it came back', async () => {
    const [expertId = ''] = await world.freeExperts(1);
    world.test.clock.advance({ seconds: 46 });
    await sweep();
    await sweep();
    expect(await changesOf(expertId)).toBe(2);
    await world.scheduling.heartbeat(expertId);
    expect(await world.stateOf(expertId)).toBe('free_now');
    expect(await changesOf(expertId)).toBe(3);
    expect(await world.scheduling.ownPresence(expertId)).toMatchObject({
      wantsFree: true,
      state: 'free_now',
    });
  });

  it('pushes a change to every open page', async () => {
    const pushed: object[] = [];
    const realtime = world.test.get(Realtime);
    const original = realtime.toAll.bind(realtime);
    realtime.toAll = (event, payload) => {
      pushed.push({ event, ...payload });
      original(event, payload);
    };
    const [expertId = ''] = await world.freeExperts(1);
    await world.scheduling.setFree(expertId, false);
    realtime.toAll = original;
    expect(pushed).toEqual([
      { event: 'presence.changed', expertId, state: 'free_now' },
      { event: 'presence.changed', expertId, state: 'away' },
    ]);
  });

  it('is busy from the beginning of a booking to the end of the pause after it', async () => {
    const expertId = await world.anExpert({ bufferMinutes: 10 });
    await world.scheduling.setFree(expertId, true, { answersByItself: true });
    await world.book(expertId, '2026-11-23T10:00:00Z', { minutes: 30 });
    const states: (string | undefined)[] = [];
    for (const time of ['09:59:59', '10:00:00', '10:39:59', '10:40:00']) {
      world.test.clock.set(`2026-11-23T${time}Z`);
      await sweep();
      states.push(await world.stateOf(expertId));
    }
    expect(states).toEqual(['free_now', 'busy', 'busy', 'free_now']);
    expect(await changesOf(expertId)).toBe(3);
  });

  it('needs no page for an expert whom a program answers for', async () => {
    const expertId = world.newId();
    await world.scheduling.setFree(expertId, true, { answersByItself: true });
    world.test.clock.advance({ hours: 5 });
    await sweep();
    expect(await world.stateOf(expertId)).toBe('free_now');
    expect((await world.scheduling.presentExperts()).get(expertId)).toBe('free_now');
  });

  it('asks the store about one beat in ten seconds only', async () => {
    const [expertId = ''] = await world.freeExperts(1);
    await world.scheduling.heartbeat(expertId);
    world.test.clock.advance({ seconds: 9 });
    await world.scheduling.heartbeat(expertId);
    world.test.clock.advance({ seconds: 40 });
    expect(await world.stateOf(expertId)).toBe('away');
  });
});

describe('presence across a restart', () => {
  it('shows nobody as free who went while the program was down, and remembers who wants to be', async () => {
    const first = await startTestApp({ now: NOW });
    const world = SchedulingWorld.of(first);
    const [expertId = ''] = await world.freeExperts(1);
    await first.app.close();
    const second = await startTestApp({ now: '2026-11-23T08:10:00Z', env: first.store.env });
    const after = SchedulingWorld.of(second);
    expect(await after.scheduling.ownPresence(expertId)).toMatchObject({
      wantsFree: true,
      state: 'away',
    });
    await after.scheduling.heartbeat(expertId);
    expect(await after.stateOf(expertId)).toBe('free_now');
    await second.close();
    await first.store.remove();
  });
});
