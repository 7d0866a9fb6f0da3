import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { BookingView } from '../../../src/modules/scheduling/index.js';
import type { PackedZones } from '../../../src/shared/time/zone-table.js';
import { restartTestApp, startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import { NOW, SchedulingWorld } from './scheduling-world.js';

const shipped = createRequire(import.meta.url)(
  'moment-timezone/data/packed/latest.json',
) as PackedZones;

/** A year in which Paris stays an hour behind what the shipped table says: standard time is UTC. */
const AFTER_THE_LAW: PackedZones = {
  ...shipped,
  version: '2026z',
  zones: shipped.zones.map((zone) =>
    zone.startsWith('Europe/Paris|') ? 'Europe/Paris|WET|0|0||11e6' : zone,
  ),
};

const HOURS = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  startsAt: '08:00',
  endsAt: '20:00',
}));

describe.each(STORES)('a new zone table on %s', (store) => {
  let test: TestApp;
  let world: SchedulingWorld;
  beforeEach(async () => {
    test = await startTestApp({ store, now: NOW });
    world = SchedulingWorld.of(test);
  });
  afterEach(() => test.close());

  const inParis = () => world.anExpert({ timeZone: 'Europe/Paris', weekly: HOURS });
  const enactTheLaw = async (): Promise<void> => {
    writeFileSync(join(test.store.config.dataDir, 'zones.json'), JSON.stringify(AFTER_THE_LAW));
    test.clock.advance({ minutes: 1 });
    test = await restartTestApp(test);
    world = SchedulingWorld.of(test);
    await world.settle();
  };
  const now = (booking: BookingView): Promise<BookingView> =>
    world.scheduling.booking(booking.id, booking.expertId);

  it('keeps what people agreed on the clock, moves the instant, and tells them', async () => {
    const expertId = await inParis();
    const booked = await world.book(expertId, '2026-12-01T09:00:00Z');
    expect(booked.agreed.local).toBe('2026-12-01T10:00');
    await enactTheLaw();
    expect(await now(booked)).toMatchObject({
      startsAt: '2026-12-01T10:00:00Z',
      endsAt: '2026-12-01T11:00:00Z',
      agreed: { timeZone: 'Europe/Paris', local: '2026-12-01T10:00' },
      movedBy: 'platform',
    });
    expect(await world.scheduling.movesOf(booked.id, expertId)).toMatchObject([
      { by: 'platform', reason: 'zones', fromStartsAt: '2026-12-01T09:00:00Z' },
    ]);
    expect((await world.told(booked.id)).at(-1)).toBe('booking.rescheduled');
  });

  it('moves a row of bookings that stand back to back', async () => {
    const expertId = await inParis();
    const row: BookingView[] = [];
    for (const hour of ['09', '10', '11'])
      row.push(await world.book(expertId, `2026-12-01T${hour}:00:00Z`));
    await enactTheLaw();
    const starts = await Promise.all(row.map(async (each) => (await now(each)).startsAt));
    expect(starts).toEqual([
      '2026-12-01T10:00:00Z',
      '2026-12-01T11:00:00Z',
      '2026-12-01T12:00:00Z',
    ]);
  });

  it('does nothing where the instant stays the same, and nothing twice', async () => {
    const booked = await world.book(await world.anExpert(), '2026-12-01T10:00:00Z');
    await enactTheLaw();
    await enactTheLaw();
    expect((await now(booked)).sequence).toBe(0);
    expect(await world.told(booked.id)).toEqual(['booking.held', 'booking.confirmed']);
  });

  it('leaves a booking where it is when its clock time belongs to another appointment now, and tells both', async () => {
    const learnerId = world.newId();
    const booked = await world.book(await inParis(), '2026-12-01T09:00:00Z', { learnerId });
    await world.book(await world.anExpert(), '2026-12-01T10:00:00Z', { learnerId });
    await enactTheLaw();
    expect(await now(booked)).toMatchObject({
      startsAt: '2026-12-01T09:00:00Z',
      agreed: { local: '2026-12-01T09:00' },
      sequence: 0,
    });
    expect((await world.told(booked.id)).at(-1)).toBe('booking.zone-conflict');
  });

  it('reminds by the new instant', async () => {
    const booked = await world.book(await inParis(), '2026-12-01T09:00:00Z');
    await enactTheLaw();
    test.clock.set('2026-12-01T08:00:00Z');
    await world.settle();
    const before = (await world.told(booked.id)).filter((name) => name === 'booking.reminder-due');
    test.clock.set('2026-12-01T09:00:00Z');
    await world.settle();
    const after = (await world.told(booked.id)).filter((name) => name === 'booking.reminder-due');
    expect([before.length, after.length]).toEqual([1, 2]);
  });

  it('offers slots by the new clocks', async () => {
    const expertId = await inParis();
    await enactTheLaw();
    const from = Temporal.Instant.from('2026-12-01T00:00:00Z');
    const [first] = await world.scheduling.nextSlots(expertId, 60, 1, from);
    expect(first?.startsAt).toBe('2026-12-01T08:00:00Z');
  });
});
