import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';

/** Set by `npm test` where a Chromium is installed. */
export const CHROMIUM = process.env['CHROMIUM_PATH'];

/** A Chromium with a camera and a microphone that are made up, quiet towards the network. */
export function launchBrowser(...more: readonly string[]): Promise<Browser> {
  if (!CHROMIUM) throw new Error('this run has no Chromium');
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      '--allow-loopback-in-peer-connection',
      ...more,
    ],
  });
}

export const PHONE: BrowserContextOptions = {
  viewport: { width: 412, height: 915 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** A person's own window: cookies, camera and microphone of their own. */
export async function openWindow(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    permissions: ['camera', 'microphone'],
    ...options,
  });
  context.setDefaultTimeout(90_000);
  return context.newPage();
}

/** From the next page on, `loudestSound` knows what the page has played. */
export async function listenTo(page: Page): Promise<void> {
  await page.addInitScript(`(() => {
    const connect = AudioNode.prototype.connect;
    AudioNode.prototype.connect = function (target, ...rest) {
      if (target instanceof AudioDestinationNode) {
        const meter = this.context.createAnalyser();
        const samples = new Float32Array(meter.fftSize);
        connect.call(this, meter);
        const timer = setInterval(() => {
          meter.getFloatTimeDomainData(samples);
          window.loudestSound = Math.max(window.loudestSound ?? 0, ...samples.map(Math.abs));
          if (this.context.state === 'closed') clearInterval(timer);
        }, 20);
      }
      return connect.call(this, target, ...rest);
    };
  })()`);
}

/** The highest peak the page has played since it was opened: 0 is silence, 1 as loud as can be. */
export function loudestSound(page: Page): Promise<number> {
  return page.evaluate<number>('window.loudestSound ?? 0');
}

/** Pictures that were drawn so far in the largest moving picture of the page: the other person. */
export function framesShown(page: Page): Promise<number> {
  return page.evaluate<number>(
    'Math.max(0, ...[...document.querySelectorAll("video:not([data-own])")].map((video) => video.getVideoPlaybackQuality().totalVideoFrames))',
  );
}

/** Asks the API as the page would, with its cookies. */
export async function ask<T>(page: Page, path: string): Promise<T> {
  return JSON.parse(
    await page.evaluate<string>(
      `fetch(${JSON.stringify(`/api/v1${path}`)}).then((answer) => answer.text())`,
    ),
  ) as T;
}

/** Changes something through the API as the page would. @returns status and body */
export async function send(
  page: Page,
  method: 'POST' | 'PUT',
  path: string,
  body: object,
): Promise<{ status: number; body: unknown }> {
  const call = {
    method,
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  };
  const answered = await page.evaluate<string>(
    `fetch(${JSON.stringify(`/api/v1${path}`)}, ${JSON.stringify(call)}).then(async (answer) => JSON.stringify({ status: answer.status, text: await answer.text() }))`,
  );
  const { status, text } = JSON.parse(answered) as { status: number; text: string };
  return { status, body: text === '' ? null : (JSON.parse(text) as unknown) };
}

/** The first characters of a file that the page may read. */
export function beginningOf(page: Page, path: string): Promise<string> {
  return page.evaluate<string>(
    `fetch(${JSON.stringify(path)}).then((answer) => answer.text()).then((text) => text.slice(0, 5))`,
  );
}

/** Waits for what takes a moment in a real call. */
export async function until(
  isSo: () => Promise<boolean>,
  what: string,
  limitMs = 90_000,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`waited ${limitMs} ms in vain: ${what}`);
    await sleep(250);
  }
}
