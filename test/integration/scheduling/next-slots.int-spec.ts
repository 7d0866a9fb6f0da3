import { STORES } from '../../support/test-store.js';
import { SchedulingWorld } from './scheduling-world.js';

describe.each(STORES)('the next slot of many offers at once, on %s', (store) => {
  let world: SchedulingWorld;
  beforeAll(async () => {
    world = await SchedulingWorld.start(store);
  });
  afterAll(() => world.test.close());

  it('is what each of them alone would have, whatever their hours, limits and bookings', async () => {
    const experts = [
      await world.anExpert(),
      await world.anExpert({ timeZone: 'Asia/Kathmandu', stepMinutes: 15, bufferMinutes: 20 }),
      await world.anExpert({ noticeMinutes: 60 * 24 * 6 }),
      await world.anExpert({ maxPerDay: 1 }),
      await world.anExpert({ weekly: [{ weekday: 1, startsAt: '09:00', endsAt: '09:15' }] }),
    ];
    await world.book(experts[0] ?? '', '2026-11-23T09:00:00Z');
    await world.book(experts[3] ?? '', '2026-11-23T12:00:00Z');
    await world.hold(experts[0] ?? '', '2026-11-23T10:00:00Z');
    const offers = experts.map((expertId, index) => ({
      listingId: expertId,
      expertId,
      pricedMinutes: index % 2 === 0 ? 60 : null,
    }));
    const together = await world.scheduling.nextSlotOfEach(offers);
    const alone = await Promise.all(
      offers.map(async ({ expertId, pricedMinutes }) => {
        const [slot] = await world.scheduling.nextSlots(expertId, pricedMinutes ?? 30, 1);
        return slot ?? null;
      }),
    );
    expect(offers.map(({ listingId }) => together.get(listingId))).toEqual(alone);
    expect(alone.map((slot) => slot?.startsAt ?? null)).toEqual([
      '2026-11-23T11:00:00Z',
      expect.stringMatching(/^2026-11-2[34]T/),
      expect.stringMatching(/^2026-11-29T/),
      '2026-11-24T09:00:00Z',
      null,
    ]);
  });

  it('is asked of nobody when there are no offers, and of nobody without hours', async () => {
    expect((await world.scheduling.nextSlotOfEach([])).size).toBe(0);
    const expertId = world.newId();
    const offer = { listingId: expertId, expertId, pricedMinutes: null };
    expect((await world.scheduling.nextSlotOfEach([offer])).size).toBe(0);
  });
});
