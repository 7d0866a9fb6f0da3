import type { Browser, Page } from '@playwright/test';
import {
  ask,
  beginningOf,
  CHROMIUM,
  framesShown,
  launchBrowser,
  openWindow,
  PHONE,
  until,
} from '../support/browser.js';
import { type Program, startProgram } from '../support/program.js';

interface Receipt {
  charged: { amountMinor: string; currency: string };
  held: { amountMinor: string };
  released: { amountMinor: string };
  session: { price: { amount: { amountMinor: string } } };
  meter: { billedSeconds: number };
  documents: { url: string; ready: boolean; kind: string }[];
}

interface Offer {
  id: string;
  price: { freeMinutes: number; amount: { amountMinor: string } };
}

const describeWithBrowser = CHROMIUM ? describe : describe.skip;

/** The first two minutes of somebody who typed one command. */
describeWithBrowser('one person alone, a demo expert, a real bill', () => {
  let program: Program;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    program = await startProgram();
    browser = await launchBrowser();
    page = await openWindow(browser, PHONE);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
  }, 60_000);

  const api = <T>(path: string): Promise<T> => ask<T>(page, path);
  const sessionId = (): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

  it('finds help with a typo, pays, meets the expert, and is billed for the seconds together', async () => {
    const link = /http:\/\/learner\.localhost:\d+\/sign-in\/link\/\S+/.exec(program.output())?.[0];
    await page.goto(link ?? 'no link was printed');
    await page.waitForURL((url) => url.pathname === '/');

    await page.goto(`${program.origin('learner')}/search?q=my+sourdogh+does+not+rise`);
    expect(await page.getByText('sourdough', { exact: false }).count()).toBeGreaterThan(0);
    const { items } = await api<{ items: Offer[] }>('/search?freeNow=1&price=per_minute');
    const listing = items
      .filter((item) => item.price.freeMinutes === 0)
      .sort((a, b) => minorOf(b) - minorOf(a))[0];
    if (!listing) throw new Error('no demo expert offers help by the minute right now');
    // Below 50 cents nothing is charged, so the call lasts until there is something to pay.
    const secondsToPay = Math.ceil((60 * 60) / minorOf(listing));

    await page.goto(`${program.origin('learner')}/listings/${listing.id}/help`);
    await page.getByLabel(/your problem/i).fill('It does not do what I want');
    await page.getByText('15 minutes').click();
    await page.getByRole('button', { name: 'A good card' }).click();
    await page.getByRole('button', { name: /camera and microphone/i }).click();
    await page.getByRole('button', { name: /^Ring /i }).click();

    await page.waitForURL(/\/sessions\//, { timeout: 30_000 });
    await until(async () => (await framesShown(page)) > 20, 'the expert is seen');
    await until(
      async () =>
        (await api<{ meter: { billedSeconds: number } }>(`/sessions/${sessionId()}`)).meter
          .billedSeconds >= secondsToPay,
      'the meter counts',
      90_000,
    );

    const id = sessionId();
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByRole('button', { name: 'End for both' }).click();
    await page.getByRole('link', { name: /receipt/i }).click();
    await until(
      async () =>
        (await api<Receipt>(`/sessions/${id}/receipt`)).documents.some(
          (document) => document.ready,
        ),
      'the invoice is drawn',
    );

    const receipt = await api<Receipt>(`/sessions/${id}/receipt`);
    const perMinute = BigInt(receipt.session.price.amount.amountMinor);
    const expected = (perMinute * BigInt(receipt.meter.billedSeconds) * 2n + 60n) / 120n;
    expect(receipt.charged.amountMinor).toBe(expected.toString());
    expect(BigInt(receipt.charged.amountMinor) + BigInt(receipt.released.amountMinor)).toBe(
      BigInt(receipt.held.amountMinor),
    );
    const invoice = receipt.documents.find((document) => document.kind === 'invoice');
    expect(await beginningOf(page, invoice?.url ?? '')).toBe('%PDF-');

    expect(await program.command('dist/src/modules/billing/cli/ledger.js', 'verify')).toMatchObject(
      { code: 0 },
    );
    expect(
      await program.command('dist/src/modules/sessions/cli/meter.js', 'verify', id),
    ).toMatchObject({ code: 0 });
  }, 180_000);
});

function minorOf({ price }: Offer): number {
  return Number(price.amount.amountMinor);
}
