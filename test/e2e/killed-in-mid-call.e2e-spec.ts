import type { Browser, Page } from '@playwright/test';
import {
  ask,
  CHROMIUM,
  launchBrowser,
  openWindow,
  PHONE,
  send,
  until,
} from '../support/browser.js';
import { type Program, startProgram } from '../support/program.js';
import { GOOD_CARD } from '../support/world.js';

interface Session {
  state: string;
  meter: { billedSeconds: number };
}

const describeWithBrowser = CHROMIUM ? describe : describe.skip;
/** The meter of a running call is written down every five seconds. */
const LOSS_SECONDS_MAX = 6;

describeWithBrowser('a process that is killed in the middle of a call', () => {
  let program: Program;
  let browser: Browser;
  let learner: Page;
  beforeAll(async () => {
    program = await startProgram();
    browser = await launchBrowser();
    learner = await openWindow(browser, PHONE);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
  }, 60_000);

  it('starts again with the meter standing where it was last sure, and the bill adds up', async () => {
    await learner.goto(
      /http:\/\/learner\.localhost:\d+\/sign-in\/link\/\S+/.exec(program.output())?.[0] ?? '',
    );
    await learner.waitForURL((url) => url.pathname === '/');
    const { items } = await ask<{ items: { id: string }[] }>(
      learner,
      '/search?freeNow=1&price=per_minute',
    );
    const asked = await send(learner, 'POST', '/help-requests', {
      listingId: items[0]?.id,
      problem: 'It is broken',
      ceilingMinutes: 15,
      language: 'en',
      payment: GOOD_CARD,
    });
    const requestId = (asked.body as { id: string }).id;
    let id = '';
    await until(async () => {
      id =
        (await ask<{ sessionId: string | null }>(learner, `/help-requests/${requestId}`))
          .sessionId ?? '';
      return id !== '';
    }, 'the demo expert accepts');
    await learner.goto(`${program.origin('learner')}/sessions/${id}`);
    const enter = learner.getByRole('button', { name: /^go in/i });
    await enter.waitFor({ timeout: 15_000 }).then(
      () => enter.click(),
      () => undefined,
    );
    const session = (): Promise<Session> => ask<Session>(learner, `/sessions/${id}`);
    await until(
      async () => (await session()).meter.billedSeconds >= 12,
      'the meter counts',
      60_000,
    );
    const before = (await session()).meter.billedSeconds;

    await program.kill();
    await program.restart();
    await learner.goto('about:blank');
    await learner.goto(`${program.origin('learner')}/receipts`);
    const after = await session();
    expect(['interrupted', 'live']).toContain(after.state);
    expect(after.meter.billedSeconds).toBeGreaterThanOrEqual(before - LOSS_SECONDS_MAX);
    expect(after.meter.billedSeconds).toBeLessThanOrEqual(before + LOSS_SECONDS_MAX);

    await send(learner, 'POST', `/sessions/${id}/end`, {});
    await until(
      async () => (await session()).state === 'settled',
      'the session is settled',
      60_000,
    );
    expect(await program.command('dist/src/modules/billing/cli/ledger.js', 'verify')).toMatchObject(
      { code: 0 },
    );
    for (const which of [id, requestId])
      expect(
        await program.command('dist/src/modules/sessions/cli/meter.js', 'verify', which),
      ).toMatchObject({ code: 0 });
  }, 240_000);
});
