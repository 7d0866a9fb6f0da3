import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { addressesOf, askForHelp, call, type Visitor } from '../../tools/addresses.mjs';
import { findingsOn } from '../support/accessibility.js';
import { CHROMIUM, launchBrowser, openWindow, until } from '../support/browser.js';
import { type Program, startProgram } from '../support/program.js';

type Windows = Record<Visitor, Page>;

const describeWithBrowser = CHROMIUM ? describe : describe.skip;
const PHONE_SIZE = { width: 412, height: 915 };
const DESKTOP_SIZE = { width: 1280, height: 800 };

/** Every address, in the light and in the dark, small and large, from left and from right: WCAG 2.2 AA as axe-core reads it. */
describeWithBrowser('every page, read by axe', () => {
  let program: Program;
  let browser: Browser;
  let english: Windows;
  let arabic: Windows;
  beforeAll(async () => {
    program = await startProgram();
    browser = await launchBrowser();
    [english, arabic] = await Promise.all([
      threeWindows('English', 'en-GB'),
      threeWindows('Arabic', 'ar'),
    ]);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
  }, 60_000);

  it('has no findings in English, on a phone by day and on a desktop by night', async () => {
    const found = await walk(english, async (page, name, note) => {
      await dress(page, PHONE_SIZE, 'light');
      await note(`${name}, phone, light`);
      await dress(page, DESKTOP_SIZE, 'dark');
      await note(`${name}, desktop, dark`);
    });
    expect(found).toEqual({});
  }, 180_000);

  it('has no findings in Arabic, from right to left', async () => {
    const found = await walk(arabic, async (page, name, note, index) => {
      expect(await page.getAttribute('html', 'dir')).toBe('rtl');
      const isEven = index % 2 === 0;
      await dress(page, isEven ? PHONE_SIZE : DESKTOP_SIZE, isEven ? 'dark' : 'light');
      await note(`${name}, Arabic`);
    });
    expect(found).toEqual({});
  }, 180_000);

  it('has no findings while it rings, at the door, in the room, and when it is over', async () => {
    const { learner, expert } = english;
    const found: Record<string, string[]> = {};
    await dress(learner, PHONE_SIZE, 'light');
    await dress(expert, DESKTOP_SIZE, 'dark');
    await open(expert, 'expert', '/studio');
    await expert.getByRole('switch').click();
    await until(
      async () =>
        (await call<{ presence: Presence }>(expert, 'GET', '/studio/today')).presence.state ===
        'free_now',
      'the expert is free',
    );
    const { items } = await call<{ items: Own[] }>(expert, 'GET', '/studio/listings');
    const own = items.find(({ state, draft }) => state === 'live' && draft.instant);
    const request = await askForHelp(learner, own?.id);
    await open(learner, 'learner', `/help-requests/${request}`);
    await expert.getByRole('alertdialog').waitFor();
    await note(found, 'ringing', learner);
    await note(found, 'rung', expert);

    await expert.getByRole('button', { name: 'Accept' }).click();
    await Promise.all([expert, learner].map((page) => page.waitForURL(/\/sessions\//)));
    await learner.getByRole('button', { name: /^go in/i }).waitFor();
    await note(found, 'device check', learner);
    await learner.getByRole('button', { name: /^go in/i }).click();
    await expert.getByRole('button', { name: /^go in/i }).click();
    for (const page of [learner, expert])
      await page.getByRole('button', { name: 'End', exact: true }).waitFor();
    await note(found, 'room, phone', learner);
    await learner.getByRole('button', { name: /chat/i }).click();
    await note(found, 'chat, phone', learner);
    await expert.getByRole('button', { name: /chat/i }).click();
    await note(found, 'chat, desktop', expert);
    await expert.getByRole('button', { name: /camera and microphone/i }).click();
    await note(found, 'devices', expert);
    await expert.keyboard.press('Escape');
    await expert.getByRole('button', { name: 'End', exact: true }).click();
    await note(found, 'the question before the end', expert);
    await expert.getByRole('button', { name: 'End for both' }).click();
    await learner.getByRole('link', { name: /receipt/i }).waitFor();
    await note(found, 'wrap-up', learner);
    await learner.getByRole('link', { name: /receipt/i }).click();
    await settled(learner);
    await note(found, 'receipt', learner);
    expect(found).toEqual({});
  }, 180_000);

  it('has no findings at the door of the console', async () => {
    const page = english.visitor;
    await page.goto(`http://localhost:${program.port}/admin`);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    const found: Record<string, string[]> = {};
    await dress(page, DESKTOP_SIZE, 'light');
    await note(found, 'console, desktop', page);
    await dress(page, PHONE_SIZE, 'dark');
    await note(found, 'console, phone', page);
    expect(found).toEqual({});
  }, 60_000);

  /** Goes through every address, each of the three in a window of their own at the same time. */
  async function walk(
    windows: Windows,
    look: (
      page: Page,
      name: string,
      note: (what: string) => Promise<void>,
      index: number,
    ) => Promise<void>,
  ): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    const addresses = await addressesOf(windows.learner, windows.expert);
    const goThrough = async (visitor: Visitor): Promise<void> => {
      const page = windows[visitor];
      const own = addresses.filter(({ who }) => who === visitor);
      for (const [index, { name, path }] of own.entries()) {
        await open(page, visitor, path);
        await look(page, name, (what) => note(found, what, page), index);
      }
    };
    await Promise.all((['visitor', 'learner', 'expert'] as const).map(goThrough));
    return found;
  }

  async function threeWindows(language: string, locale: string): Promise<Windows> {
    const options: BrowserContextOptions = {
      locale,
      reducedMotion: 'reduce',
      viewport: PHONE_SIZE,
    };
    const [visitor, learner, expert] = await Promise.all(
      ['visitor', 'learner', 'expert'].map(() => openWindow(browser, options)),
    );
    if (!visitor || !learner || !expert) throw new Error('three windows were asked for');
    await Promise.all(
      [learner, expert].map(async (page, index) => {
        await page.goto(program.signInLink(`${index === 0 ? 'learner' : 'expert'}, ${language}`));
        await page.waitForURL((url) => url.pathname === '/');
      }),
    );
    return { visitor, learner, expert };
  }

  async function open(page: Page, who: Visitor, path: string): Promise<void> {
    await page.goto(`${program.origin(who)}${path}`);
    await settled(page);
  }
});

interface Presence {
  readonly state: string;
}

interface Own {
  readonly id: string;
  readonly state: string;
  readonly draft: { readonly instant: boolean };
}

/** The page is there, and nothing on it is still being fetched. */
async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await until(async () => (await page.locator('[aria-busy=true]').count()) === 0, 'it is there');
}

async function dress(
  page: Page,
  size: { width: number; height: number },
  colorScheme: 'light' | 'dark',
): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize(size);
  // The new dress is on from the next picture on.
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
  );
}

async function note(found: Record<string, string[]>, what: string, page: Page): Promise<void> {
  const findings = await findingsOn(page);
  if (findings.length > 0) found[what] = findings;
}
