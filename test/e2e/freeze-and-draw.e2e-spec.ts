import type { Browser, Page } from '@playwright/test';
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
import { findingsOn } from '../support/accessibility.js';
import { goIn, enterOneRoom } from '../support/one-room.js';
import { type Program, startProgram } from '../support/program.js';

const describeWithBrowser = CHROMIUM ? describe : describe.skip;

interface StillBody {
  readonly id: string;
  readonly fileId: string;
  readonly isOpen: boolean;
  readonly width: number;
  readonly strokes: readonly { readonly drawnBy: string; readonly points: readonly number[] }[];
}

/** A phone pointing at something, an expert at a desk: the picture is frozen and both draw on it. */
describeWithBrowser('freezing the picture and drawing on it', () => {
  let program: Program;
  let browser: Browser;
  let learner: Page;
  let expert: Page;
  let sessionId = '';
  beforeAll(async () => {
    program = await startProgram();
    browser = await launchBrowser();
    learner = await signedIn('learner, English', PHONE);
    expert = await signedIn('expert, English', DESKTOP);
    sessionId = await enterOneRoom(program, learner, expert);
    for (const page of [learner, expert])
      await until(async () => (await framesShown(page)) > 5, 'a moving picture', 30_000);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
  }, 60_000);

  it('shows the frozen picture to both, and each line to both at the same place of it', async () => {
    await expert.getByRole('button', { name: 'Freeze the picture to draw on it' }).click();
    for (const page of [expert, learner]) await surface(page).waitFor();

    await draw(expert, [
      [0.25, 0.5],
      [0.5, 0.5],
    ]);
    await draw(learner, [
      [0.75, 0.25],
      [0.75, 0.75],
    ]);

    await until(async () => (await openStill())?.strokes.length === 2, 'both lines', 15_000);
    const [first, second] = (await openStill())?.strokes ?? [];
    expect(near(first?.points.slice(0, 2), [2500, 5000])).toBe(true);
    expect(near(first?.points.slice(-2), [5000, 5000])).toBe(true);
    expect(near(second?.points.slice(-2), [7500, 7500])).toBe(true);
    for (const page of [expert, learner]) expect(await surface(page).locator('g').count()).toBe(2);
    for (const page of [expert, learner]) expect(await findingsOn(page)).toEqual([]);
    // Each has a colour of their own, and the same one on both screens.
    const inks = await Promise.all([expert, learner].map(inksOf));
    expect(new Set(inks[0]).size).toBe(2);
    expect(inks[0]).toEqual(inks[1]);
  }, 60_000);

  it('takes back own lines only', async () => {
    await tap(learner, [0.5, 0.25]);
    await until(async () => (await openStill())?.strokes.length === 3, 'a dot', 15_000);

    await learner.getByRole('button', { name: 'Take back my last line' }).click();
    await until(async () => (await openStill())?.strokes.length === 2, 'no dot', 15_000);
    await learner.getByRole('button', { name: 'Remove all my lines' }).click();
    await until(async () => (await openStill())?.strokes.length === 1, 'one line', 15_000);

    expect((await openStill())?.strokes[0]?.drawnBy).toBe(await idOf(expert));
    await until(async () => (await surface(expert).locator('g').count()) === 1, 'seen', 15_000);
  }, 60_000);

  it('draws by keys alone', async () => {
    await surface(expert).focus();
    await expert.keyboard.press('ArrowRight');
    await expert.keyboard.press('Enter');
    await until(async () => (await surface(learner).locator('g').count()) === 2, 'a ring', 15_000);
  }, 30_000);

  it('is there again after the page was loaded anew', async () => {
    await learner.reload();
    await goIn(learner);
    await surface(learner).locator('g').nth(1).waitFor({ state: 'attached' });
  }, 60_000);

  it('goes back to the moving picture, and freezes the own one', async () => {
    await expert.getByRole('button', { name: 'Back to the live picture' }).click();
    for (const page of [expert, learner]) await surface(page).waitFor({ state: 'detached' });
    await learner.getByRole('button', { name: 'Freeze my own picture to draw on it' }).click();
    for (const page of [expert, learner]) await surface(page).waitFor();
    expect(await stills(learner)).toHaveLength(2);
  }, 60_000);

  it('goes on with another camera when one is unplugged, and says so', async () => {
    await expert.getByRole('button', { name: 'Back to the live picture' }).click();
    await surface(learner).waitFor({ state: 'detached' });
    // What a browser does to a track whose device is gone.
    await learner.evaluate(
      `document.querySelector('video[aria-label="Your own picture"]').srcObject.getVideoTracks()[0].dispatchEvent(new Event('ended'))`,
    );
    await learner.getByText('Your camera was unplugged').waitFor();
    await learner.getByText('The call goes on with another one.').waitFor();
    const shown = await framesShown(expert);
    await until(async () => (await framesShown(expert)) > shown + 3, 'the new camera', 15_000);
  }, 60_000);

  it('is left for good with one tap, stays with both, and with nobody else', async () => {
    await expert.getByRole('button', { name: /^Leave at once and block/ }).click();
    await expert.getByText(/^You have blocked/).waitFor();
    for (const page of [learner, expert])
      await page.getByRole('heading', { name: 'Frozen pictures' }).waitFor();

    await learner.goto(`${program.origin('learner')}/receipts/${sessionId}`);
    const download = learner.waitForEvent('download');
    await learner.getByRole('button', { name: 'Download' }).first().click();
    expect((await download).suggestedFilename()).toMatch(/^visavis-.*\.png$/);

    const [still] = await stills(learner);
    const stranger = await openWindow(browser, DESKTOP);
    await stranger.goto(program.signInLink('learner, Arabic'));
    await stranger.waitForURL((url) => url.pathname === '/');
    for (const path of [`/sessions/${sessionId}/stills`, `/files/${still?.fileId}`])
      expect((await ask<{ status: number }>(stranger, path)).status).toBe(404);
  }, 90_000);

  async function signedIn(who: string, size: typeof PHONE): Promise<Page> {
    const page = await openWindow(browser, size);
    await page.goto(program.signInLink(who));
    await page.waitForURL((url) => url.pathname === '/');
    return page;
  }

  async function stills(page: Page): Promise<readonly StillBody[]> {
    return (await ask<{ items: StillBody[] }>(page, `/sessions/${sessionId}/stills`)).items;
  }

  async function openStill(): Promise<StillBody | undefined> {
    return (await stills(expert)).find(({ isOpen }) => isOpen);
  }
});

function surface(page: Page): ReturnType<Page['locator']> {
  return page.getByRole('application', { name: /^Draw with/ });
}

/** Draws a line; places are parts of the picture. */
async function draw(page: Page, places: readonly (readonly [number, number])[]): Promise<void> {
  const box = await surface(page).boundingBox();
  if (!box) throw new Error('there is nothing to draw on');
  const at = ([x, y]: readonly [number, number]): [number, number] => [
    box.x + x * box.width,
    box.y + y * box.height,
  ];
  const [from = [0, 0] as const, to = from] = places;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 8 });
  await page.mouse.up();
}

/** With a finger. */
async function tap(page: Page, [x, y]: readonly [number, number]): Promise<void> {
  const box = await surface(page).boundingBox();
  if (!box) throw new Error('there is nothing to draw on');
  await page.touchscreen.tap(box.x + x * box.width, box.y + y * box.height);
}

function near(points: readonly number[] | undefined, place: readonly number[]): boolean {
  return place.every((value, index) => Math.abs((points?.[index] ?? -1_000) - value) < 150);
}

function inksOf(page: Page): Promise<string[]> {
  return surface(page)
    .locator('g path:last-child')
    .evaluateAll((paths) =>
      paths.map(
        (path) =>
          (path as { getAttribute(name: string): string | null }).getAttribute('stroke') ?? '',
      ),
    );
}

async function idOf(page: Page): Promise<string> {
  return (await ask<{ person: { id: string } }>(page, '/me')).person.id;
}
