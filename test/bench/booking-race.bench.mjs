// Rivals for the same slots on the embedded store: how many attempts a second are decided, and that no slot was given twice.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { Temporal } from 'temporal-polyfill';

const LEARNERS = 40;
const ROUNDS_MAX = 60;
const SECONDS_MAX = 20;

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
  ] = await Promise.all([
    load('app.module.js'),
    load('platform/clock.js'),
    load('platform/config/load-config.js'),
    load('platform/http/create-app.js'),
    load('platform/http/http-server.js'),
    load('modules/accounts/index.js'),
    load('modules/scheduling/index.js'),
  ]);
  const { config, secrets } = loadConfig({ DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'silent' });
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
      stepMinutes: 30,
      horizonDays: 60,
    });
    return await race(scheduling, expert.id, learners);
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function race(scheduling, expertId, learners) {
  const slots = await scheduling.nextSlots(expertId, 30, ROUNDS_MAX);
  const began = performance.now();
  const times = [];
  let attempts = 0;
  let rounds = 0;
  let shared = 0;
  for (const slot of slots) {
    if (performance.now() - began > SECONDS_MAX * 1000) break;
    rounds += 1;
    const outcomes = await Promise.all(
      learners.map(async ({ id }) => {
        const from = performance.now();
        const won = await scheduling
          .holdSlot({
            key: randomUUID(),
            expertId,
            learnerId: id,
            listingId: expertId,
            startsAt: Temporal.Instant.from(slot.startsAt),
            minutes: 30,
            problem: '',
          })
          .then(
            () => true,
            () => false,
          );
        times.push(performance.now() - from);
        return won;
      }),
    );
    attempts += outcomes.length;
    if (outcomes.filter(Boolean).length !== 1) shared += 1;
  }
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  return [
    {
      what: `attempts decided, ${learners.length} rivals for each of ${rounds} slots`,
      value: Math.round(attempts / seconds),
      unit: '/s',
    },
    {
      what: 'one attempt among its rivals, p99',
      value: times[Math.floor(times.length * 0.99)].toFixed(0),
      unit: 'ms',
    },
    { what: 'slots that were not given exactly once', value: shared, unit: '' },
  ];
}
