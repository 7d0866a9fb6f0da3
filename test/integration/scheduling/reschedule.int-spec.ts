import { Temporal } from 'temporal-polyfill';
import type { BookingView } from '../../../src/modules/scheduling/index.js';
import { STORES } from '../../support/test-store.js';
import { NOW, SchedulingWorld } from './scheduling-world.js';

const WEDNESDAY = '2026-11-25T10:00:00Z';
const THURSDAY = '2026-11-26T10:00:00Z';

describe.each(STORES)('moving a booking on %s', (store) => {
  let world: SchedulingWorld;
  beforeAll(async () => {
    world = await SchedulingWorld.start(store);
  });
  beforeEach(() => world.test.clock.set(NOW));
  afterAll(() => world.test.close());

  const move = (booking: BookingView, to: string, by: 'learner' | 'expert' = 'learner') =>
    world.scheduling.rescheduleBooking({
      bookingId: booking.id,
      by,
      fromStartsAt: Temporal.Instant.from(booking.startsAt),
      toStartsAt: Temporal.Instant.from(to),
    });

  it('keeps the booking and its length, writes down what was agreed anew, and remembers the move', async () => {
    const expertId = await world.anExpert({ timeZone: 'Asia/Kathmandu' });
    const booked = await world.book(expertId, '2026-11-25T04:15:00Z');
    const moved = await move(booked, '2026-11-26T05:15:00Z');
    expect(moved).toMatchObject({
      id: booked.id,
      state: 'confirmed',
      startsAt: '2026-11-26T05:15:00Z',
      endsAt: '2026-11-26T06:15:00Z',
      agreed: { timeZone: 'Asia/Kathmandu', local: '2026-11-26T11:00' },
    });
    expect(await world.scheduling.movesOf(booked.id, expertId)).toEqual([
      {
        by: 'learner',
        reason: 'chosen',
        fromStartsAt: '2026-11-25T04:15:00Z',
        toStartsAt: '2026-11-26T05:15:00Z',
        changedAt: NOW,
      },
    ]);
    expect((await world.scheduling.appointment(booked.appointmentId)).startsAt).toBe(
      '2026-11-26T05:15:00Z',
    );
  });

  it('moves by half its own length into time that it holds itself', async () => {
    const expertId = await world.anExpert();
    const booked = await world.book(expertId, WEDNESDAY);
    expect((await move(booked, '2026-11-25T10:30:00Z')).startsAt).toBe('2026-11-25T10:30:00Z');
  });

  it('lets a learner move until a day before, an expert until an hour before', async () => {
    const expertId = await world.anExpert();
    const booked = await world.book(expertId, WEDNESDAY);
    world.test.clock.set('2026-11-24T10:00:00.001Z');
    await expect(move(booked, THURSDAY)).rejects.toMatchObject({
      code: 'scheduling.move_too_late',
    });
    world.test.clock.set('2026-11-25T09:00:00Z');
    const moved = await move(booked, THURSDAY, 'expert');
    world.test.clock.set('2026-11-26T09:00:01Z');
    await expect(move(moved, '2026-11-27T10:00:00Z', 'expert')).rejects.toMatchObject({
      code: 'scheduling.move_too_late',
    });
  });

  it('lets each side move three times', async () => {
    const expertId = await world.anExpert();
    let booking = await world.book(expertId, WEDNESDAY);
    for (const hour of ['11', '12', '13'])
      booking = await move(booking, `2026-11-25T${hour}:00:00Z`);
    await expect(move(booking, THURSDAY)).rejects.toMatchObject({
      code: 'scheduling.move_too_often',
    });
    expect((await move(booking, THURSDAY, 'expert')).movedBy).toBe('expert');
  });

  it('offers the next three open slots where the wanted one is taken', async () => {
    const expertId = await world.anExpert();
    const booked = await world.book(expertId, WEDNESDAY);
    await world.book(expertId, THURSDAY);
    await expect(move(booked, THURSDAY)).rejects.toMatchObject({
      code: 'scheduling.slot_taken',
      facts: {
        nextSlots: [
          { startsAt: '2026-11-26T11:00:00Z' },
          { startsAt: '2026-11-26T11:30:00Z' },
          { startsAt: '2026-11-26T12:00:00Z' },
        ],
      },
    });
    await expect(move(booked, '2026-11-26T03:00:00Z')).rejects.toMatchObject({
      code: 'scheduling.slot_not_offered',
    });
  });

  it('keeps the limits of the day, not counting the booking where it was', async () => {
    const expertId = await world.anExpert({ maxPerDay: 1 });
    const booked = await world.book(expertId, WEDNESDAY);
    const moved = await move(booked, '2026-11-25T14:00:00Z');
    await world.book(expertId, THURSDAY);
    await expect(move(moved, '2026-11-26T14:00:00Z')).rejects.toMatchObject({
      code: 'scheduling.day_full',
    });
  });

  it('reminds of the new time and not of the old one', async () => {
    const expertId = await world.anExpert();
    const booked = await world.book(expertId, WEDNESDAY);
    await world.wait({ hours: 25 });
    await move(booked, '2026-11-27T10:00:00Z', 'expert');
    world.test.clock.set('2026-11-25T10:00:00Z');
    await world.settle();
    expect((await world.told(booked.id)).slice(2)).toEqual(['booking.rescheduled']);
    world.test.clock.set('2026-11-26T10:00:00Z');
    await world.settle();
    world.test.clock.set('2026-11-27T09:50:00Z');
    await world.settle();
    expect((await world.told(booked.id)).slice(3).sort()).toEqual([
      'booking.reminder-due',
      'booking.reminder-due',
      'booking.reminder-due',
      'booking.room-opens',
    ]);
  });

  it('lets a learner go for nothing late, once the expert has moved it, but not by a move of their own', async () => {
    const expertId = await world.anExpert();
    const rule = async (by: 'learner' | 'expert', hour: string): Promise<string> => {
      world.test.clock.set(NOW);
      const booked = await world.book(expertId, `2026-11-25T${hour}:00:00Z`);
      const moved = await move(booked, `2026-11-26T${hour}:00:00Z`, by);
      world.test.clock.set(`2026-11-26T0${hour === '10' ? 8 : 9}:00:00Z`);
      return (await world.scheduling.cancellation(moved.id, 'learner')).rule;
    };
    expect([await rule('expert', '10'), await rule('learner', '11')]).toEqual([
      'after_move',
      'late',
    ]);
  });

  it('refuses to cancel for another price than was shown', async () => {
    const expertId = await world.anExpert();
    const booked = await world.book(expertId, WEDNESDAY);
    const shown = await world.scheduling.cancellation(booked.id, 'learner');
    expect(shown).toEqual({ rule: 'in_time', chargePercent: 0 });
    world.test.clock.set('2026-11-24T10:00:01Z');
    await expect(
      world.scheduling.cancelBooking(booked.id, 'learner', shown.rule),
    ).rejects.toMatchObject({ code: 'scheduling.cancellation_changed' });
    await world.scheduling.cancelBooking(booked.id, 'learner', 'late');
  });
});
