import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import libsql from 'libsql';
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
import { enterOneRoom } from '../support/one-room.js';
import { type Program, startProgram } from '../support/program.js';

interface Session {
  readonly state: string;
  readonly pausedFor: string | null;
  readonly ceilingMinutes: number;
  readonly meter: { readonly running: boolean; readonly billedSeconds: number };
}

interface Answer {
  readonly ok: boolean;
  readonly code?: string;
}

const describeWithBrowser = CHROMIUM ? describe : describe.skip;

/** Two people in one room, one of them on a phone: everything beside talking. */
describeWithBrowser('in the room', () => {
  let program: Program;
  let browser: Browser;
  let learner: Page;
  let expert: Page;
  let id: string;
  beforeAll(async () => {
    program = await startProgram();
    // A phone has a camera on either side.
    browser = await launchBrowser('--use-fake-device-for-media-stream=device-count=2');
    learner = await signedIn('learner, English', 'learner', PHONE);
    expert = await signedIn('expert, English', 'expert', DESKTOP);
    await learner.addInitScript(WATCH_THE_PAGE);
    id = await enterOneRoom(program, learner, expert);
    for (const page of [learner, expert])
      await until(async () => (await framesShown(page)) > 10, 'the other is seen');
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
  }, 60_000);

  const session = (): Promise<Session> => ask<Session>(learner, `/sessions/${id}`);
  const press = (page: Page, name: string | RegExp): Promise<void> =>
    page.getByRole('button', { name }).first().click();

  it('turns to the other camera and swaps devices while the call goes on', async () => {
    const before = await framesShown(expert);
    await press(learner, 'Turn the camera round');
    await until(async () => (await framesShown(expert)) > before + 20, 'the picture goes on');
    await press(learner, 'Camera and microphone');
    const dialog = learner.getByRole('dialog', { name: 'Camera and microphone' });
    const selects = dialog.getByRole('combobox');
    // Camera and microphone, and where the other is heard.
    expect(await selects.count()).toBe(3);
    const camera = selects.first();
    expect(await camera.locator('option').count()).toBeGreaterThan(1);
    await camera.selectOption({ index: 1 });
    await selects.last().selectOption({ index: 1 });
    await learner.getByRole('button', { name: 'Close' }).click();
    const swapped = await framesShown(expert);
    await until(async () => (await framesShown(expert)) > swapped + 20, 'the picture goes on');
  }, 60_000);

  it('keeps the phone awake, fills the screen, and says before sharing what no honest expert asks for', async () => {
    expect(await learner.evaluate<number>('window.wakeLocks')).toBeGreaterThan(0);
    await press(expert, 'Full screen');
    await until(
      () => expert.evaluate<boolean>('document.fullscreenElement !== null'),
      'the stage fills the screen',
    );
    await press(expert, 'Full screen');
    await press(learner, 'Show my screen');
    const warning = learner.getByRole('dialog', { name: 'Before you show your screen' });
    await warning.waitFor();
    expect(await warning.textContent()).toContain('Never open your bank');
    await warning.getByRole('button', { name: 'Show my screen' }).click();
    await press(expert, 'Show the person large');
    await press(expert, 'Show the screen large');
    await press(learner, 'Stop showing my screen');
    await expert
      .getByRole('button', { name: 'Show the person large' })
      .waitFor({ state: 'detached' });
  }, 60_000);

  it('lets the meter stand with a reason that both see, until either goes on', async () => {
    await press(learner, 'Pause the meter');
    await press(learner, 'Somebody at the door');
    await expert
      .getByText(/paused the meter/)
      .first()
      .waitFor();
    const paused = await session();
    expect([paused.pausedFor, paused.meter.running]).toEqual(['learner_door', false]);
    await press(expert, 'Go on');
    await until(async () => (await session()).meter.running, 'the meter goes on');
    expect(await expert.getByTestId('announcement').textContent()).toBe('The meter goes on.');
  }, 60_000);

  it('adds time near the ceiling when both tap, also after the program was killed meanwhile', async () => {
    await program.kill();
    const store = new libsql(join(program.dataDir, 'visavis.db'));
    store.prepare('UPDATE sessions_sessions SET ceiling_seconds = 200 WHERE id = ?').run(id);
    store.close();
    await program.restart();
    await until(async () => (await session()).meter.running, 'both are back', 90_000);
    await press(learner, '15 more minutes');
    await press(expert, 'Yes, 15 more minutes');
    const card = learner.getByRole('dialog', { name: '15 more minutes' });
    await card.getByRole('button', { name: 'A card that asks back' }).click();
    await card.getByRole('button', { name: /^Hold / }).click();
    await until(async () => (await session()).pausedFor === 'bank', 'the bank asks');
    expect((await session()).meter.running).toBe(false);
    await card.getByRole('button', { name: 'Yes, it is me' }).click();
    await until(async () => (await session()).ceilingMinutes > 15, 'the time was added');
    await until(async () => (await session()).meter.running, 'the meter goes on');
  }, 150_000);

  it('gives a page nothing that claims to be somebody else', async () => {
    const forged = await learner.evaluate<Answer[]>(ASK_AS_ANOTHER(id));
    expect(forged.map(({ ok }) => ok)).toEqual([false, false]);
    const stranger = await signedIn('learner, French', 'learner2', DESKTOP);
    for (const path of ['', '/messages', '/receipt', '/more-time'])
      expect(await ask(stranger, `/sessions/${id}${path}`)).toMatchObject({ status: 404 });
    const answers = await stranger.evaluate<Answer[]>(ASK_AS_A_STRANGER(id));
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, false]);
    await stranger.context().close();
  }, 60_000);

  async function signedIn(who: string, host: string, device: object): Promise<Page> {
    const page = await openWindow(browser, device);
    const link = program.signInLink(who).replace(/\/\/\w+\.localhost/, `//${host}.localhost`);
    await page.goto(link);
    await page.waitForURL((url) => url.pathname === '/');
    return page;
  }
});

/** Before the page runs: how often it asked to stay awake. */
const WATCH_THE_PAGE = `(() => {
  window.wakeLocks = 0;
  const ask = navigator.wakeLock?.request.bind(navigator.wakeLock);
  if (ask) navigator.wakeLock.request = (kind) => { window.wakeLocks += 1; return ask(kind); };
})()`;

/** Says something over a socket of its own, with the cookies of the page. */
const askOverSocket = (messages: string): string => `(async () => {
  const socket = new WebSocket(location.origin.replace('http', 'ws') + '/socket.io/?EIO=4&transport=websocket');
  const answers = [];
  const heard = (wanted) => new Promise((resolve) => {
    const listen = ({ data }) => {
      if (data === '2') return socket.send('3');
      if (!data.startsWith(wanted)) return;
      socket.removeEventListener('message', listen);
      resolve(data.slice(wanted.length));
    };
    socket.addEventListener('message', listen);
  });
  await heard('0');
  socket.send('40');
  await heard('40');
  let number = 0;
  for (const message of ${messages}) {
    const answer = heard('43' + number);
    socket.send('42' + number + JSON.stringify(message));
    answers.push(JSON.parse(await answer)[0]);
    number += 1;
  }
  socket.close();
  return answers;
})()`;

/** A heartbeat that nobody signed, and a seat taken for the other one. */
const ASK_AS_ANOTHER = (sessionId: string): string =>
  askOverSocket(
    JSON.stringify([
      ['room.heartbeat', { sessionId, seq: 1e9, connected: true, mac: '0'.repeat(64) }],
      ['room.signal', { sessionId, message: { type: 'grant', role: 'admin' } }],
    ]),
  );

const ASK_AS_A_STRANGER = (sessionId: string): string =>
  askOverSocket(
    JSON.stringify([
      ['room.enter', { sessionId }],
      ['room.chat', { sessionId, clientId: 'forged', text: 'hello' }],
      ['room.line', { sessionId, rung: 'sound' }],
      ['room.signal', { sessionId, message: { type: 'leave', seatId: 'forged' } }],
    ]),
  );
