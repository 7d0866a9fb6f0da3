// Rivals for the same and for overlapping times: how many attempts a second are decided, and that no two bookings overlap.
// BOOKING_RACE_SECONDS lets it run to its 100,000 attempts; DATABASE_URL runs it on MySQL.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { Temporal } from 'temporal-polyfill';

const LEARNERS = 40;
const ATTEMPTS_MAX = 100_000;
const SECONDS_MAX = Number(process.env.BOOKING_RACE_SECONDS ?? 20);
/** Starts ten minutes apart of sessions of thirty: each overlaps its neighbours. */
const STEP_MINUTES = 10;
const SESSION_MINUTES = 30;
const STARTS_PER_ROUND = 4;

export async function run({ root }) {
  const load = (file) => import(pathToFileURL(join(root, 'dist/src', file)).href);
  const dataDir = mkdtempSync(join(tmpdir(), 'visavis-race-'));
  const [
    { AppModule },
    { SystemClock },
    { loadConfig },
    { createApp },
    { SharedPort },
    { AccountsFacade },
    { SchedulingFacade },
    { UnitOfWork },
  ] = await Promise.all([
    load('app.module.js'),
    load('platform/clock.js'),
    load('platform/config/load-config.js'),
    load('platform/http/create-app.js'),
    load('platform/http/http-server.js'),
    load('modules/accounts/index.js'),
    load('modules/scheduling/index.js'),
    load('platform/database/unit-of-work.js'),
  ]);
  const { config, secrets } = loadConfig({
    DATA_DIR: dataDir,
    DEMO: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: process.env.DATABASE_URL,
  });
  const app = await createApp(AppModule.with(config, secrets, new SystemClock()), new SharedPort());
  await app.init();
  try {
    const accounts = app.get(AccountsFacade, { strict: false });
    const scheduling = app.get(SchedulingFacade, { strict: false });
    const person = (name) =>
      accounts.signUp(
        {
          email: `${randomUUID()}@visavis.example`,
          password: randomUUID(),
          displayName: name,
          country: 'FR',
          language: 'en',
          timeZone: 'UTC',
        },
        { isVerified: true },
      );
    const expert = await person('Expert');
    const learners = [];
    for (let index = 0; index < LEARNERS; index += 1)
      learners.push(await person(`Learner ${index}`));
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      startsAt: '00:00',
      endsAt: '24:00',
    }));
    await scheduling.setAvailability(expert.id, {
      timeZone: 'UTC',
      weekly,
      exceptions: [],
      noticeMinutes: 0,
      bufferMinutes: 0,
      stepMinutes: STEP_MINUTES,
      horizonDays: 180,
    });
    return await race(scheduling, app.get(UnitOfWork, { strict: false }), expert.id, learners);
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function race(scheduling, unitOfWork, expertId, learners) {
  const began = performance.now();
  const times = [];
  let attempts = 0;
  let booked = 0;
  let from = Temporal.Now.instant().add({ hours: 1 });
  while (attempts < ATTEMPTS_MAX && performance.now() - began < SECONDS_MAX * 1000) {
    const slots = await scheduling.nextSlots(expertId, SESSION_MINUTES, STARTS_PER_ROUND, from);
    if (slots.length === 0) break;
    const outcomes = await Promise.all(
      learners.map(async ({ id }, index) => {
        const began = performance.now();
        const won = await attempt(scheduling, expertId, id, slots[index % slots.length]);
        times.push(performance.now() - began);
        return won;
      }),
    );
    attempts += outcomes.length;
    booked += outcomes.filter(Boolean).length;
    from = Temporal.Instant.from(slots.at(-1).endsAt);
  }
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  return [
    {
      what: `contended attempts, ${learners.length} rivals at a time, ${seconds.toFixed(0)} s`,
      value: attempts,
      unit: '',
    },
    { what: 'attempts decided', value: Math.round(attempts / seconds), unit: '/s' },
    {
      what: 'one attempt among its rivals, p99',
      value: times[Math.floor(times.length * 0.99)].toFixed(0),
      unit: 'ms',
    },
    { what: 'bookings made', value: booked, unit: '' },
    { what: 'bookings that overlap', value: await overlaps(unitOfWork, expertId), unit: '' },
  ];
}

/** @returns whether the time was had, and kept */
async function attempt(scheduling, expertId, learnerId, slot) {
  try {
    const { id } = await scheduling.holdSlot({
      key: randomUUID(),
      expertId,
      learnerId,
      listingId: expertId,
      startsAt: Temporal.Instant.from(slot.startsAt),
      minutes: SESSION_MINUTES,
      problem: '',
    });
    await scheduling.confirmBooking(id);
    return true;
  } catch (error) {
    if (!String(error.code).startsWith('scheduling.')) throw error;
    return false;
  }
}

/** Counted from the bookings themselves, not from what keeps them apart. */
async function overlaps(unitOfWork, expertId) {
  const rows = await unitOfWork.manager.query(
    "SELECT starts_at, ends_at FROM scheduling_bookings WHERE expert_id = ? AND state = 'confirmed' ORDER BY starts_at",
    [expertId],
  );
  return rows.filter((row, index) => index > 0 && row.starts_at < rows[index - 1].ends_at).length;
}
