import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import {
  HoldExpiredError,
  LearnerBusyError,
  OwnListingError,
  SlotNotOfferedError,
  SlotTakenError,
  WrongStateError,
} from '../../../src/modules/scheduling/index.js';
import { NOW, SchedulingWorld } from './scheduling-world.js';
import { STORES } from '../../support/test-store.js';

describe.each(STORES)('bookings on %s', (store) => {
  let world: SchedulingWorld;
  beforeAll(async () => {
    world = await SchedulingWorld.start(store);
  });
  beforeEach(() => world.test.clock.set(NOW));
  afterAll(() => world.test.close());

  const starts = async (expertId: string, minutes = 60, count = 3): Promise<string[]> =>
    (await world.scheduling.nextSlots(expertId, minutes, count)).map((slot) => slot.startsAt);

  it('holds a slot for ten minutes and offers it to nobody else meanwhile', async () => {
    const expertId = await world.anExpert();
    const held = await world.hold(expertId, '2026-11-23T10:00:00Z');
    expect(held).toMatchObject({
      state: 'held',
      holdEndsAt: '2026-11-23T08:10:00Z',
      endsAt: '2026-11-23T11:00:00Z',
      roomOpensAt: '2026-11-23T09:50:00Z',
      agreed: { timeZone: 'UTC', local: '2026-11-23T10:00' },
    });
    expect(await starts(expertId)).toEqual([
      '2026-11-23T09:00:00Z',
      '2026-11-23T11:00:00Z',
      '2026-11-23T11:30:00Z',
    ]);
  });

  it('tells whoever comes second the next three open slots', async () => {
    const expertId = await world.anExpert();
    await world.hold(expertId, '2026-11-23T10:00:00Z');
    const refused = await world
      .hold(expertId, '2026-11-23T10:30:00Z')
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SlotTakenError);
    expect((refused as SlotTakenError).facts['nextSlots']).toEqual([
      { startsAt: '2026-11-23T11:00:00Z', endsAt: '2026-11-23T12:00:00Z' },
      { startsAt: '2026-11-23T11:30:00Z', endsAt: '2026-11-23T12:30:00Z' },
      { startsAt: '2026-11-23T12:00:00Z', endsAt: '2026-11-23T13:00:00Z' },
    ]);
  });

  it('books back to back where no pause is asked for, and keeps the pause where one is', async () => {
    const busy = await world.anExpert();
    await world.book(busy, '2026-11-23T10:00:00Z');
    await world.book(busy, '2026-11-23T11:00:00Z');
    await world.book(busy, '2026-11-23T09:00:00Z');
    const careful = await world.anExpert({ bufferMinutes: 15 });
    await world.book(careful, '2026-11-23T10:00:00Z');
    await expect(world.book(careful, '2026-11-23T11:00:00Z')).rejects.toThrow(SlotTakenError);
    await expect(world.book(careful, '2026-11-23T09:00:00Z')).rejects.toThrow(SlotTakenError);
    await world.book(careful, '2026-11-23T11:30:00Z');
  });

  it.each([
    ['outside the hours', '2026-11-23T18:00:00Z'],
    ['off the grid', '2026-11-23T10:15:00Z'],
    ['between two ticks', '2026-11-23T10:02:00Z'],
    ['so that it would end after the hours', '2026-11-23T16:30:00Z'],
    ['in the past', '2026-11-22T10:00:00Z'],
    ['beyond the horizon', '2027-03-01T10:00:00Z'],
  ])('refuses a start %s', async (_, startsAt) => {
    const expertId = await world.anExpert();
    await expect(world.hold(expertId, startsAt)).rejects.toThrow(SlotNotOfferedError);
  });

  it('refuses a start within the notice, up to the minute', async () => {
    const expertId = await world.anExpert({ noticeMinutes: 121 });
    await expect(world.hold(expertId, '2026-11-23T10:00:00Z')).rejects.toThrow(SlotNotOfferedError);
    await world.hold(await world.anExpert({ noticeMinutes: 120 }), '2026-11-23T10:00:00Z');
  });

  it('refuses two appointments of one learner at a time', async () => {
    const learnerId = world.newId();
    await world.book(await world.anExpert(), '2026-11-23T10:00:00Z', { learnerId });
    await expect(
      world.book(await world.anExpert(), '2026-11-23T10:30:00Z', { learnerId }),
    ).rejects.toThrow(LearnerBusyError);
    await world.book(await world.anExpert(), '2026-11-23T11:00:00Z', { learnerId });
  });

  it('refuses experts who book themselves', async () => {
    const expertId = await world.anExpert();
    await expect(
      world.hold(expertId, '2026-11-23T10:00:00Z', { learnerId: expertId }),
    ).rejects.toThrow(OwnListingError);
  });

  it('gives the same booking for the same key, also when both calls come at once', async () => {
    const expertId = await world.anExpert();
    const call = { key: randomUUID(), learnerId: world.newId() };
    const both = await Promise.all([
      world.hold(expertId, '2026-11-23T10:00:00Z', call),
      world.hold(expertId, '2026-11-23T10:00:00Z', call),
    ]);
    const again = await world.hold(expertId, '2026-11-23T10:00:00Z', call);
    expect(new Set([...both, again].map((booking) => booking.id)).size).toBe(1);
  });

  it('refuses the same key for another slot', async () => {
    const expertId = await world.anExpert();
    const call = { key: randomUUID(), learnerId: world.newId() };
    await world.hold(expertId, '2026-11-23T10:00:00Z', call);
    await expect(world.hold(expertId, '2026-11-23T12:00:00Z', call)).rejects.toMatchObject({
      code: 'scheduling.key_reused',
    });
  });

  it('gives the slot to somebody else at the instant the hold ends, before any timer has run', async () => {
    const expertId = await world.anExpert();
    const lost = await world.hold(expertId, '2026-11-23T10:00:00Z');
    world.test.clock.set('2026-11-23T08:09:59.999Z');
    await expect(world.hold(expertId, '2026-11-23T10:00:00Z')).rejects.toThrow(SlotTakenError);
    world.test.clock.set('2026-11-23T08:10:00Z');
    const won = await world.book(expertId, '2026-11-23T10:00:00Z');
    expect(won.state).toBe('confirmed');
    await expect(world.scheduling.confirmBooking(lost.id)).rejects.toThrow(HoldExpiredError);
  });

  it('does not confirm an unpaid hold that was lost and then paid', async () => {
    const expertId = await world.anExpert();
    const lost = await world.hold(expertId, '2026-11-23T10:00:00Z');
    await world.wait({ minutes: 10 });
    await world.scheduling.attachPayment(lost.id, world.newId());
    await expect(world.scheduling.confirmBooking(lost.id)).rejects.toThrow(HoldExpiredError);
    expect(await world.told(lost.id)).toEqual(['booking.held', 'booking.expired']);
    expect(await starts(expertId, 60, 2)).toEqual(['2026-11-23T09:00:00Z', '2026-11-23T09:30:00Z']);
  });

  it('shows a hold as expired to its learner from its last instant on', async () => {
    const held = await world.hold(await world.anExpert(), '2026-11-23T10:00:00Z');
    world.test.clock.set('2026-11-23T08:10:00Z');
    expect((await world.scheduling.booking(held.id, held.learnerId)).state).toBe('expired');
  });

  it('confirms once, however often it is told to', async () => {
    const held = await world.hold(await world.anExpert(), '2026-11-23T10:00:00Z');
    await world.scheduling.confirmBooking(held.id);
    await world.scheduling.confirmBooking(held.id);
    await world.wait({ minutes: 10 });
    expect((await world.scheduling.booking(held.id, held.learnerId)).state).toBe('confirmed');
    expect(await world.told(held.id)).toEqual(['booking.held', 'booking.confirmed']);
  });

  it('gives a released hold back at once', async () => {
    const expertId = await world.anExpert();
    const held = await world.hold(expertId, '2026-11-23T10:00:00Z');
    await world.scheduling.releaseHold(held.id);
    await world.scheduling.releaseHold(held.id);
    await world.book(expertId, '2026-11-23T10:00:00Z');
    await expect(world.scheduling.confirmBooking(held.id)).rejects.toThrow(HoldExpiredError);
  });

  it('gives a cancelled booking back, so that the same learner may book the same slot again', async () => {
    const expertId = await world.anExpert();
    const learnerId = world.newId();
    const first = await world.book(expertId, '2026-11-23T10:00:00Z', { learnerId });
    await world.scheduling.cancelBooking(first.id, 'learner');
    await world.scheduling.cancelBooking(first.id, 'learner');
    const second = await world.book(expertId, '2026-11-23T10:00:00Z', { learnerId });
    expect(second.id).not.toBe(first.id);
    expect((await world.scheduling.booking(first.id, learnerId)).endedBy).toBe('learner');
    expect(await world.told(first.id)).toEqual([
      'booking.held',
      'booking.confirmed',
      'booking.cancelled',
    ]);
  });

  it('refuses to cancel a hold, to confirm what was cancelled, and to begin what never was confirmed', async () => {
    const held = await world.hold(await world.anExpert(), '2026-11-23T10:00:00Z');
    await expect(world.scheduling.cancelBooking(held.id, 'learner')).rejects.toThrow(
      WrongStateError,
    );
    await expect(world.scheduling.markBooking(held.id, 'live', 'platform')).rejects.toThrow(
      WrongStateError,
    );
    const booked = await world.book(await world.anExpert(), '2026-11-23T10:00:00Z');
    await world.scheduling.cancelBooking(booked.id, 'expert');
    await expect(world.scheduling.confirmBooking(booked.id)).rejects.toThrow(WrongStateError);
  });

  it('gives back what is left of the time when a session ends early', async () => {
    const expertId = await world.anExpert();
    const booked = await world.book(expertId, '2026-11-23T10:00:00Z');
    world.test.clock.set('2026-11-23T10:12:00Z');
    await world.scheduling.markBooking(booked.id, 'live', 'platform');
    await world.scheduling.markBooking(booked.id, 'completed', 'platform');
    await world.scheduling.markBooking(booked.id, 'live', 'platform');
    expect((await world.scheduling.appointment(booked.appointmentId)).state).toBe('ended');
    expect((await starts(expertId, 60, 1))[0]).toBe('2026-11-23T10:30:00Z');
  });

  it('remembers who did not come', async () => {
    const booked = await world.book(await world.anExpert(), '2026-11-23T10:00:00Z');
    await world.scheduling.markBooking(booked.id, 'no_show', 'expert');
    expect(await world.scheduling.booking(booked.id, booked.expertId)).toMatchObject({
      state: 'no_show',
      endedBy: 'expert',
    });
  });

  it('reminds a day, an hour and ten minutes ahead and opens the room, each once', async () => {
    const booked = await world.book(await world.anExpert(), '2026-11-25T10:00:00Z');
    await world.wait({ hours: 26 });
    expect((await world.told(booked.id)).slice(2)).toEqual(['booking.reminder-due']);
    await world.wait({ hours: 23 });
    await world.wait({ minutes: 50 });
    await world.settle();
    expect((await world.told(booked.id)).slice(2).sort()).toEqual([
      'booking.reminder-due',
      'booking.reminder-due',
      'booking.reminder-due',
      'booking.room-opens',
    ]);
  });

  it('says nothing more of a booking that was cancelled', async () => {
    const booked = await world.book(await world.anExpert(), '2026-11-25T10:00:00Z');
    await world.scheduling.cancelBooking(booked.id, 'expert');
    await world.wait({ hours: 60 });
    expect((await world.told(booked.id)).slice(2)).toEqual(['booking.cancelled']);
  });

  it('opens the room at once when a booking is confirmed late, and leaves out what is past', async () => {
    const expertId = await world.anExpert();
    world.test.clock.set('2026-11-23T09:55:00Z');
    const booked = await world.book(expertId, '2026-11-23T10:00:00Z');
    await world.settle();
    expect((await world.told(booked.id)).slice(2)).toEqual(['booking.room-opens']);
  });

  it('shows a booking to its two people only', async () => {
    const booked = await world.book(await world.anExpert(), '2026-11-23T10:00:00Z');
    await expect(world.scheduling.booking(booked.id, world.newId())).rejects.toMatchObject({
      code: 'booking.not_found',
    });
    expect((await world.scheduling.booking(booked.id, booked.expertId)).id).toBe(booked.id);
  });

  it('lists what is to come first, next one first, and leaves out holds that ended', async () => {
    const learnerId = world.newId();
    const book = async (startsAt: string): Promise<string> =>
      (await world.book(await world.anExpert(), startsAt, { learnerId })).id;
    const late = await book('2026-11-25T10:00:00Z');
    const early = await book('2026-11-24T10:00:00Z');
    const cancelled = await book('2026-11-23T10:00:00Z');
    await world.scheduling.cancelBooking(cancelled, 'learner');
    await world.hold(await world.anExpert(), '2026-11-26T10:00:00Z', { learnerId });
    await world.wait({ minutes: 10 });
    const listed = await world.scheduling.bookingsOf(learnerId, 'learner');
    expect(listed.map((booking) => booking.id)).toEqual([early, late, cancelled]);
    expect(await world.scheduling.bookingsOf(learnerId, 'expert')).toEqual([]);
  });

  it('lets a session go on as long as neither of the two is needed elsewhere', async () => {
    const expertId = await world.anExpert();
    const booked = await world.book(expertId, '2026-11-23T10:00:00Z');
    await world.book(expertId, '2026-11-23T11:30:00Z');
    const { scheduling } = world;
    const id = booked.appointmentId;
    expect(await scheduling.possibleLengths(id, [75, 90, 105])).toEqual([75, 90]);
    const longer = await scheduling.appointmentLasts(id, 90);
    expect(longer).toMatchObject({ endsAt: '2026-11-23T11:30:00Z', ceilingMinutes: 90 });
    expect(await scheduling.appointmentLasts(id, 90)).toEqual(longer);
    await expect(scheduling.appointmentLasts(id, 105)).rejects.toMatchObject({
      code: 'scheduling.no_time_left',
    });
    expect((await scheduling.appointment(id)).ceilingMinutes).toBe(90);
    const shorter = await scheduling.appointmentLasts(id, 60);
    expect(shorter).toMatchObject({ endsAt: '2026-11-23T11:00:00Z', ceilingMinutes: 60 });
    await world.book(expertId, '2026-11-23T11:00:00Z', { minutes: 30 });
  });

  it('sorts slots into the days of a reader in another zone', async () => {
    const expertId = await world.anExpert({
      weekly: [{ weekday: 1, startsAt: '14:00', endsAt: '16:00' }],
      stepMinutes: 60,
    });
    const calendar = await world.scheduling.slotCalendar({
      expertId,
      minutes: 60,
      from: Temporal.PlainDate.from('2026-11-23'),
      days: 2,
      timeZone: 'Pacific/Chatham',
    });
    expect(calendar.days).toEqual([
      { date: '2026-11-23', slots: [] },
      {
        date: '2026-11-24',
        slots: [
          {
            startsAt: '2026-11-23T14:00:00Z',
            endsAt: '2026-11-23T15:00:00Z',
            offset: '+13:45',
            local: '03:45',
          },
          {
            startsAt: '2026-11-23T15:00:00Z',
            endsAt: '2026-11-23T16:00:00Z',
            offset: '+13:45',
            local: '04:45',
          },
        ],
      },
    ]);
  });
});
