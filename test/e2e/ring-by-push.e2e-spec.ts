import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Page, Worker } from '@playwright/test';
import { askForHelp, call } from '../../tools/addresses.mjs';
import {
  type BrowserSubscription,
  type PushedMessage,
  PushServer,
} from '../doubles/push/push-server.js';
import { CHROMIUM, DESKTOP, launchBrowser, openWindow, PHONE, until } from '../support/browser.js';
import { type Program, startProgram } from '../support/program.js';

const describeWithBrowser = CHROMIUM ? describe : describe.skip;

interface Today {
  readonly presence: { readonly pushTrustedUntil: string | null };
}

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly actions: readonly { readonly action: string }[];
}

/**
 * The browser's own push service is out of reach, so its subscription is made here; all else is real: the
 * page, the service worker, what the program encrypts and sends, and what the notification answers.
 */
describeWithBrowser('an expert whose page is closed', () => {
  let push: PushServer;
  let program: Program;
  let browser: Browser;
  let expert: Page;
  let learner: Page;
  let subscription: BrowserSubscription;
  beforeAll(async () => {
    push = await PushServer.start();
    program = await startProgram({ OUTBOUND_LOCAL: '1' });
    browser = await launchBrowser();
    expert = await signedIn('expert, English', PHONE);
    learner = await signedIn('learner, English', DESKTOP);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
    await push?.close();
  }, 60_000);

  it('switches it on with one tap, proves it with another, and is free without a page', async () => {
    await expert
      .context()
      .grantPermissions(['notifications'], { origin: program.origin('expert') });
    const { publicKey } = await call<{ publicKey: string }>(expert, 'GET', '/me/push');
    subscription = push.subscribe(publicKey);
    await subscribeHere(expert, subscription);
    await expert.goto(`${program.origin('expert')}/settings`);
    await expert.getByLabel('Ring me by push when the page is closed').click();
    await expert.getByRole('button', { name: 'Send me a notification to tap' }).click();
    await expert.getByText('Sent. Tap it, and you are done.').waitFor();

    const worker = await workerOf(expert);
    await deliver(expert, lastPushed('check'));
    expect(await shown(worker)).toMatchObject([{ title: 'Tap here once' }]);
    await tap(worker, '');
    await until(async () => (await today()).presence.pushTrustedUntil !== null, 'the tap counts');
    await expert.goto(`${program.origin('expert')}/studio`);
    await call(expert, 'PUT', '/studio/presence', { free: true });
    await expert.reload();
    await expert.getByText(/You can close this page/).waitFor();
  }, 100_000);

  it('is rung by a notification that counts down, accepts on it, and the room is there', async () => {
    const { items } = await call<{ items: { id: string; state: string }[] }>(
      expert,
      'GET',
      '/studio/listings',
    );
    const worker = await workerOf(expert);
    // Nothing of ours runs in the expert's browser from here on but the service worker.
    await expert.goto('about:blank');
    await until(async () => (await pagesKnownTo(worker)) === 0, 'no page is open');
    const request = await askForHelp(learner, items.find(({ state }) => state === 'live')?.id);
    await until(
      () => Promise.resolve(push.messagesOf(subscription).some(isKind('ring'))),
      'it is rung',
    );
    await deliver(expert, lastPushed('ring'));
    const [ring] = await shown(worker);
    expect(ring?.body).toMatch(/^\d+ seconds to answer\nIt does not do what I want\nYou earn €/);
    expect(ring?.actions.map(({ action }) => action)).toEqual(['accept', 'decline']);
    await tap(worker, 'accept');
    await learner.goto(`${program.origin('learner')}/help-requests/${request}`);
    await learner.waitForURL(/\/sessions\//);
    await until(
      () => Promise.resolve(push.messagesOf(subscription).some(isKind('ring-over'))),
      'it is over',
    );
  }, 100_000);

  async function signedIn(who: string, size: typeof PHONE): Promise<Page> {
    const page = await openWindow(browser, size);
    await page.goto(program.signInLink(who));
    await page.waitForURL((url) => url.pathname === '/');
    return page;
  }

  function today(): Promise<Today> {
    return call<Today>(expert, 'GET', '/studio/today');
  }

  function lastPushed(kind: string): PushedMessage {
    const message = push.messagesOf(subscription).filter(isKind(kind)).at(-1);
    if (!message) throw new Error(`no ${kind} was pushed`);
    return message;
  }

  /** Hands over what the push service got for this browser, decrypted; again where the browser was between two pages. */
  async function deliver(page: Page, { payload }: PushedMessage): Promise<void> {
    const origin = program.origin('expert');
    const data = JSON.stringify(payload);
    const isThere = async (): Promise<boolean> => {
      const session = await page.context().newCDPSession(page);
      const registrationId = await registrationOf(session, origin);
      await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
      await sleep(700);
      await session.detach();
      return (await shown(await workerOf(page))).length > 0;
    };
    await until(isThere, 'it is shown', 40_000);
  }
});

function isKind(kind: string): (message: PushedMessage) => boolean {
  return ({ payload }) => payload['kind'] === kind;
}

/** From the next page on, subscribing gives this. */
async function subscribeHere(page: Page, { endpoint, p256dh, auth }: BrowserSubscription) {
  const made = JSON.stringify({ endpoint, keys: { p256dh, auth } });
  await page.addInitScript(`(() => {
    const made = { ...${made}, options: {}, toJSON: () => (${made}), unsubscribe: async () => true };
    let isOn = false;
    PushManager.prototype.subscribe = async () => ((isOn = true), made);
    PushManager.prototype.getSubscription = async () => (isOn ? made : null);
  })()`);
}

async function workerOf(page: Page): Promise<Worker> {
  const context = page.context();
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
}

function registrationOf(session: CDPSession, origin: string): Promise<string> {
  return new Promise((resolve, reject) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL === `${origin}/`);
      if (own) resolve(own.registrationId);
    });
    session.send('ServiceWorker.enable').catch(reject);
  });
}

function pagesKnownTo(worker: Worker): Promise<number> {
  return worker.evaluate<number>(
    'clients.matchAll({ type: "window", includeUncontrolled: true }).then((all) => all.length)',
  );
}

function shown(worker: Worker): Promise<Shown[]> {
  return worker.evaluate<Shown[]>(
    'registration.getNotifications().then((all) => all.map(({ title, body, actions }) => ({ title, body, actions })))',
  );
}

/** What the browser tells the worker when somebody taps the notification, or one of its buttons. */
async function tap(worker: Worker, action: string): Promise<void> {
  await worker.evaluate(`registration.getNotifications().then(async ([notification]) => {
    const event = new NotificationEvent('notificationclick', { notification, action: ${JSON.stringify(action)} });
    let work = Promise.resolve();
    // Events that were made by hand may not hold the worker.
    Object.defineProperty(event, 'waitUntil', { value: (promise) => { work = promise; } });
    dispatchEvent(event);
    await work.catch(() => undefined);
  })`);
}
