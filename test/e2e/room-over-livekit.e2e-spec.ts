import type { Browser, Page } from '@playwright/test';
import { RoomServiceClient } from 'livekit-server-sdk';
import {
  ask,
  CHROMIUM,
  DESKTOP,
  framesShown,
  launchBrowser,
  openWindow,
  PHONE,
  until,
} from '../support/browser.js';
import { catchWebhooks, LIVEKIT, passOn } from '../support/livekit.js';
import { enterOneRoom } from '../support/one-room.js';
import { type Program, startProgram } from '../support/program.js';

const describeWithServers = CHROMIUM && LIVEKIT ? describe : describe.skip;

interface SessionBody {
  readonly state: string;
  readonly meter: { readonly running: boolean; readonly billedSeconds: number };
}

/** The same room, carried by a real LiveKit server: two windows, webhooks, polling, removal. */
describeWithServers('a room over LiveKit', () => {
  let program: Program;
  let browser: Browser;
  let learner: Page;
  let expert: Page;
  let sessionId = '';
  let stopCatching = async (): Promise<void> => undefined;
  let isPassedOn = true;
  const answers: number[] = [];
  beforeAll(async () => {
    program = await startProgram({
      LIVEKIT_URL: LIVEKIT?.url ?? '',
      LIVEKIT_API_KEY: LIVEKIT?.key ?? '',
      LIVEKIT_API_SECRET: LIVEKIT?.secret ?? '',
    });
    stopCatching = await catchWebhooks(async (webhook) => {
      if (isPassedOn) answers.push(await passOn(`http://127.0.0.1:${program.port}`, webhook));
      // Everything comes twice.
      if (isPassedOn) answers.push(await passOn(`http://127.0.0.1:${program.port}`, webhook));
    });
    browser = await launchBrowser();
    learner = await openWindow(browser, PHONE);
    expert = await openWindow(browser, DESKTOP);
    for (const [page, who] of [
      [learner, 'learner, English'],
      [expert, 'expert, English'],
    ] as const) {
      await page.goto(program.signInLink(who));
      await page.waitForURL((url) => url.pathname === '/');
    }
    sessionId = await enterOneRoom(program, learner, expert);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await stopCatching();
    await program?.remove();
  }, 60_000);

  function session(): Promise<SessionBody> {
    return ask<SessionBody>(learner, `/sessions/${sessionId}`);
  }

  it('brings picture and sound both ways, and runs the meter by what LiveKit says', async () => {
    for (const page of [learner, expert])
      await until(async () => (await framesShown(page)) > 5, 'a moving picture', 30_000);
    await until(async () => (await session()).meter.billedSeconds >= 3, 'a running meter');
    for (const page of [learner, expert])
      expect(
        await page.evaluate<boolean>(
          '[...document.querySelectorAll("audio")].some((audio) => audio.srcObject?.getAudioTracks().length > 0 && !audio.paused)',
        ),
      ).toBe(true);
    expect(answers.length).toBeGreaterThan(3);
    expect(answers.every((status) => status === 200)).toBe(true);
  }, 90_000);

  it('tells both that it cannot be recorded here, instead of promising it', async () => {
    for (const page of [learner, expert]) {
      await page.getByTestId('recording-sign').click();
      await page.getByRole('checkbox', { name: /^Record the session/ }).click();
      await page.getByRole('button', { name: 'Close' }).click();
    }
    for (const page of [learner, expert]) {
      const sign = page.getByTestId('recording-sign').filter({ hasText: 'Not recording' });
      await sign.waitFor({ timeout: 20_000 });
      const said = page.getByTestId('recording-said').filter({ hasText: /could not be started/ });
      await said.waitFor({ state: 'attached' });
    }
  }, 60_000);

  it('lets the meter stand still when somebody is put out, also when no webhook tells it', async () => {
    isPassedOn = false;
    const rooms = new RoomServiceClient(
      (LIVEKIT?.url ?? '').replace('ws', 'http'),
      LIVEKIT?.key,
      LIVEKIT?.secret,
    );
    const { person } = await ask<{ person: { id: string } }>(expert, '/me');
    await rooms.removeParticipant(sessionId, person.id);
    await expert.getByRole('heading', { name: 'You are out of the room' }).waitFor();
    await until(async () => !(await session()).meter.running, 'a meter that stands still', 15_000);
    const { billedSeconds } = (await session()).meter;
    await learner.waitForTimeout(2_500);
    expect((await session()).meter.billedSeconds).toBe(billedSeconds);
  }, 60_000);

  it('ends for both, and the room is gone', async () => {
    await learner.getByRole('button', { name: 'End', exact: true }).click();
    await learner.getByRole('button', { name: 'End for both' }).click();
    await until(async () => ['ended', 'settled'].includes((await session()).state), 'the end');
    const refused = await fetch(`http://127.0.0.1:${program.port}/api/webhooks/livekit`, {
      method: 'POST',
      headers: { 'content-type': 'application/webhook+json', authorization: 'somebody' },
      body: '{}',
    });
    expect(refused.status).toBe(401);
  }, 60_000);
});
