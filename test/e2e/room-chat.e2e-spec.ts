import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { findingsOn } from '../support/accessibility.js';
import { CHROMIUM, DESKTOP, launchBrowser, openWindow, PHONE, until } from '../support/browser.js';
import { enterOneRoom, goIn } from '../support/one-room.js';
import { entriesOf } from '../support/zip.js';
import { type Program, startProgram } from '../support/program.js';

const describeWithBrowser = CHROMIUM ? describe : describe.skip;
const SCRIPT = '<script>document.title = "taken"</script><img src=x onerror="alert(1)">';

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Two people in one room, writing to each other and with each other. */
describeWithBrowser('chat, files and shared documents of a room', () => {
  let program: Program;
  let browser: Browser;
  let learner: Page;
  let expert: Page;
  let sessionId = '';
  beforeAll(async () => {
    program = await startProgram();
    browser = await launchBrowser();
    learner = await signedIn('learner, English', 'learner');
    expert = await signedIn('expert, English', 'expert');
    sessionId = await enterOneRoom(program, learner, expert);
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

  it('brings files both ways, pictures to look at and others to save', async () => {
    await attach(learner, { name: 'crumb.png', mimeType: 'image/png', buffer: PICTURE });
    await learner.keyboard.press('Enter');
    await attach(expert, {
      name: 'recipe.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('flour,500'),
    });
    await expert.getByLabel('Write a message').fill('the amounts');
    await expert.keyboard.press('Enter');
    for (const page of [learner, expert]) {
      await page.getByRole('img', { name: 'crumb.png' }).waitFor();
      await page.getByRole('link', { name: /recipe\.csv/ }).waitFor();
      await page.getByText('the amounts').waitFor();
      expect(await findingsOn(page)).toEqual([]);
    }
    const saved = learner.waitForEvent('download');
    await learner.getByRole('link', { name: /recipe\.csv/ }).click();
    expect((await saved).suggestedFilename()).toBe('recipe.csv');
  }, 60_000);

  it('shows each letter to the other, and where the other is', async () => {
    await openDocuments(learner);
    await learner.getByLabel('Name of a new document').fill('steps.md');
    await learner.getByRole('button', { name: 'New document' }).click();
    await expert.getByRole('button', { name: 'Documents, one new' }).click();
    await expert.getByRole('button', { name: /steps\.md/ }).click();
    for (const page of [learner, expert]) await text(page).waitFor();

    await type(learner, 'Mix flour');
    await has(expert, 'Mix flour');
    await type(expert, ' and water');
    await has(learner, 'Mix flour and water');
    await learner.locator('.cm-other-caret').waitFor({ state: 'attached' });
    for (const page of [learner, expert]) expect(await findingsOn(page)).toEqual([]);
  }, 60_000);

  it('goes on without a line and brings both together when it is back', async () => {
    await learner.context().setOffline(true);
    await learner.getByText('No connection. Go on writing').waitFor();
    await type(learner, ' slowly');
    await type(expert, ' and salt');
    // Longer than it takes to tell with a line.
    await expert.waitForTimeout(700);
    expect(await content(expert)).toBe('Mix flour and water and salt');
    await learner.context().setOffline(false);
    await until(
      async () => {
        const [one, two] = [await content(learner), await content(expert)];
        return one === two && one.includes('slowly') && one.includes('salt');
      },
      'both texts together',
      30_000,
    );
    await learner.getByText('Everything is kept.').waitFor();
  }, 60_000);

  it('is left by Escape and Tab', async () => {
    await text(expert).focus();
    await expert.keyboard.press('Escape');
    await expert.keyboard.press('Tab');
    expect(await text(expert).and(expert.locator(':focus')).count()).toBe(0);
  }, 30_000);

  it('lets only the author write where the author wants it so', async () => {
    await learner.getByRole('button', { name: 'Only I write' }).click();
    await expert.getByText('You can read this, not write in it.').waitFor();
    const before = await content(learner);
    await type(expert, 'no');
    await type(learner, '!');
    await has(expert, `${before}!`);
    await learner.getByRole('button', { name: 'Only I write' }).click();
    await expert.getByText('Everything is kept.').waitFor();
  }, 30_000);

  it('keeps versions that are looked at and brought back', async () => {
    await expert.getByLabel('Name of this version').fill('first draft');
    await expert.getByRole('button', { name: 'Save a version' }).click();
    await expert.getByText('Saved.').waitFor();
    const draft = await content(expert);
    await type(learner, ' scratch that');
    await learner.getByText('Everything is kept.').waitFor();
    await learner.getByRole('button', { name: 'History' }).click();
    await learner.getByText('first draft').waitFor();
    expect(await findingsOn(learner)).toEqual([]);
    await learner.getByRole('button', { name: 'Bring it back' }).last().click();
    await has(expert, draft);
  }, 30_000);

  it('leaves all of it on one time line for both, and in a file to take home', async () => {
    await expert.getByRole('button', { name: 'End', exact: true }).click();
    await expert.getByRole('button', { name: 'End for both' }).click();
    await expert.getByRole('link', { name: 'Everything from this session' }).click();
    await learner.goto(`${program.origin('learner')}/sessions/${sessionId}/timeline`);
    for (const page of [learner, expert]) {
      const line = page.getByRole('list', { name: /time line/ });
      await line.getByRole('img', { name: 'crumb.png' }).waitFor();
      await line.getByRole('link', { name: /recipe\.csv/ }).waitFor();
      await line.getByText('welcome back').waitFor();
      await line
        .getByText(/first draft/)
        .first()
        .waitFor();
      expect(await line.getByText('The session ended').count()).toBe(1);
      expect(await findingsOn(page)).toEqual([]);
    }
    await learner.getByRole('button', { name: 'Look at it' }).first().click();
    await learner.getByText('Mix flour and water').first().waitFor();
    const home = learner.waitForEvent('download');
    await learner.getByRole('link', { name: 'Download everything' }).click();
    const names = entriesOf(await readFile(await (await home).path())).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['timeline.html', 'documents/steps.md', 'files/1-crumb.png']),
    );
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

async function attach(
  page: Page,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.locator('aside input[type=file][multiple]').setInputFiles(file);
  await page.getByRole('listitem').filter({ hasText: file.name }).waitFor();
  await page.getByLabel('Write a message').focus();
}

async function openDocuments(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Documents/ }).click();
  await page.getByLabel('Name of a new document').waitFor();
}

function text(page: Page): ReturnType<Page['locator']> {
  return page.getByRole('textbox', { name: 'Text of steps.md' });
}

/** At the end of the shared text. */
async function type(page: Page, words: string): Promise<void> {
  await text(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

/** A line of the editor, as far as it is asked here. */
interface LineNode {
  readonly textContent: string;
  cloneNode(isDeep: boolean): LineNode;
  querySelectorAll(of: string): Iterable<{ remove(): void }>;
}

/** The text alone, without the mark of the other person in it. */
async function content(page: Page): Promise<string> {
  const lines = await text(page)
    .locator('.cm-line')
    .evaluateAll((nodes) =>
      (nodes as unknown as LineNode[]).map((line) => {
        const copy = line.cloneNode(true);
        for (const caret of copy.querySelectorAll('.cm-other-caret')) caret.remove();
        return copy.textContent;
      }),
    );
  return lines.join('\n');
}

function has(page: Page, words: string): Promise<void> {
  return until(async () => (await content(page)) === words, `"${words}"`, 15_000);
}
