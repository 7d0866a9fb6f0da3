import type { Browser, Page } from '@playwright/test';
import { CHROMIUM, DESKTOP, launchBrowser, openWindow, PHONE } from '../support/browser.js';
import { enterOneRoom, goIn } from '../support/one-room.js';
import { type Program, startProgram } from '../support/program.js';

const describeWithBrowser = CHROMIUM ? describe : describe.skip;
const SCRIPT = '<script>document.title = "taken"</script><img src=x onerror="alert(1)">';

/** Two people in one room, writing to each other. */
describeWithBrowser('the chat of a room', () => {
  let program: Program;
  let browser: Browser;
  let learner: Page;
  let expert: Page;
  beforeAll(async () => {
    program = await startProgram();
    browser = await launchBrowser();
    learner = await signedIn('learner, English', 'learner');
    expert = await signedIn('expert, English', 'expert');
    await enterOneRoom(program, learner, expert);
    for (const page of [expert, learner]) await openChat(page);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
  }, 60_000);

  it('brings the messages of each to the other, in the order in which they were written', async () => {
    for (const [page, text] of [
      [learner, 'one'],
      [expert, 'two'],
      [learner, 'three'],
      [learner, 'four'],
    ] as const) {
      await write(page, text);
      await message(other(page), text).waitFor();
    }
    for (const page of [learner, expert])
      expect(await texts(page)).toEqual(['one', 'two', 'three', 'four']);
  }, 60_000);

  it('shows markup as the text that it is', async () => {
    await write(learner, SCRIPT);
    await message(expert, SCRIPT).waitFor();
    expect(await expert.locator('[role=log] script, [role=log] img').count()).toBe(0);
    expect(await expert.title()).not.toContain('taken');
  }, 30_000);

  it('makes a link of an address of the web, and of no other scheme', async () => {
    await write(expert, 'see https://visavis.example/knots, not javascript:alert(1)');
    const link = learner.locator('[role=log] a');
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('https://visavis.example/knots');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await learner.locator('[role=log] a').count()).toBe(1);
  }, 30_000);

  it('keeps a long word inside its place', async () => {
    const word = 'w'.repeat(600);
    await write(expert, word);
    await message(learner, word).waitFor();
    const isWider = await learner.evaluate<boolean>(
      '(() => { const log = document.querySelector("[role=log]"); return log.scrollWidth > log.clientWidth; })()',
    );
    expect(isWider).toBe(false);
  }, 30_000);

  it('counts what came while the chat was shut', async () => {
    await learner.keyboard.press('Escape');
    await write(expert, 'are you there?');
    await learner.getByRole('button', { name: 'Chat, one new message' }).waitFor();
    await openChat(learner);
    expect((await texts(learner)).at(-1)).toBe('are you there?');
  }, 30_000);

  it('is there again after the page was loaded anew', async () => {
    const before = await texts(learner);
    await learner.reload();
    await goIn(learner);
    await openChat(learner);
    await message(learner, 'are you there?').waitFor();
    expect(await texts(learner)).toEqual(before);
    await write(expert, 'welcome back');
    await message(learner, 'welcome back').waitFor();
  }, 60_000);

  async function signedIn(who: string, host: string): Promise<Page> {
    const page = await openWindow(browser, host === 'learner' ? PHONE : DESKTOP);
    await page.goto(program.signInLink(who));
    await page.waitForURL((url) => url.pathname === '/');
    return page;
  }

  function other(page: Page): Page {
    return page === learner ? expert : learner;
  }
});

async function openChat(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Chat/ }).click();
  await page.getByLabel('Write a message').waitFor();
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel('Write a message').fill(text);
  await page.keyboard.press('Enter');
}

function message(page: Page, text: string): ReturnType<Page['locator']> {
  return page.locator('[role=log] li p:last-child', { hasText: text }).last();
}

function texts(page: Page): Promise<string[]> {
  return page.locator('[role=log] li p:last-child').allTextContents();
}
