import { Calendars } from '../../../src/modules/scheduling/application/calendars.js';
import { OutboxRecord } from '../../../src/platform/outbox/outbox.record.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { AccountsFacade } from '../../../src/modules/accounts/index.js';
import { type CalendarServer, feedOf, startCalendarServer } from '../../support/calendar-server.js';
import { startTestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import { NOW, SchedulingWorld } from './scheduling-world.js';

const TEN = '2026-11-25T10:00:00Z';
const MEETING = { from: '2026-11-25T10:15:00Z', to: '2026-11-25T10:45:00Z' };

describe.each(STORES)('calendars elsewhere on %s', (store) => {
  let world: SchedulingWorld;
  let elsewhere: CalendarServer;
  beforeAll(async () => {
    elsewhere = await startCalendarServer();
    world = SchedulingWorld.of(
      await startTestApp({ store, now: NOW, env: { OUTBOUND_LOCAL: '1' } }),
    );
  });
  beforeEach(() => {
    world.test.clock.set(NOW);
    serve(feedOf([MEETING]));
  });
  afterAll(async () => {
    await world.test.close();
    await elsewhere.close();
  });

  const calendars = (): Calendars => world.test.get(Calendars);
  function serve(text: string, status = 200): void {
    elsewhere.answer = (_, response) => response.writeHead(status).end(text);
  }
  const anExpert = async (): Promise<string> => {
    const person = await world.test.get(AccountsFacade).signUp(
      {
        email: `${world.newId()}@visavis.example`,
        password: 'correct horse battery',
        displayName: 'Expert',
        country: 'FR',
        language: 'en',
        timeZone: 'UTC',
      },
      { roles: ['learner', 'expert'], isVerified: true },
    );
    const rules = await world.scheduling.availability(await world.anExpert());
    await world.scheduling.setAvailability(person.id, rules);
    return person.id;
  };
  const withCalendar = async (path = '/feed.ics'): Promise<string> => {
    const expertId = await anExpert();
    await calendars().add(expertId, 'Work', `${elsewhere.origin}${path}`);
    return expertId;
  };
  const stateOf = async (expertId: string): Promise<unknown> => {
    const [calendar] = await calendars().of(expertId);
    return { state: calendar?.state, problem: calendar?.problem, busy: calendar?.busyCount };
  };
  const conflicts = async (bookingId: string): Promise<unknown[]> =>
    (
      await world.test.get(UnitOfWork).manager.find(OutboxRecord, {
        where: { lane: bookingId, name: 'scheduling.booking.conflict-found' },
      })
    ).map((row) => (row.payload as { data: { minutesBefore: number } }).data.minutesBefore);

  it('offers nobody a time at which the expert is busy elsewhere, nor lets it be booked', async () => {
    const expertId = await withCalendar();
    const starts = (await world.scheduling.nextSlots(expertId, 60, 200)).map(
      (slot) => slot.startsAt,
    );
    expect(starts).toContain('2026-11-25T09:00:00Z');
    expect(starts).toContain('2026-11-25T11:00:00Z');
    expect(starts).not.toContain('2026-11-25T09:30:00Z');
    expect(starts).not.toContain('2026-11-25T10:30:00Z');
    await expect(world.hold(expertId, TEN)).rejects.toMatchObject({
      code: 'scheduling.slot_not_offered',
    });
  });

  it('reads again every half hour, and takes what it says then', async () => {
    const expertId = await withCalendar();
    serve(feedOf([]));
    await world.wait({ minutes: 29 });
    await expect(world.hold(expertId, TEN)).rejects.toMatchObject({
      code: 'scheduling.slot_not_offered',
    });
    await world.wait({ minutes: 1 });
    await world.hold(expertId, TEN);
    expect(await stateOf(expertId)).toEqual({ state: 'fine', problem: null, busy: 0 });
  });

  it('keeps what it knew while the calendar cannot be read, and says so', async () => {
    const expertId = await withCalendar();
    serve('down', 503);
    await world.wait({ minutes: 30 });
    expect(await stateOf(expertId)).toEqual({
      state: 'failing',
      problem: 'not_answering',
      busy: 1,
    });
    await expect(world.hold(expertId, TEN)).rejects.toMatchObject({
      code: 'scheduling.slot_not_offered',
    });
    serve(feedOf([MEETING]));
    await world.wait({ minutes: 30 });
    expect(await stateOf(expertId)).toEqual({ state: 'fine', problem: null, busy: 1 });
  });

  it('forgets the busy times of a calendar that is removed, and reads it no more', async () => {
    const expertId = await withCalendar('/removed.ics');
    const [calendar] = await calendars().of(expertId);
    await calendars().remove(expertId, calendar?.id ?? '');
    await world.hold(expertId, TEN);
    await world.wait({ hours: 2 });
    expect(elsewhere.asked.filter((path) => path === '/removed.ics')).toHaveLength(1);
    await expect(calendars().remove(expertId, calendar?.id ?? '')).rejects.toMatchObject({
      code: 'calendar.not_found',
    });
  });

  it('looks again a day and a quarter of an hour ahead, and tells the expert of what came in between', async () => {
    const expertId = await anExpert();
    serve(feedOf([]));
    await calendars().add(expertId, 'Work', `${elsewhere.origin}/late.ics`);
    const booked = await world.book(expertId, TEN);
    const quiet = await world.book(expertId, '2026-11-25T14:00:00Z');
    serve(feedOf([MEETING]));
    world.test.clock.set('2026-11-24T10:00:00Z');
    await world.settle();
    world.test.clock.set('2026-11-25T09:45:00Z');
    await world.settle();
    world.test.clock.set('2026-11-25T13:50:00Z');
    await world.settle();
    expect((await conflicts(booked.id)).sort()).toEqual([1440, 15]);
    expect(await conflicts(quiet.id)).toEqual([]);
    expect((await world.scheduling.booking(booked.id, expertId)).state).toBe('confirmed');
  });

  it.each([
    ['a page that is no calendar', '<html></html>', 200, 'not_a_calendar'],
    ['an address that leads nowhere', 'gone', 404, 'not_found'],
    ['a feed without end', 'x'.repeat(2_200_000), 200, 'too_large'],
  ])('names the problem with %s', async (_, text, status, problem) => {
    serve(text, status);
    expect(await stateOf(await withCalendar())).toMatchObject({ state: 'failing', problem });
  });

  it('follows a few redirects and not for ever', async () => {
    elsewhere.answer = ({ url }, response) =>
      url === '/final'
        ? response.end(feedOf([MEETING]))
        : response.writeHead(302, { location: url === '/round' ? '/round' : '/final' }).end();
    expect(await stateOf(await withCalendar('/moved'))).toMatchObject({ state: 'fine', busy: 1 });
    expect(await stateOf(await withCalendar('/round'))).toMatchObject({ problem: 'not_found' });
  });

  it.each([
    '',
    'nonsense',
    'ftp://example.org/a.ics',
    'file:///etc/passwd',
    'https://me:pw@example.org/',
  ])('refuses the address %j', async (address) => {
    await expect(calendars().add(await anExpert(), 'Work', address)).rejects.toMatchObject({
      code: 'input.invalid',
    });
  });

  it('takes five calendars and no sixth', async () => {
    const expertId = await withCalendar();
    for (let count = 1; count < 5; count += 1)
      await calendars().add(expertId, `No ${count}`, `${elsewhere.origin}/feed.ics`);
    await expect(
      calendars().add(expertId, 'One more', `${elsewhere.origin}/feed.ics`),
    ).rejects.toMatchObject({ code: 'input.invalid' });
  });
});

describe('calendars elsewhere, as a public installation reads them', () => {
  let world: SchedulingWorld;
  let inside: CalendarServer;
  beforeAll(async () => {
    inside = await startCalendarServer();
    inside.answer = (_, response) => response.end(feedOf([MEETING]));
    world = await SchedulingWorld.start('SQLite');
  });
  afterAll(async () => {
    await world.test.close();
    await inside.close();
  });

  const anExpert = async (): Promise<string> =>
    (
      await world.test.get(AccountsFacade).signUp({
        email: `${world.newId()}@visavis.example`,
        password: 'correct horse battery',
        displayName: 'Expert',
        country: 'FR',
        language: 'en',
        timeZone: 'UTC',
      })
    ).id;

  it('refuses addresses without TLS', async () => {
    await expect(
      world.test.get(Calendars).add(await anExpert(), 'Inside', `${inside.origin}/feed.ics`),
    ).rejects.toMatchObject({ code: 'input.invalid' });
  });

  it.each([
    'https://127.0.0.1/a.ics',
    'https://2130706433/a.ics',
    'https://0x7f.1/a.ics',
    'https://[::1]/a.ics',
    'https://[::ffff:127.0.0.1]/a.ics',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.0.0.1/a.ics',
    'https://localhost/a.ics',
    'webcal://192.168.1.1/a.ics',
  ])('connects to nothing inside, such as %s', async (address) => {
    const expertId = await anExpert();
    const { port } = new URL(inside.origin);
    await world.test
      .get(Calendars)
      .add(expertId, 'Inside', address.replace('/a.ics', `:${port}/a.ics`));
    const [calendar] = await world.test.get(Calendars).of(expertId);
    expect(calendar).toMatchObject({ state: 'failing', problem: 'address_refused' });
    expect(inside.asked).toEqual([]);
  });
});
