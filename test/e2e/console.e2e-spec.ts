import type { Browser, Page } from '@playwright/test';
import { generate } from 'otplib';
import {
  ask,
  CHROMIUM,
  DESKTOP,
  launchBrowser,
  openWindow,
  PHONE,
  until,
} from '../support/browser.js';
import { FREE_PRICE } from '../support/hours.js';
import { findingsOn } from '../support/accessibility.js';
import { type Program, startProgram } from '../support/program.js';

const describeWithBrowser = CHROMIUM ? describe : describe.skip;

const OFFER = {
  title: 'Fold an origami crane together',
  summary: 'We fold one crane step by step, until yours stands on the table.',
  description: 'Bring a square sheet of paper; I show you every fold and look at yours.',
  kindOfHelp: 'lesson',
  languages: ['en'],
  price: FREE_PRICE,
  instant: true,
};

interface Category {
  readonly id: string;
  readonly slug: string;
}

/** What the start printed for the reviewer of the demo. */
function printedReviewer(output: string): { email: string; password: string; secret: string } {
  const [, email = '', password = ''] = /(\S+@\S+) {2}(\S.*)\n/.exec(output) ?? [];
  const [, secret = ''] = /second factor ([A-Z2-7]+)/.exec(output) ?? [];
  return { email, password: password.trim(), secret };
}

describeWithBrowser('staff in the console', () => {
  let program: Program;
  let browser: Browser;
  beforeAll(async () => {
    program = await startProgram();
    browser = await launchBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
  }, 60_000);

  const consoleUrl = (): string => `${program.origin('reviewer')}/admin`;

  /** All demo staff have the password and the second factor of the reviewer. */
  const signedInStaff = async (page: Page, name = 'reviewer'): Promise<void> => {
    const { email, password, secret } = printedReviewer(program.output());
    // The console is there a few seconds after everything else.
    await until(async () => (await page.goto(consoleUrl()))?.ok() === true, 'the console loads');
    await page.getByLabel('Mail address').fill(email.replace(/^[^@]+/, name));
    await page.getByLabel('Password').fill(password);
    await page.getByLabel('Code').fill(await generate({ secret }));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page
      .getByRole('heading', { name: /What waits|Nothing waits|Health/ })
      .first()
      .waitFor();
  };

  const send = (page: Page, method: string, path: string, body: object): Promise<number> =>
    page.evaluate<number>(
      `fetch(${JSON.stringify(`/api/v1${path}`)}, {
        method: ${JSON.stringify(method)},
        headers: { 'content-type': 'application/json' },
        body: ${JSON.stringify(JSON.stringify(body))},
      }).then((answer) => answer.status)`,
    );

  /** A learner of the demo applies with a free offer. */
  const applyAs = async (page: Page): Promise<void> => {
    const link = /http:\/\/learner\.localhost:\d+\/sign-in\/link\/\S+/.exec(program.output())?.[0];
    await page.goto(link ?? 'no link was printed');
    await page.waitForURL((url) => url.pathname === '/');
    const { items } = await ask<{ items: Category[] }>(page, '/categories');
    for (const { id } of items) {
      const asked = await ask<{ items: { key: string; kind: string }[] }>(
        page,
        `/categories/${id}/requirements`,
      );
      if (asked.items.some(({ kind }) => kind === 'file')) continue;
      const saved = await send(page, 'PUT', '/studio/application', {
        categoryId: id,
        about: 'I have folded paper since I was six, and taught children and grandparents alike.',
        answers: Object.fromEntries(asked.items.map(({ key }) => [key, 'yes'])),
        evidenceFileIds: {},
        listing: { ...OFFER, categoryId: id },
      });
      if (saved === 200) break;
    }
    expect(await send(page, 'POST', '/studio/application/submit', {})).toBe(200);
  };

  it('reviews: signs in with a code, reads the case, approves it, and the offer is found', async () => {
    const learner = await openWindow(browser, PHONE);
    await applyAs(learner);

    const reviewer = await openWindow(browser, DESKTOP);
    const problems: string[] = [];
    reviewer.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    const foreign: string[] = [];
    reviewer.on('request', (request) => {
      if (new URL(request.url()).host !== new URL(consoleUrl()).host) foreign.push(request.url());
    });
    await signedInStaff(reviewer);
    await reviewer.locator('a.vc-queue', { hasText: 'Applications' }).click();
    await reviewer.locator('tbody tr').last().click();
    await reviewer.getByText('I have folded paper since I was six').waitFor();
    await reviewer.getByText('Fold an origami crane together').waitFor();
    await reviewer.getByRole('button', { name: 'Send back' }).click();
    await reviewer.getByRole('alert').getByText('Write what is missing').waitFor();
    await reviewer.getByRole('button', { name: 'Approve' }).click();
    await reviewer.getByText('Approved. The applicant is told.').waitFor();
    expect(foreign.filter((url) => !url.startsWith('data:'))).toEqual([]);
    expect(problems).toEqual([]);

    await until(
      async () =>
        (await ask<{ items: unknown[] }>(learner, '/search?q=origami+crane')).items.length > 0,
      'the offer is found',
    );
  }, 120_000);

  it('edits the tree of categories while visitors read it, and every old address goes on leading there', async () => {
    const ops = await openWindow(browser, DESKTOP);
    const visitor = await openWindow(browser, PHONE);
    await signedInStaff(ops, 'tax');
    await ops.goto(`${consoleUrl()}/resources/categories/actions/add`);
    await ops.getByLabel('Name (English)').waitFor();
    await ops.getByRole('button', { name: 'Add the category' }).click();
    await ops.getByText('This is needed.').first().waitFor();
    await ops.getByLabel('Name (English)').fill('Bees and honey');
    await ops.getByLabel('Name (French)').fill('Abeilles et miel');
    await ops.getByLabel('Address, after').fill('cooking');
    await ops.getByRole('button', { name: 'Add the category' }).click();
    await ops.getByRole('alert').getByText('Another category has or had this address.').waitFor();
    await ops.getByLabel('Address, after').fill('bees');
    expect(await ops.getByLabel('Name (French)').inputValue()).toBe('Abeilles et miel');
    await ops.getByLabel('Picture').selectOption({ label: 'Garden' });
    await ops.getByRole('button', { name: 'Add the category' }).click();
    await ops.getByRole('heading', { name: 'Bees and honey' }).waitFor();

    await visitor.goto(`${program.origin('learner')}/categories/bees`);
    await visitor.getByRole('heading', { name: 'Bees and honey', level: 1 }).waitFor();

    await ops.getByLabel('Name (Arabic)').fill('النحل والعسل');
    await ops.getByLabel('Address, after').fill('beekeeping');
    await ops.getByRole('button', { name: 'Save name and address' }).click();
    await ops.getByText('/categories/bees leads here').waitFor();
    await visitor.goto(`${program.origin('learner')}/categories/bees`);
    await visitor.waitForURL('**/categories/beekeeping');

    await ops.getByLabel('Part of').selectOption({ label: 'Cooking' });
    await ops.getByRole('button', { name: 'Move', exact: true }).click();
    await ops.getByText('Moved.').waitFor();
    await visitor.goto(`${program.origin('learner')}/categories/cooking`);
    await visitor.getByRole('link', { name: 'Bees and honey' }).waitFor();

    await ops.getByLabel('Into').selectOption({ label: 'Cooking › Bread and baking' });
    await ops.getByRole('button', { name: 'Merge', exact: true }).click();
    await ops.getByText('Merged. Its listings and addresses went along.').waitFor();
    const landed = await visitor.goto(`${program.origin('learner')}/categories/bees`);
    const moved = await landed?.request().redirectedFrom()?.response();
    expect(moved?.status()).toBe(301);
    expect(new URL(visitor.url()).pathname).toBe('/categories/bread-and-baking');
    // What AdminJS itself draws around our pages is not ours to mend.
    const own = (await findingsOn(ops)).filter((finding) => !finding.includes('adminjs_'));
    expect(own).toEqual([]);
  }, 120_000);
});
