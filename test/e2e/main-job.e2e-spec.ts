import type { Browser, Page } from '@playwright/test';
import libsql from 'libsql';
import { join } from 'node:path';
import { generate } from 'otplib';
import {
  ask,
  beginningOf,
  CHROMIUM,
  DESKTOP,
  framesShown,
  launchBrowser,
  listenTo,
  loudestSound,
  openWindow,
  PHONE,
  send,
  until,
} from '../support/browser.js';
import { type Program, startProgram } from '../support/program.js';
import { GOOD_CARD } from '../support/world.js';

interface Receipt {
  charged: { amountMinor: string };
  held: { amountMinor: string };
  released: { amountMinor: string };
  session: { price: { amount: { amountMinor: string } } };
  meter: { billedSeconds: number; entries: { kind: string; reason: string }[] };
  documents: { url: string; ready: boolean; kind: string }[];
}

const describeWithBrowser = CHROMIUM ? describe : describe.skip;
const TITLE = 'Sharpen every kitchen knife you own';
/** Dear enough that half a minute is more than the least that is charged. */
const PER_MINUTE = '3.00';

/** The main job, from signing up to a receipt that proves itself, in three browsers. */
describeWithBrowser('the main job', () => {
  let program: Program;
  let browser: Browser;
  let expert: Page;
  let reviewer: Page;
  let learner: Page;
  let listingId: string;
  beforeAll(async () => {
    program = await startProgram();
    browser = await launchBrowser();
    [expert, reviewer, learner] = await Promise.all([
      openWindow(browser, DESKTOP),
      openWindow(browser, DESKTOP),
      openWindow(browser, PHONE),
    ]);
    await listenTo(expert);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
  }, 60_000);

  it('lets somebody sign up, prove their mail address and apply', async () => {
    const email = 'nora.knives@visavis.example';
    await expert.goto(`${program.origin('expert')}/sign-up`);
    await expert.getByLabel('Your name').fill('Nora Klinge');
    await expert.getByLabel('Email').fill(email);
    await expert.getByLabel('Password').fill('a very long password');
    await expert.getByLabel('Country', { exact: true }).first().selectOption('DE');
    await expert.getByLabel(/18 or older/).check();
    await expert.locator('main').getByRole('button', { name: 'Sign up' }).click();
    await expert.waitForURL((url) => url.pathname === '/');
    await until(() => Promise.resolve(mailTo(email) !== null), 'the mail to prove the address');
    const path = /\/verify-email\/\S+/.exec(mailTo(email) ?? '')?.[0];
    await expert.goto(`${program.origin('expert')}${path}`);
    await until(
      async () =>
        (await ask<{ person: { emailVerified: boolean } }>(expert, '/me')).person.emailVerified,
      'the address is proven',
    );

    await expert.goto(`${program.origin('expert')}/studio/application`);
    await expert.getByLabel('Category').selectOption({ label: 'Everyday cooking' });
    await expert
      .getByLabel('Why can you help?')
      .fill(
        'I ground blades in a workshop for eleven years and still do it for three restaurants.',
      );
    await expert
      .locator('[name^="answers."]')
      .first()
      .fill('Eleven years in a grinding workshop in Solingen');
    await expert.getByLabel('Title').fill(TITLE);
    await expert
      .getByLabel('In one or two sentences')
      .fill('Show me your knife and your stone; ten minutes later it cuts paper again.');
    await expert
      .getByLabel('What people get')
      .fill(
        'We look at the edge together, choose the angle, and you grind while I watch your hands.',
      );
    await expert.getByLabel('English').check();
    await expert.getByText('Per minute', { exact: true }).click();
    await expert.getByLabel('Amount per minute').fill(PER_MINUTE);
    await expert.getByLabel(/People may ring me/).check();
    await expert.getByLabel('Name on invoices').fill('Nora Klinge Schleiferei');
    await expert.getByLabel('Address').fill('Messerweg 3, 42651 Solingen');
    await expert.getByLabel('You sell as').selectOption({ label: 'self-employed' });
    await expert.getByRole('button', { name: 'Send the application' }).click();
    await until(
      async () =>
        (await ask<{ application: { state: string } | null }>(expert, '/studio/application'))
          .application?.state === 'submitted',
      'the application is sent',
    );
  }, 120_000);

  it('lets a reviewer approve in the console behind a second factor, and the offer goes live', async () => {
    const [, email = '', password = ''] = /(reviewer@\S+)\s+(\S+)/.exec(program.output()) ?? [];
    const secret = /second factor ([A-Z2-7]+)/.exec(program.output())?.[1] ?? '';
    await reviewer.goto(`http://localhost:${program.port}/admin`);
    await reviewer.getByLabel('Mail address').fill(email);
    await reviewer.getByLabel('Password').fill(password);
    await reviewer.getByLabel('Code').fill(await generate({ secret }));
    await reviewer.getByRole('button', { name: 'Sign in' }).click();
    await reviewer.goto(`http://localhost:${program.port}/admin/resources/applications`);
    await reviewer.getByText('Nora Klinge').first().click();
    await reviewer.getByRole('button', { name: 'Approve', exact: true }).click();
    await until(
      async () =>
        (await ask<{ person: { roles: string[] } }>(expert, '/me')).person.roles.includes('expert'),
      'the applicant is an expert',
    );
    await until(async () => {
      const { items } = await ask<{ items: { id: string; state: string }[] }>(
        expert,
        '/studio/listings',
      );
      listingId = items.find((item) => item.state === 'live')?.id ?? '';
      return listingId !== '';
    }, 'the offer is live');
  }, 120_000);

  it('is found with a typo, rung, met face to face, and billed to the second over a drop and a return', async () => {
    await expert.goto(`${program.origin('expert')}/studio`);
    await expert.getByRole('switch').click();

    const link =
      /http:\/\/learner\.localhost:\d+\/sign-in\/link\/\S+/.exec(program.output())?.[0] ?? '';
    await learner.goto(link);
    await learner.waitForURL((url) => url.pathname === '/');
    await until(async () => {
      const found = await ask<{ items: { id: string; availability: { state: string } }[] }>(
        learner,
        '/search?q=sharpen+kitchen+knifes',
      );
      return found.items[0]?.id === listingId && found.items[0].availability.state === 'free_now';
    }, 'the offer is found, free now first');
    await learner.goto(`${program.origin('learner')}/listings/${listingId}/help`);
    await learner.getByLabel(/your problem/i).fill('My knife squashes tomatoes');
    await learner.getByText('15 minutes').click();
    await learner.getByLabel('Card number').fill(GOOD_CARD.number);
    await learner.getByLabel('Expires').fill(GOOD_CARD.expiry);
    await learner.getByLabel('Security code').fill(GOOD_CARD.cvc);
    await learner.getByRole('button', { name: /camera and microphone/i }).click();
    await learner.getByRole('button', { name: /^Ring /i }).click();

    await expert.getByText('My knife squashes tomatoes').waitFor();
    await until(async () => (await loudestSound(expert)) > 0.05, 'the ring is heard');
    expect(await loudestSound(expert)).toBeLessThan(1);
    await expert.getByRole('button', { name: 'Accept' }).click();
    await Promise.all([expert, learner].map((page) => page.waitForURL(/\/sessions\//)));
    await enterRoom(expert);
    await until(
      async () => (await framesShown(learner)) > 20,
      'the learner sees the expert',
      60_000,
    );
    await until(
      async () => (await framesShown(expert)) > 20,
      'the expert sees the learner',
      60_000,
    );
    const id = new URL(learner.url()).pathname.split('/').at(-1) ?? '';
    const seconds = async (): Promise<number> =>
      (await ask<{ meter: { billedSeconds: number } }>(learner, `/sessions/${id}`)).meter
        .billedSeconds;
    const state = async (): Promise<string> =>
      (await ask<{ state: string }>(expert, `/sessions/${id}`)).state;
    await until(async () => (await seconds()) >= 5, 'the meter counts');

    await learner.goto('about:blank');
    await until(
      async () => (await state()) === 'interrupted',
      'the meter stands still while the learner is gone',
    );
    await learner.goto(`${program.origin('learner')}/sessions/${id}`);
    await enterRoom(learner);
    await until(async () => (await state()) === 'live', 'the learner is back', 60_000);
    await until(async () => (await seconds()) >= 16, 'the meter goes on');
    await learner.getByRole('button', { name: 'End', exact: true }).click();
    await learner.getByRole('button', { name: 'End for both' }).click();
    await until(
      async () =>
        (await ask<Receipt>(learner, `/sessions/${id}/receipt`)).documents.some(
          (document) => document.ready,
        ),
      'the invoice is drawn',
    );

    const receipt = await ask<Receipt>(learner, `/sessions/${id}/receipt`);
    const recomputed =
      (BigInt(receipt.session.price.amount.amountMinor) * BigInt(receipt.meter.billedSeconds) * 2n +
        60n) /
      120n;
    expect(receipt.charged.amountMinor).toBe(recomputed.toString());
    expect(BigInt(receipt.charged.amountMinor) + BigInt(receipt.released.amountMinor)).toBe(
      BigInt(receipt.held.amountMinor),
    );
    expect(receipt.meter.entries.map((entry) => entry.kind)).toEqual([
      'opened',
      'started',
      'stopped',
      'started',
      'stopped',
      'closed',
    ]);
    expect(await beginningOf(learner, receipt.documents[0]?.url ?? '')).toBe('%PDF-');
    expect(await program.command('dist/src/modules/billing/cli/ledger.js', 'verify')).toMatchObject(
      { code: 0 },
    );
    expect(
      await program.command('dist/src/modules/sessions/cli/meter.js', 'verify', id),
    ).toMatchObject({ code: 0 });
  }, 240_000);

  it('is booked for tomorrow by a second learner', async () => {
    const hours = {
      timeZone: 'Europe/Berlin',
      weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        weekday,
        startsAt: '08:00',
        endsAt: '20:00',
      })),
      exceptions: [],
      noticeMinutes: 60,
      bufferMinutes: 10,
      stepMinutes: 30,
      horizonDays: 14,
    };
    expect((await send(expert, 'PUT', '/studio/availability', hours)).status).toBe(200);
    const second = await openWindow(browser, PHONE);
    const links = [
      ...program.output().matchAll(/http:\/\/learner\.localhost:\d+\/sign-in\/link\/\S+/g),
    ].map((match) => match[0]);
    await second.goto(links[1] ?? '');
    await second.waitForURL((url) => url.pathname === '/');
    const tomorrow = new Date(Date.now() + 24 * 3600 * 1000).toISOString().slice(0, 10);
    const { days } = await ask<{ days: { slots: { startsAt: string }[] }[] }>(
      second,
      `/listings/${listingId}/slots?from=${tomorrow}&days=2&timeZone=Europe/Paris`,
    );
    const startsAt = days[0]?.slots[0]?.startsAt;
    const held = await send(second, 'POST', '/bookings', { listingId, startsAt });
    expect(held).toMatchObject({ status: 201, body: { state: 'held' } });
    const confirmed = await send(
      second,
      'POST',
      `/bookings/${(held.body as { id: string }).id}/confirm`,
      { payment: GOOD_CARD },
    );
    expect(confirmed).toMatchObject({ status: 200, body: { state: 'confirmed' } });
    await second.goto(`${program.origin('learner')}/bookings`);
    await second.getByText(TITLE).first().waitFor();
  }, 120_000);

  /** The device check comes before the room, unless it was done a moment ago. */
  async function enterRoom(page: Page): Promise<void> {
    const enter = page.getByRole('button', { name: /^(go in|enter|join)/i });
    await Promise.race([
      enter.waitFor({ timeout: 8_000 }).catch(() => undefined),
      page
        .getByRole('button', { name: 'End', exact: true })
        .waitFor({ timeout: 8_000 })
        .catch(() => undefined),
    ]);
    if (await enter.isVisible()) await enter.click();
  }

  function mailTo(recipient: string): string | null {
    const database = new libsql(join(program.dataDir, 'visavis.db'), { readonly: true });
    try {
      const row = database
        .prepare('SELECT text_body FROM platform_mailbox WHERE recipient = ? ORDER BY id DESC')
        .get(recipient) as { text_body: string } | undefined;
      return row?.text_body ?? null;
    } finally {
      database.close();
    }
  }
});
