import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '@playwright/test';
import { SessionRuntime } from '../../../src/modules/sessions/application/session-runtime.js';
import { type NewSession, SessionsFacade } from '../../../src/modules/sessions/index.js';
import { money } from '../../../src/shared/money.js';
import { CHROMIUM, launchBrowser } from '../../support/browser.js';
import { eventually, pause } from '../../media/eventually.js';
import { startPageServer } from '../../media/harness.js';
import { RoomPage } from '../../media/room-page.js';
import { catchWebhooks, LIVEKIT, passOn } from '../../support/livekit.js';
import { startCopy, startTestApp, type TestApp } from '../../support/test-app.js';

const REDIS = process.env['TEST_REDIS_URL'];
const hasAll = REDIS && process.env['TEST_MYSQL_URL'] && LIVEKIT && CHROMIUM;
const describeWithServers = hasAll ? describe : describe.skip;

describeWithServers('two copies of the program with LiveKit', () => {
  const files = mkdtempSync(join(tmpdir(), 'visavis-shared-files-'));
  const learnerId = randomUUID();
  const expertId = randomUUID();
  const cleanups: (() => unknown)[] = [];
  let one: TestApp;
  let other: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    const env = {
      REDIS_URL: REDIS ?? '',
      STORAGE_URL: pathToFileURL(files).href,
      LIVEKIT_URL: LIVEKIT?.url ?? '',
      LIVEKIT_API_KEY: LIVEKIT?.key ?? '',
      LIVEKIT_API_SECRET: LIVEKIT?.secret ?? '',
    };
    one = await startTestApp({ store: 'MariaDB', env, now: new Date().toISOString() });
    // Media servers go by the real time, and so must the program here.
    const timer = setInterval(() => one.clock.set(new Date().toISOString()), 50);
    cleanups.push(() => clearInterval(timer));
    other = await startCopy(one);
    browser = await launchBrowser();
    cleanups.push(() => browser.close());
    cleanups.push(await catchWebhooks(async (webhook) => void (await passOn(other.url, webhook))));
  }, 60_000);
  afterAll(async () => {
    for (const clean of cleanups.reverse()) await clean();
    await other?.close();
    await one?.close();
    rmSync(files, { recursive: true, force: true });
  }, 60_000);

  it('opens a room on one, lets people in on the other, and counts once', async () => {
    const { id } = await one.get(SessionsFacade).open(aSession());
    await bothEnter(id);

    const elsewhere = other.get(SessionsFacade);
    await eventually('a running meter', async () => {
      const session = await elsewhere.session(id, learnerId);
      return session.meter.billedSeconds >= 2 && session.learnerPresent && session.expertPresent;
    });
    const { entries, isWhole } = await elsewhere.meterLog(id, learnerId);
    expect(isWhole).toBe(true);
    expect(entries.map(({ kind }) => kind)).toEqual(['opened', 'started']);

    await one.app.close();
    await eventually(
      'the other one goes on with it',
      async () => {
        const { entries: now } = await elsewhere.meterLog(id, learnerId);
        return now.map(({ kind }) => kind).join() === 'opened,started,stopped,started';
      },
      20_000,
    );

    const ended = await elsewhere.end(id, learnerId);
    expect(ended.endedReason).toBe('ended_by_learner');
    expect((await elsewhere.meterLog(id, learnerId)).isWhole).toBe(true);
  }, 60_000);

  it('ends on one what the other looks after', async () => {
    const third = await startCopy(other);
    cleanups.push(() => third.close());
    const { id } = await other.get(SessionsFacade).open(aSession());

    const ended = await third.get(SessionsFacade).end(id, expertId);

    expect(ended.endedReason).toBe('ended_by_expert');
    await eventually('nobody looks after it', () => !other.get(SessionRuntime)['running'].has(id));
    await pause(1_500);
    const { entries } = await third.get(SessionsFacade).meterLog(id, expertId);
    expect(entries.map(({ kind }) => kind)).toEqual(['opened', 'closed']);
  }, 60_000);

  /** Through the other copy: seats, heartbeats and webhooks all come to it. */
  async function bothEnter(id: string): Promise<void> {
    const pages = await startPageServer(
      async (_, personId) => (await other.get(SessionsFacade).join(id, personId)).ticket,
    );
    cleanups.push(() => pages.close());
    for (const personId of [learnerId, expertId]) {
      const page = await RoomPage.open(browser, pages.pageOf(id, personId));
      const { ticket } = await other.get(SessionsFacade).join(id, personId);
      await page.join(ticket);
    }
    let seq = 0;
    const beats = setInterval(() => {
      seq += 1;
      const atMs = Date.now();
      for (const personId of [learnerId, expertId])
        void other
          .get(SessionRuntime)
          .witness(id, personId, { source: 'heartbeat', seq, atMs })
          .catch(() => undefined);
    }, 500);
    cleanups.push(() => clearInterval(beats));
  }

  function aSession(): NewSession {
    const now = one.clock.now();
    return {
      sourceKind: 'help_request',
      sourceId: randomUUID(),
      appointmentId: randomUUID(),
      listingId: randomUUID(),
      listingTitle: 'Rescue your sourdough',
      problem: 'It does not rise.',
      learnerId,
      expertId,
      terms: { model: 'per_minute', unit: money(120n, 'EUR'), freeMinutes: 0 },
      ceilingMinutes: 15,
      ceiling: money(1800n, 'EUR'),
      paymentId: null,
      expertIsGenerated: false,
      opensAt: now.subtract({ minutes: 1 }),
      waitUntil: now.add({ minutes: 10 }),
    };
  }
});
