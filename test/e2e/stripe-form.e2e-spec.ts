import type { Browser, Page } from '@playwright/test';
import { StripeDouble } from '../doubles/stripe/stripe-server.js';
import { everyDay, openHours } from '../support/hours.js';
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
import { startTestApp } from '../support/test-app.js';
import { aCategory, anExpert, aPerson, openCountries, PASSWORD } from '../support/world.js';

const describeWithBrowser = CHROMIUM ? describe : describe.skip;

interface Booking {
  readonly id: string;
  readonly state: string;
}

/** In the place of Stripe's script, which only Stripe may hand out: the same calls, and a token of a test card. */
const SCRIPT = `
window.Stripe = (key) => ({
  key,
  _registerWrapper() {},
  elements: () => ({
    submit: async () => (window.isFilledIn === false ? { error: { type: 'validation_error' } } : {}),
    create: () => ({
      on(_event, hear) { window.type = (token) => { window.token = token; hear(); }; },
      destroy() {},
      mount(box) { box.textContent = 'the form of the provider'; },
    }),
  }),
  createPaymentMethod: async () => ({ paymentMethod: { id: window.token } }),
  handleNextAction: async ({ clientSecret }) => { await window.answerBank(clientSecret); return {}; },
});
window.Stripe.version = 'endive';
`;

/** Our pages around the provider's form; the form itself is Stripe's and stands in here. */
describeWithBrowser('paying through the form of the provider', () => {
  let stripe: StripeDouble;
  let program: Program;
  let browser: Browser;
  let page: Page;
  let listingId: string;
  let removeStore: () => Promise<void>;
  beforeAll(async () => {
    stripe = await StripeDouble.start(() => Math.floor(Date.now() / 1000));
    const prepared = await startTestApp({ now: new Date().toISOString(), env: stripe.env });
    removeStore = () => prepared.store.remove();
    await openCountries(prepared, 'FR');
    const expert = await anExpert(prepared, 'Marc', await aCategory(prepared));
    listingId = expert.listingId;
    await openHours(expert, { weekly: everyDay('00:00', '24:00') });
    const { email } = await aPerson(prepared, 'Lea');
    await prepared.app.close();
    program = await startProgram(prepared.store.env);
    browser = await launchBrowser();
    page = await openWindow(browser, PHONE);
    await page.route('https://js.stripe.com/**', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: SCRIPT }),
    );
    await page.exposeFunction('answerBank', (secret: string) => {
      const [id = ''] = secret.split('_secret');
      stripe.store.answerBank(id, true);
    });
    await page.goto(program.origin('learner'));
    await send(page, 'POST', '/auth/sign-in', { email, password: PASSWORD });
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await program?.kill();
    await removeStore?.();
    await stripe?.close();
  }, 60_000);

  const holdAndOpen = async (hoursAhead: number): Promise<string> => {
    const hour = Math.ceil(Date.now() / 3_600_000) + hoursAhead;
    const startsAt = new Date(hour * 3_600_000).toISOString();
    const held = await send(page, 'POST', '/bookings', { listingId, startsAt });
    const { id } = held.body as Booking;
    await page.goto(`${program.origin('learner')}/bookings/${id}`);
    await page.getByText('the form of the provider').waitFor();
    return id;
  };
  const confirm = (): Promise<void> => page.getByRole('button', { name: /^Confirm for/ }).click();
  const isConfirmed = async (id: string): Promise<boolean> =>
    (await ask<Booking>(page, `/bookings/${id}`)).state === 'confirmed';

  it('shows it in its place, sends its token and no number, and books', async () => {
    const id = await holdAndOpen(30);
    expect(await page.getByLabel('Card number').count()).toBe(0);
    await page.evaluate('window.isFilledIn = false');
    await confirm();
    await page.getByText('Look at the card fields').waitFor();
    await page.evaluate("window.isFilledIn = true; window.type('pm_card_visa')");
    await confirm();
    await until(() => isConfirmed(id), 'it is booked');
    expect([...stripe.store.intents.values()].at(-1)).toMatchObject({ status: 'requires_capture' });
  });

  it("lets the bank ask in the provider's form, and books when it is content", async () => {
    const id = await holdAndOpen(40);
    await page.evaluate("window.type('pm_card_authenticationRequired')");
    await confirm();
    await page.getByRole('button', { name: 'To your bank' }).click();
    await until(() => isConfirmed(id), 'it is booked');
  });

  it('says that a card was declined, and lets another one be tried', async () => {
    const id = await holdAndOpen(50);
    await page.evaluate("window.type('pm_card_chargeDeclined')");
    await confirm();
    await page.getByText('Your bank declined the card').waitFor();
    await page.evaluate("window.type('pm_card_visa')");
    await confirm();
    await until(() => isConfirmed(id), 'it is booked');
  });
});
