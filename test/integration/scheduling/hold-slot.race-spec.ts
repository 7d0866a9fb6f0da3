import { SlotTakenError } from '../../../src/modules/scheduling/index.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { STORES } from '../../support/test-store.js';
import { NOW, SchedulingWorld } from './scheduling-world.js';

describe.each(STORES)('rivals on %s', (store) => {
  let world: SchedulingWorld;
  beforeAll(async () => {
    world = await SchedulingWorld.start(store);
  });
  beforeEach(() => world.test.clock.set(NOW));
  afterAll(() => world.test.close());

  const fulfilled = <T>(results: readonly PromiseSettledResult<T>[]): T[] =>
    results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const reasons = (results: readonly PromiseSettledResult<unknown>[]): unknown[] =>
    results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  const claimsOf = async (personId: string): Promise<number> =>
    (
      await world.test
        .get(UnitOfWork)
        .manager.query<unknown[]>('SELECT tick FROM scheduling_claims WHERE person_id = ?', [
          personId,
        ])
    ).length;

  it.each([2, 50])(
    'lets one of %i have the slot and offers the others three more',
    async (count) => {
      const expertId = await world.anExpert();
      const results = await Promise.allSettled(
        Array.from({ length: count }, () => world.hold(expertId, '2026-11-23T10:00:00Z')),
      );
      expect(fulfilled(results)).toHaveLength(1);
      const losers = reasons(results);
      expect(losers).toHaveLength(count - 1);
      for (const loser of losers) {
        expect(loser).toBeInstanceOf(SlotTakenError);
        expect((loser as SlotTakenError).facts['nextSlots']).toHaveLength(3);
      }
      expect(await claimsOf(expertId)).toBe(12);
    },
  );

  it('lets no two of fifty overlapping starts stand side by side', async () => {
    const expertId = await world.anExpert({ stepMinutes: 5, bufferMinutes: 5 });
    const starts = Array.from({ length: 50 }, (_, index) =>
      new Date(Date.UTC(2026, 10, 23, 9, index * 5)).toISOString(),
    );
    const results = await Promise.allSettled(
      starts.map((startsAt) => world.hold(expertId, startsAt, { minutes: 30 })),
    );
    const held = fulfilled(results)
      .map((booking) => Date.parse(booking.startsAt))
      .sort((a, b) => a - b);
    expect(held.length).toBeGreaterThan(1);
    const gaps = held.slice(1).map((start, index) => (start - (held[index] ?? 0)) / 60_000);
    expect(gaps.filter((minutes) => minutes < 35)).toEqual([]);
    expect(reasons(results).every((reason) => reason instanceof SlotTakenError)).toBe(true);
    expect(await claimsOf(expertId)).toBe(held.length * 7);
  });

  it('books one learner once, whichever of ten experts is asked at the same time', async () => {
    const learnerId = world.newId();
    const experts = await Promise.all(Array.from({ length: 10 }, () => world.anExpert()));
    const results = await Promise.allSettled(
      experts.map((expertId) => world.hold(expertId, '2026-11-23T10:00:00Z', { learnerId })),
    );
    expect(fulfilled(results)).toHaveLength(1);
    expect(reasons(results).map((reason) => (reason as { code: string }).code)).toEqual(
      Array.from({ length: 9 }, () => 'scheduling.learner_busy'),
    );
  });

  it('confirms an ending hold or gives its time to a rival, never both', async () => {
    for (let round = 0; round < 10; round += 1) {
      const expertId = await world.anExpert();
      world.test.clock.set(NOW);
      const held = await world.hold(expertId, '2026-11-23T10:00:00Z');
      world.test.clock.set(round % 2 === 0 ? '2026-11-23T08:10:00Z' : '2026-11-23T08:09:59.999Z');
      const results = await Promise.allSettled([
        world.scheduling.confirmBooking(held.id),
        world.hold(expertId, '2026-11-23T10:00:00Z'),
        world.scheduling.releaseHold(held.id),
      ]);
      const [confirmed, rival] = results;
      expect(
        [confirmed.status, rival.status].filter((status) => status === 'fulfilled').length,
      ).toBeLessThan(2);
      expect(await claimsOf(expertId)).toBeLessThanOrEqual(12);
    }
  });

  it('cancels once and frees the slot for one of ten who wait for it', async () => {
    const expertId = await world.anExpert();
    const booked = await world.book(expertId, '2026-11-23T10:00:00Z');
    await Promise.all([1, 2, 3].map(() => world.scheduling.cancelBooking(booked.id, 'expert')));
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => world.book(expertId, '2026-11-23T10:00:00Z')),
    );
    expect(fulfilled(results)).toHaveLength(1);
    expect(
      (await world.told(booked.id)).filter((name) => name === 'booking.cancelled'),
    ).toHaveLength(1);
  });
});
