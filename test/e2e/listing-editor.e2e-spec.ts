import type { Browser, Page } from '@playwright/test';
import { findingsOn } from '../support/accessibility.js';
import { ask, CHROMIUM, launchBrowser, openWindow, PHONE, until } from '../support/browser.js';
import { type Program, startProgram } from '../support/program.js';

const describeWithBrowser = CHROMIUM ? describe : describe.skip;

const PICTURE = {
  name: 'oven.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==',
    'base64',
  ),
};

interface Own {
  readonly id: string;
  readonly reviewState: string;
  readonly draft: { readonly title: string; readonly pictures: readonly object[] };
}

/** An expert writes an offer on a phone, leaves in the middle, goes on, looks at it and sends it. */
describeWithBrowser('an offer written on a phone', () => {
  let program: Program;
  let browser: Browser;
  let expert: Page;
  beforeAll(async () => {
    program = await startProgram();
    browser = await launchBrowser();
    expert = await openWindow(browser, PHONE);
    const link = /http:\/\/expert\.localhost:\d+\/sign-in\/link\/\S+/.exec(program.output())?.[0];
    await expert.goto(link ?? 'no link was printed');
    await expert.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
  }, 60_000);

  const own = async (title: string): Promise<Own | undefined> =>
    (await ask<{ items: Own[] }>(expert, '/studio/listings')).items.find(
      ({ draft }) => draft.title === title,
    );

  it('is kept while it is written, shown as visitors would see it, and sent', async () => {
    await expert.goto(`${program.origin('expert')}/studio/listings/new`);
    await expert.getByLabel('Title').fill('Sharpen any kitchen knife');
    await expert.getByText('The draft is kept.').waitFor();
    await expert.waitForURL(/\/studio\/listings\/[0-9a-f-]{36}$/);

    // On another device, or after the phone was put away.
    const later = await expert.context().newPage();
    await later.goto(expert.url());
    await expert.close();
    expert = later;
    await until(
      async () => (await later.getByLabel('Title').inputValue()) === 'Sharpen any kitchen knife',
      'the draft is there again',
      15_000,
    );
    await later.getByLabel('Category').selectOption({ label: 'Everyday cooking' });
    await later
      .getByLabel('In one or two sentences')
      .fill('You show me your knife and your stone, and cut paper in the end.');
    await later
      .getByLabel('What people get')
      .fill(
        '## What we do\n\n- find the angle\n- **never** press\n\n[My stones](https://stones.example/)',
      );
    await later.getByText('Free', { exact: true }).click();
    await later.getByLabel('What the learner should have at hand').fill('A knife and a stone');
    await later.getByRole('button', { name: 'Add a question' }).click();
    await later.getByLabel('Question', { exact: true }).fill('Serrated knives too?');
    await later.getByLabel('Answer').fill('Yes, with a round file.');
    await later.locator('input[type=file]').setInputFiles(PICTURE);
    await later.getByLabel('What it shows').fill('A knife on a stone');
    expect(await findingsOn(later)).toEqual([]);
    await until(
      async () => (await own('Sharpen any kitchen knife'))?.draft.pictures.length === 1,
      'the draft is kept with its picture',
      15_000,
    );

    await later.getByRole('link', { name: 'Preview' }).click();
    await later.getByRole('heading', { name: 'Sharpen any kitchen knife', level: 1 }).waitFor();
    await later.getByRole('heading', { name: 'What we do' }).waitFor();
    expect(await later.getByRole('link', { name: 'My stones' }).getAttribute('rel')).toContain(
      'nofollow',
    );
    await later.getByText('Serrated knives too?').click();
    await later.getByText('Yes, with a round file.').waitFor();
    expect(
      await later.evaluate<number>(
        'document.querySelector("img[alt=\'A knife on a stone\']").naturalWidth',
      ),
    ).toBeGreaterThan(0);
    expect(await findingsOn(later)).toEqual([]);

    await later.getByRole('link', { name: 'Back to editing' }).click();
    await later.getByRole('button', { name: 'Save', exact: true }).click();
    const panel = later.getByRole('listitem').filter({ hasText: 'Sharpen any kitchen knife' });
    await panel.getByRole('button', { name: 'Send for checking' }).click();
    await until(
      async () => (await own('Sharpen any kitchen knife'))?.reviewState === 'in_review',
      'it waits for a reviewer',
      15_000,
    );
    await panel.getByRole('button', { name: 'Archive' }).click();
    await later.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
    await panel.getByText('Archived').waitFor();
  }, 120_000);

  it('is suggested while somebody types, by keyboard, with one question for a pause', async () => {
    const visitor = await openWindow(browser, PHONE);
    const asked: string[] = [];
    visitor.on('request', (request) => {
      const url = new URL(request.url());
      if (url.pathname.endsWith('/suggestions')) asked.push(url.searchParams.get('q') ?? '');
    });
    await visitor.goto(program.origin('learner'));
    const field = visitor.getByRole('combobox', { name: 'What do you need help with?' });
    await field.pressSequentially('sourd', { delay: 20 });
    const options = visitor.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
    await options.first().waitFor();
    expect(asked).toEqual(['sourd']);
    expect(await findingsOn(visitor)).toEqual([]);
    await field.press('ArrowDown');
    const active = await field.getAttribute('aria-activedescendant');
    expect(await options.first().getAttribute('id')).toBe(active);
    await field.press('Escape');
    await options.first().waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('sourd');
    await field.press('o');
    await options.first().waitFor();
    await field.press('ArrowDown');
    await field.press('Enter');
    await visitor.waitForURL(/\/(listings|categories)\//);
    await visitor.goto(`${program.origin('learner')}/search?q=chest+pain`);
    await visitor.getByRole('alert').getByRole('link', { name: 'Call 112' }).waitFor();
    expect(await findingsOn(visitor)).toEqual([]);
  }, 60_000);
});
