import { Temporal } from 'temporal-polyfill';
import type { Availability } from '../../../src/modules/scheduling/index.js';
import { startTestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import { aCategory, anExpert, aPerson, type Somebody } from '../../support/world.js';
import { NOW, SchedulingWorld } from './scheduling-world.js';

const daily = (startsAt: string, endsAt: string): Availability['weekly'] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startsAt, endsAt }));

describe.each(STORES)('what experts say of their time on %s', (store) => {
  let world: SchedulingWorld;
  beforeAll(async () => {
    world = SchedulingWorld.of(await startTestApp({ store, now: NOW }));
  });
  beforeEach(() => world.test.clock.set(NOW));
  afterAll(() => world.test.close());

  const starts = async (expertId: string, from: string, days: number, timeZone = 'UTC') =>
    (
      await world.scheduling.slotCalendar({
        expertId,
        minutes: 60,
        from: Temporal.PlainDate.from(from),
        days,
        timeZone,
      })
    ).days.map(({ date, slots }) => `${date} ${slots.map(({ local }) => local).join(' ')}`.trim());

  it('counts minimum notice in hours that pass, across a day on which the clocks change', async () => {
    const expertId = await world.anExpert({
      timeZone: 'Europe/Paris',
      weekly: daily('00:00', '06:00'),
      noticeMinutes: 180,
      stepMinutes: 60,
    });
    world.test.clock.set('2027-03-27T23:00:00Z');
    expect(await starts(expertId, '2027-03-28', 1, 'Europe/Paris')).toEqual([
      '2027-03-28 04:00 05:00',
    ]);
    world.test.clock.set('2026-10-24T22:00:00Z');
    expect(await starts(expertId, '2026-10-25', 1, 'Europe/Paris')).toEqual([
      '2026-10-25 02:00 03:00 04:00 05:00',
    ]);
  });

  it('shows an override on its own date to visitors east and west of the expert', async () => {
    const expertId = await world.anExpert({
      timeZone: 'Asia/Kolkata',
      weekly: [],
      exceptions: [{ date: '2026-11-25', hours: [{ startsAt: '22:00', endsAt: '24:00' }] }],
      stepMinutes: 60,
    });
    expect(await starts(expertId, '2026-11-24', 3, 'Asia/Kathmandu')).toEqual([
      '2026-11-24',
      '2026-11-25 22:15 23:15',
      '2026-11-26',
    ]);
    expect(await starts(expertId, '2026-11-24', 3, 'Pacific/Auckland')).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-11-26 05:30 06:30',
    ]);
    expect(await starts(expertId, '2026-11-24', 3, 'America/Vancouver')).toEqual([
      '2026-11-24',
      '2026-11-25 09:30 10:30',
      '2026-11-26',
    ]);
  });

  it('offers an override outside the weekly hours, also on a day off', async () => {
    const expertId = await world.anExpert({
      weekly: daily('09:00', '11:00'),
      daysOff: [{ from: '2026-11-25', until: '2026-11-27', label: 'away' }],
      exceptions: [{ date: '2026-11-26', hours: [{ startsAt: '20:00', endsAt: '22:00' }] }],
      stepMinutes: 60,
    });
    expect(await starts(expertId, '2026-11-24', 5)).toEqual([
      '2026-11-24 09:00 10:00',
      '2026-11-25',
      '2026-11-26 20:00 21:00',
      '2026-11-27',
      '2026-11-28 09:00 10:00',
    ]);
  });

  it('runs hours past midnight into the next day, and into a day off', async () => {
    const expertId = await world.anExpert({
      weekly: daily('23:00', '01:00'),
      daysOff: [{ from: '2026-11-26', until: '2026-11-26', label: '' }],
      stepMinutes: 60,
    });
    expect(await starts(expertId, '2026-11-25', 3)).toEqual([
      '2026-11-25 00:00 23:00',
      '2026-11-26 00:00',
      '2026-11-27 23:00',
    ]);
  });

  it('shows no more of a day or a week that is full, on the calendar of the expert', async () => {
    const expertId = await world.anExpert({
      timeZone: 'Pacific/Kiritimati',
      weekly: [...daily('00:00', '01:00'), ...daily('12:00', '13:00')],
      stepMinutes: 60,
      maxPerDay: 1,
      maxPerWeek: 2,
    });
    await world.book(expertId, '2026-11-24T10:00:00Z');
    const shown = (): Promise<string[]> => starts(expertId, '2026-11-24', 4, 'Pacific/Kiritimati');
    // Ten in the morning in UTC is midnight of the next day there.
    expect(await shown()).toEqual([
      '2026-11-24 00:00 12:00',
      '2026-11-25',
      '2026-11-26 00:00 12:00',
      '2026-11-27 00:00 12:00',
    ]);
    await world.book(expertId, '2026-11-26T22:00:00Z');
    expect(await shown()).toEqual(['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']);
  });

  it('counts a hold as long as it lasts', async () => {
    const expertId = await world.anExpert({ maxPerDay: 1 });
    await world.hold(expertId, '2026-11-24T10:00:00Z');
    expect(await starts(expertId, '2026-11-24', 1)).toEqual(['2026-11-24']);
    await world.wait({ minutes: 10 });
    expect((await starts(expertId, '2026-11-24', 1))[0]).toContain('10:00');
  });
});

describe('hours of single offers', () => {
  let world: SchedulingWorld;
  let expert: Somebody & { listingId: string };
  beforeAll(async () => {
    const test = await startTestApp({ now: NOW });
    world = SchedulingWorld.of(test);
    expert = await anExpert(test, 'Marc', await aCategory(test));
    const rules = await world.scheduling.availability(await world.anExpert());
    await world.scheduling.setAvailability(expert.id, rules);
  });
  afterAll(() => world.test.close());

  const RULES = {
    sessionMinutes: 45,
    noticeMinutes: null,
    bufferMinutes: 15,
    stepMinutes: 60,
    weekly: [{ weekday: 3, startsAt: '18:00', endsAt: '20:00' }],
  };

  it('hold for that offer alone, from the calendar to the booking', async () => {
    const path = `/api/v1/studio/listings/${expert.listingId}/hours`;
    await expert.http.put(path).send(RULES).expect(200, RULES);
    await expert.http.get(path).expect(200, RULES);
    const learner = await aPerson(world.test, 'Lea');
    const slots = await learner.http
      .get(`/api/v1/listings/${expert.listingId}/slots`)
      .query({ from: '2026-11-23', days: 7, timeZone: 'UTC' })
      .expect(200);
    const { days } = slots.body as { days: { slots: { startsAt: string; endsAt: string }[] }[] };
    expect(days.flatMap((day) => day.slots)).toMatchObject([
      { startsAt: '2026-11-25T18:00:00Z', endsAt: '2026-11-25T18:45:00Z' },
      { startsAt: '2026-11-25T19:00:00Z', endsAt: '2026-11-25T19:45:00Z' },
    ]);
    const listingId = expert.listingId;
    await expect(
      world.hold(expert.id, '2026-11-24T10:00:00Z', { listingId, minutes: 45 }),
    ).rejects.toMatchObject({ code: 'scheduling.slot_not_offered' });
    await world.hold(expert.id, '2026-11-25T18:00:00Z', { listingId, minutes: 45 });
    await world.hold(expert.id, '2026-11-24T10:00:00Z', { minutes: 45 });
  });

  it('are refused by name of the field, and set by nobody else', async () => {
    const path = `/api/v1/studio/listings/${expert.listingId}/hours`;
    const refused = await expert.http
      .put(path)
      .send({ ...RULES, stepMinutes: 7 })
      .expect(400);
    expect(refused.body).toMatchObject({ facts: { problems: [{ field: 'stepMinutes' }] } });
    const other = await anExpert(world.test, 'Zoe', await aCategory(world.test));
    await other.http.put(path).send(RULES).expect(404);
    await other.http.get(path).expect(404);
  });
});
