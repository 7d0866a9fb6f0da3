import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { BookingView } from '../../../src/modules/scheduling/index.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { STORES } from '../../support/test-store.js';
import { NOW, SchedulingWorld } from './scheduling-world.js';

const TEN = '2026-11-23T10:00:00Z';
const NOON = '2026-11-23T12:00:00Z';
const THREE = '2026-11-23T15:00:00Z';

/** Ways in which other systems gave one time to two people, or kept it from everybody; each by its name. */
describe.each(STORES)('double booking on %s', (store) => {
  let world: SchedulingWorld;
  beforeAll(async () => {
    world = await SchedulingWorld.start(store);
  });
  beforeEach(() => world.test.clock.set(NOW));
  afterAll(() => world.test.close());

  const codes = (results: readonly PromiseSettledResult<unknown>[]): string[] =>
    results
      .map((result) =>
        result.status === 'fulfilled' ? 'done' : (result.reason as { code: string }).code,
      )
      .sort();
  const isOpen = async (expertId: string, startsAt: string): Promise<boolean> =>
    (await world.scheduling.nextSlots(expertId, 60, 40)).some((slot) => slot.startsAt === startsAt);
  const move = (booking: BookingView, to: string, by: 'learner' | 'expert' = 'expert') =>
    world.scheduling.rescheduleBooking({
      bookingId: booking.id,
      by,
      fromStartsAt: Temporal.Instant.from(booking.startsAt),
      toStartsAt: Temporal.Instant.from(to),
    });
  const claimed = async (personId: string): Promise<number> => {
    const sql = 'SELECT tick FROM scheduling_claims WHERE person_id = ?';
    return (await world.test.get(UnitOfWork).manager.query<unknown[]>(sql, [personId])).length;
  };

  it('gives the slot once when two posts come at once', async () => {
    const expertId = await world.anExpert();
    const results = await Promise.allSettled([
      world.hold(expertId, TEN),
      world.hold(expertId, TEN),
    ]);
    expect(codes(results)).toEqual(['done', 'scheduling.slot_taken']);
  });

  it('confirms one of two pending requests for one time', async () => {
    const expertId = await world.anExpert();
    const first = await world.hold(expertId, TEN);
    world.test.clock.advance({ minutes: 10 });
    const second = await world.hold(expertId, TEN);
    const results = await Promise.allSettled([
      world.scheduling.confirmBooking(first.id),
      world.scheduling.confirmBooking(second.id),
    ]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled']);
    expect(await claimed(expertId)).toBe(12);
  });

  it('does not revive an unpaid hold that was lost and then paid', async () => {
    const expertId = await world.anExpert();
    const lost = await world.hold(expertId, TEN);
    world.test.clock.advance({ minutes: 10 });
    const won = await world.book(expertId, TEN);
    await world.scheduling.attachPayment(lost.id, world.newId());
    await expect(world.scheduling.confirmBooking(lost.id)).rejects.toMatchObject({
      code: 'scheduling.hold_expired',
    });
    expect((await world.scheduling.booking(won.id, expertId)).state).toBe('confirmed');
  });

  it("honours somebody else's reservation: neither offered nor given", async () => {
    const expertId = await world.anExpert();
    await world.hold(expertId, TEN);
    expect(await isOpen(expertId, TEN)).toBe(false);
    await expect(world.hold(expertId, TEN)).rejects.toMatchObject({
      code: 'scheduling.slot_taken',
    });
  });

  it('never answers from what was open a moment ago', async () => {
    const expertId = await world.anExpert();
    expect(await isOpen(expertId, TEN)).toBe(true);
    const booked = await world.book(expertId, TEN);
    expect(await isOpen(expertId, TEN)).toBe(false);
    await world.scheduling.cancelBooking(booked.id, 'expert');
    expect(await isOpen(expertId, TEN)).toBe(true);
    const rules = await world.scheduling.availability(expertId);
    await world.scheduling.setAvailability(expertId, { ...rules, weekly: [] });
    expect(await isOpen(expertId, TEN)).toBe(false);
    await expect(world.hold(expertId, TEN)).rejects.toMatchObject({
      code: 'scheduling.slot_not_offered',
    });
  });

  it('checks every booking of a series for conflicts', async () => {
    const expertId = await world.anExpert();
    await world.book(expertId, '2026-11-24T10:00:00Z');
    const learnerId = world.newId();
    const days = ['2026-11-23', '2026-11-24', '2026-11-25'];
    const series = await Promise.allSettled(
      days.map((day) => world.book(expertId, `${day}T10:00:00Z`, { learnerId })),
    );
    expect(series.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('checks every booking of a series for the limits of the day and the week', async () => {
    const expertId = await world.anExpert({ maxPerDay: 2, maxPerWeek: 3 });
    const starts = [9, 10, 11, 12, 13].map((hour) => `2026-11-23T${String(hour).padStart(2, '0')}`);
    const day = await Promise.allSettled(
      starts.map((start) => world.hold(expertId, `${start}:00:00Z`)),
    );
    expect(day.filter((result) => result.status === 'fulfilled')).toHaveLength(2);
    expect(new Set(codes(day))).toEqual(new Set(['done', 'scheduling.day_full']));
    await world.hold(expertId, '2026-11-24T10:00:00Z');
    await expect(world.hold(expertId, '2026-11-25T10:00:00Z')).rejects.toMatchObject({
      code: 'scheduling.day_full',
    });
    await world.hold(expertId, '2026-11-30T10:00:00Z');
  });

  it('sells no second seat of an appointment that has one', async () => {
    const expertId = await world.anExpert();
    const learners = Array.from({ length: 8 }, () => world.newId());
    const results = await Promise.allSettled(
      learners.map((learnerId) => world.book(expertId, TEN, { learnerId })),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await world.scheduling.bookingsOf(expertId, 'expert')).toHaveLength(1);
  });

  it('reschedules once when it is asked twice, and refuses a second wish that came at the same time', async () => {
    const expertId = await world.anExpert();
    const booked = await world.book(expertId, TEN);
    await Promise.all([move(booked, NOON), move(booked, NOON)]);
    await move(booked, NOON);
    expect(await world.told(booked.id)).toEqual([
      'booking.held',
      'booking.confirmed',
      'booking.rescheduled',
    ]);
    await expect(move(booked, THREE)).rejects.toMatchObject({ code: 'scheduling.booking_moved' });
    const now = await world.scheduling.booking(booked.id, expertId);
    const both = await Promise.allSettled([move(now, THREE), move(now, TEN)]);
    expect(codes(both)).toEqual(['done', 'scheduling.booking_moved']);
    expect(await claimed(expertId)).toBe(12);
  });

  it('gives the slot that was moved away from to somebody else', async () => {
    const expertId = await world.anExpert({ bufferMinutes: 15 });
    const booked = await world.book(expertId, TEN);
    await move(booked, NOON);
    expect(await isOpen(expertId, TEN)).toBe(true);
    await world.book(expertId, TEN);
    await expect(world.book(expertId, NOON)).rejects.toMatchObject({
      code: 'scheduling.slot_taken',
    });
  });

  it('refuses to reschedule what was cancelled', async () => {
    const expertId = await world.anExpert();
    const booked = await world.book(expertId, TEN);
    await world.scheduling.cancelBooking(booked.id, 'expert');
    await expect(move(booked, NOON)).rejects.toMatchObject({ code: 'scheduling.booking_state' });
    expect(await claimed(expertId)).toBe(0);
  });

  it('reschedules or cancels when both come at once, and leaves no time claimed by a cancelled booking', async () => {
    for (let round = 0; round < 8; round += 1) {
      const expertId = await world.anExpert();
      const booked = await world.book(expertId, TEN);
      await Promise.allSettled([
        move(booked, NOON),
        world.scheduling.cancelBooking(booked.id, 'expert'),
      ]);
      expect((await world.scheduling.booking(booked.id, expertId)).state).toBe('cancelled');
      expect(await claimed(expertId)).toBe(0);
    }
  });

  it('lets the same learner book the same slot again after a cancellation, whatever keys were used', async () => {
    const expertId = await world.anExpert();
    const learnerId = world.newId();
    const key = randomUUID();
    const first = await world.hold(expertId, TEN, { learnerId, key });
    await world.scheduling.confirmBooking(first.id);
    await world.scheduling.cancelBooking(first.id, 'expert');
    const again = await world.hold(expertId, TEN, { learnerId });
    expect(again).toMatchObject({ state: 'held', startsAt: TEN });
    expect((await world.hold(expertId, TEN, { learnerId, key })).id).toBe(first.id);
  });

  it('tells a move by another event than a cancellation, so that nobody pays anything back for it', async () => {
    const expertId = await world.anExpert();
    const booked = await world.book(expertId, TEN);
    await world.scheduling.attachPayment(booked.id, world.newId());
    await move(booked, NOON);
    const names = await world.told(booked.id);
    expect(names).toContain('booking.rescheduled');
    expect(names).not.toContain('booking.cancelled');
    const moved = await world.scheduling.booking(booked.id, expertId);
    expect(moved).toMatchObject({ state: 'confirmed', sequence: 1, movedBy: 'expert' });
    expect(moved.paymentId).not.toBeNull();
  });

  it('books back to back without a collision, also by moving into the gap', async () => {
    const expertId = await world.anExpert();
    const learnerId = world.newId();
    await world.book(expertId, '2026-11-23T09:00:00Z', { learnerId });
    await world.book(expertId, '2026-11-23T11:00:00Z', { learnerId });
    const late = await world.book(expertId, THREE, { learnerId });
    await move(late, TEN);
    expect(await claimed(expertId)).toBe(36);
  });
});
