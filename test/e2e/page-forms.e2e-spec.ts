import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../../src/demo/content/people.js';
import { call } from '../../tools/addresses.mjs';
import { CHROMIUM, DESKTOP, launchBrowser, openWindow } from '../support/browser.js';
import { type Program, startProgram } from '../support/program.js';

interface Offer {
  readonly id: string;
  readonly availability: { readonly nextSlotStartsAt: string | null };
}

const describeWithBrowser = CHROMIUM ? describe : describe.skip;

/** Bad input on each form: it says why in one place that takes the focus, says it by each field, and loses nothing. */
describeWithBrowser('forms that were filled in wrongly', () => {
  let program: Program;
  let browser: Browser;
  let visitor: Page;
  let learner: Page;
  let expert: Page;
  beforeAll(async () => {
    program = await startProgram();
    browser = await launchBrowser();
    [visitor, learner, expert] = (await Promise.all(
      [null, 'learner, English', 'expert, English'].map(async (who) => {
        const page = await openWindow(browser, { ...DESKTOP, reducedMotion: 'reduce' });
        page.setDefaultTimeout(20_000);
        if (who === null) return page;
        await page.goto(program.signInLink(who));
        await page.waitForURL((url) => url.pathname === '/');
        return page;
      }),
    )) as [Page, Page, Page];
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
  }, 60_000);

  it('sign up: each field is named with a way to it, and the password rule is said', async () => {
    await visitor.goto(`${program.origin('learner')}/sign-up`);
    await visitor.getByLabel('Your name').fill('Z');
    await visitor.getByLabel('Email').fill('nobody');
    await visitor.getByLabel('Password').fill('short');
    await submit(visitor, 'Sign up');
    const summary = await refused(visitor, 'Something in the form is not right yet.');
    await expect(summary.getByRole('button')).toHaveText([
      /^Your name: Write a name/,
      /^Email: Write an email address/,
      /^Password: Choose 10 to 200/,
      /^Accounts are for people of 18/,
    ]);
    await summary.getByRole('button', { name: /^Email/ }).click();
    await expect(visitor.getByLabel('Email')).toBeFocused();
    await isMarked(visitor.getByLabel('Email'), 'Write an email address');
    await expect(visitor.getByLabel('Your name')).toHaveValue('Z');
    await visitor.getByLabel('Email').fill('learner@visavis.example');
    await visitor.getByLabel('Your name').fill('Zoe');
    await visitor.getByLabel('Password').fill('long enough for anybody');
    await visitor.getByLabel(/18 or older/).check();
    await submit(visitor, 'Sign up');
    await refused(visitor, 'There is already an account with this email.');
    await expect(visitor.getByLabel('Your name')).toHaveValue('Zoe');
  });

  it('sign in: a wrong password is said without saying which part was wrong, and typing on keeps its place', async () => {
    await visitor.goto(`${program.origin('learner')}/sign-in`);
    await visitor.getByLabel('Email').fill('learner@visavis.example');
    await visitor.getByLabel('Password').fill('not the password');
    await submit(visitor, 'Sign in');
    await refused(visitor, 'Email or password is not right.');
    await visitor.getByLabel('Password').fill('');
    await visitor.getByLabel('Password').pressSequentially('another');
    await expect(visitor.getByLabel('Password')).toBeFocused();
    await expect(visitor.getByLabel('Email')).toHaveValue('learner@visavis.example');
  });

  it('sign up in Arabic: the same, from right to left', async () => {
    const page = await openWindow(browser, { ...DESKTOP, locale: 'ar' });
    await page.goto(`${program.origin('learner')}/sign-up`);
    await page.locator('main button[type=submit]').click();
    const summary = page.getByRole('alert').first();
    await expect(summary).toBeFocused();
    await expect(summary).toContainText('هناك شيء غير صحيح في النموذج بعد.');
    await expect(summary.getByRole('button').first()).toContainText('اسمك');
    await page.context().close();
  });

  it('sign up without JavaScript: the plain form says the same and keeps what was typed', async () => {
    const page = await openWindow(browser, { ...DESKTOP, javaScriptEnabled: false });
    await page.goto(`${program.origin('learner')}/sign-up`);
    await page.getByLabel('Your name').fill('Zoe');
    await page.getByLabel('Email').fill('nobody');
    await submit(page, 'Sign up');
    await expect(page.getByRole('alert').first()).toContainText('Write an email address');
    await expect(page.getByLabel('Your name')).toHaveValue('Zoe');
    await page.context().close();
  });

  it('the language at the foot of a page: another one is another page', async () => {
    const page = await openWindow(browser, DESKTOP);
    await page.goto(`${program.origin('learner')}/guarantee`);
    // From then on the choice itself sends the form.
    await expect(page.locator('footer noscript')).toHaveCount(0);
    await page.locator('footer').getByLabel('Language', { exact: true }).selectOption('ar');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    expect(new URL(page.url()).pathname).toBe('/guarantee');
    await page.context().close();
  });

  it('help: too few words and a wrong card number; a file that is no photo, and one that is too large', async () => {
    const { items } = await call<{ items: Offer[] }>(
      learner,
      'GET',
      '/search?freeNow=1&price=per_minute',
    );
    await learner.goto(`${program.origin('learner')}/listings/${items[0]?.id}/help`);
    await learner.getByLabel(/your problem/i).fill('No');
    await learner.getByLabel('Card number').fill('4242 4242 4242 4241');
    await submit(learner, 'Go on to camera and microphone');
    const summary = await refused(learner, 'Something in the form is not right yet.');
    await expect(summary.getByRole('button')).toHaveText([
      /^Your problem in a line or two: A few more words/,
      /^Card number: Check the number/,
      /^Expires: Month and year/,
      /^Security code: Three or four/,
    ]);
    const photo = learner.locator('input[type=file]');
    await photo.setInputFiles({
      name: 'notes.png',
      mimeType: 'image/png',
      buffer: Buffer.from('These are words.'),
    });
    await learner.getByText('Only pictures and PDF files are accepted.').waitFor();
    await photo.setInputFiles({
      name: 'poster.png',
      mimeType: 'image/png',
      buffer: Buffer.alloc(11 * 1024 * 1024),
    });
    await learner.getByText('This is too large.').waitFor();
    await expect(learner.getByLabel(/your problem/i)).toHaveValue('No');
  });

  it('help with a declined card: the words are still there for another card', async () => {
    await learner.getByLabel(/your problem/i).fill('My dough stays flat');
    await learner.getByRole('button', { name: 'A declined card' }).click();
    await submit(learner, 'Go on to camera and microphone');
    await learner.getByRole('button', { name: /^Ring / }).click();
    await learner.getByRole('link', { name: /card/i }).click();
    await expect(learner.getByLabel(/your problem/i)).toHaveValue('My dough stays flat');
    await expect(learner.getByLabel('Card number')).toHaveValue('');
  });

  it('a booking with a declined card: it says so, and another card can be tried', async () => {
    const { items } = await call<{ items: Offer[] }>(learner, 'GET', '/search?price=per_session');
    const offer = items.find(({ availability }) => availability.nextSlotStartsAt !== null);
    const held = await call<{ id: string }>(learner, 'POST', '/bookings', {
      listingId: offer?.id,
      startsAt: offer?.availability.nextSlotStartsAt,
    });
    await learner.goto(`${program.origin('learner')}/bookings/${held.id}`);
    await submit(learner, /^(Confirm|Book|Pay)/);
    const summary = await refused(learner, 'Something in the form is not right yet.');
    await expect(summary.getByRole('button')).toHaveCount(3);
    await learner.getByRole('button', { name: 'A declined card' }).click();
    await submit(learner, /^(Confirm|Book|Pay)/);
    await refused(learner, /declined/);
    await learner.getByRole('button', { name: 'A good card' }).click();
    await submit(learner, /^(Confirm|Book|Pay)/);
    await learner.getByText('Your booking stands').waitFor();
  });

  it('the application: everything that is missing is named, and what was written is kept over a reload', async () => {
    await learner.goto(`${program.origin('learner')}/studio/application`);
    await learner.getByLabel('Category').selectOption({ label: 'Everyday cooking' });
    await learner.getByLabel('Why can you help?').fill('Because.');
    await submit(learner, 'Send the application');
    const summary = await refused(learner, 'Something in the form is not right yet.');
    for (const field of ['Why can you help?', 'Title', 'Amount per minute', 'Name on invoices'])
      await expect(summary.getByRole('button', { name: field })).toBeVisible();
    await learner.reload();
    await expect(learner.getByLabel('Why can you help?')).toHaveValue('Because.');
    await expect(learner.getByLabel('Category')).not.toHaveValue('');
  });

  it('the settings: a name that is too short is refused, and stays', async () => {
    await learner.goto(`${program.origin('learner')}/settings`);
    await learner.getByLabel('Your name').fill('R');
    await submit(learner, 'Save');
    await refused(learner, 'Something in the form is not right yet.');
    await isMarked(learner.getByLabel('Your name'), '2 to 60 characters');
    await expect(learner.getByLabel('Your name')).toHaveValue('R');
  });

  it('an offer: each field says what it wants', async () => {
    await expert.goto(`${program.origin('expert')}/studio/listings/new`);
    await expert.getByLabel('Title').fill('Short');
    await expert.getByText('Per session', { exact: true }).click();
    await expert.getByLabel('Length in minutes').fill('7');
    await submit(expert, 'Save');
    const summary = await refused(expert, 'Something in the form is not right yet.');
    for (const text of [/^Category: This is needed/, /^Title: 8 to 90/, /in steps of five/])
      await expect(summary.getByRole('button', { name: text })).toBeVisible();
    await expect(expert.getByLabel('Title')).toHaveValue('Short');
  });

  it('the hours: spans that run into each other are said and not sent', async () => {
    await expert.goto(`${program.origin('expert')}/studio/availability`);
    await expert
      .getByRole('button', { name: /^Add hours/ })
      .first()
      .click();
    const startOfTheSecond = expert.locator('main input[type=time]').nth(2);
    await startOfTheSecond.fill('18:00');
    await expert.getByRole('alert').filter({ hasText: 'run into others' }).waitFor();
    await expect(expert.locator('main form button[type=submit]').first()).toBeDisabled();
    await expect(startOfTheSecond).toHaveValue('18:00');
    const saved = await call<{ weekly: { startsAt: string }[] }>(
      expert,
      'GET',
      '/studio/availability',
    );
    expect(saved.weekly.map(({ startsAt }) => startsAt)).not.toContain('18:00');
  });

  it('the tax position: a number that cannot be one is refused by its field', async () => {
    await expert.goto(`${program.origin('expert')}/studio/tax`);
    await expert.getByLabel('Name on invoices').fill('Tomasz Wielgosz');
    await expert.getByLabel(/registered for VAT/).check();
    await expert
      .getByLabel(/number/i)
      .last()
      .fill('!!');
    await submit(expert, 'Save');
    const summary = await refused(expert, 'Something in the form is not right yet.');
    await expect(summary.getByRole('button')).toHaveCount(2);
    await expect(expert.getByLabel('Name on invoices')).toHaveValue('Tomasz Wielgosz');
  });

  it('the account for the earnings: the password is asked again, an unknown number is refused by its field', async () => {
    await expert.goto(`${program.origin('expert')}/studio/earnings`);
    await expert.getByRole('button', { name: /account|where it goes/ }).click();
    const dialog = expert.getByRole('dialog');
    const save = dialog.getByRole('button', { name: 'Save' });
    await dialog.getByLabel('Account number').fill('000 000');
    await dialog.getByLabel(/^Your password/).fill('not the password');
    await save.click();
    await expect(dialog.getByRole('alert')).toContainText('The password is not right.');
    await dialog.getByLabel(/^Your password/).fill(DEMO_PASSWORD);
    await save.click();
    await expect(dialog.getByRole('alert').getByRole('button')).toHaveText(/^Account number/);
    await expect(dialog.getByLabel('Account number')).toHaveValue('000 000');
    await dialog.getByLabel('Account number').fill('000123456789');
    await save.click();
    await expect(dialog).toBeHidden();
    await expect(expert.getByText('•••• 6789').first()).toBeVisible();
  });

  it('a review without stars is asked for them, and a claim keeps its words when it is refused', async () => {
    const { items } = await call<{ items: { sessionId: string }[] }>(learner, 'GET', '/receipts');
    await learner.goto(`${program.origin('learner')}/receipts/${items[0]?.sessionId}`);
    await learner.getByRole('button', { name: 'It did not help' }).click();
    const dialog = learner.getByRole('dialog');
    await dialog.getByRole('textbox').fill('We never found the cause.');
    await learner.route('**/api/v1/claims', (route) => route.abort());
    await dialog.locator('button[type=submit]').click();
    await expect(dialog.getByRole('alert')).toContainText('We cannot be reached right now.');
    await expect(dialog.getByRole('alert')).toBeFocused();
    await expect(dialog.getByRole('textbox')).toHaveValue('We never found the cause.');
    await learner.unroute('**/api/v1/claims');
  });
});

async function submit(page: Page, name: string | RegExp): Promise<void> {
  await page.locator('main form').getByRole('button', { name }).last().click();
}

/** The summary that says why; it has the focus. */
async function refused(page: Page, text: string | RegExp): Promise<Locator> {
  const summary = page.locator('main').getByRole('alert').filter({ hasText: text });
  await expect(summary).toBeVisible();
  await expect(summary).toBeFocused();
  return summary;
}

/** The field itself says what is wrong, also to a screen reader. */
async function isMarked(field: Locator, text: string): Promise<void> {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(new RegExp(text));
}
