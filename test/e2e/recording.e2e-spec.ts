import type { Browser, Page } from '@playwright/test';
import { findingsOn } from '../support/accessibility.js';
import {
  CHROMIUM,
  DESKTOP,
  framesShown,
  launchBrowser,
  openWindow,
  PHONE,
  until,
} from '../support/browser.js';
import { goIn, meetAtTheDoor } from '../support/one-room.js';
import { type Program, startProgram } from '../support/program.js';

const describeWithBrowser = CHROMIUM ? describe : describe.skip;
const COPY = /^Record the session/;
/** Lips and voices that are further apart are noticed. */
const APART_SECONDS_MAX = 0.1;

const VIDEOS = '[...document.querySelectorAll("[data-testid=recording-player] video")]';

interface TrackState {
  readonly seconds: number;
  readonly length: number;
  readonly width: number;
  readonly frames: number;
}

/** A phone and a desk: both agree, the program is killed in between, one takes it back, both play what there is. */
describeWithBrowser('recording a session', () => {
  let program: Program;
  let browser: Browser;
  let learner: Page;
  let expert: Page;
  beforeAll(async () => {
    program = await startProgram();
    browser = await launchBrowser();
    learner = await signedIn('learner, English', PHONE);
    expert = await signedIn('expert, English', DESKTOP);
    await meetAtTheDoor(program, learner, expert);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
  }, 60_000);

  it('asks at the door with empty boxes, and whoever did not answer again inside', async () => {
    const box = learner.getByRole('checkbox', { name: COPY });
    await box.waitFor();
    expect(await box.isChecked()).toBe(false);
    expect(await learner.getByRole('checkbox', { name: /^Hold the last/ }).isChecked()).toBe(false);
    expect(await findingsOn(learner)).toEqual([]);
    await box.check();
    await expert
      .getByText(/has agreed\.$/)
      .first()
      .waitFor();
    for (const page of [learner, expert]) await goIn(page);
    await moving();
    expect(await sign(learner).innerText()).toBe('Record');

    await expert.getByRole('button', { name: 'I agree' }).click();

    for (const page of [learner, expert]) {
      await sign(page).filter({ hasText: 'Recording' }).waitFor({ timeout: 20_000 });
      await said(page, /Recording has begun/);
    }
    expect(await findingsOn(learner)).toEqual([]);
  }, 120_000);

  it('goes on after the process was killed, and stops for both in one tap of either', async () => {
    await learner.waitForTimeout(3_000);
    await program.kill();
    await program.restart();
    for (const page of [learner, expert]) await page.reload();
    for (const page of [learner, expert])
      await goIn(page).catch(() =>
        page.getByRole('button', { name: 'End', exact: true }).waitFor(),
      );
    await moving();
    for (const page of [learner, expert])
      await sign(page).filter({ hasText: 'Recording' }).waitFor({ timeout: 30_000 });
    await learner.waitForTimeout(3_000);

    await learner.getByRole('button', { name: 'Stop', exact: true }).click();

    for (const page of [learner, expert]) {
      await sign(page).filter({ hasText: 'Record' }).waitFor();
      await said(page, /Recording has stopped/);
    }
  }, 120_000);

  it('plays both side by side afterwards, with picture and sound, sought in and at another speed', async () => {
    await expert.getByRole('button', { name: 'End', exact: true }).click();
    await expert.getByRole('button', { name: 'End for both' }).click();
    const watch = expert.getByRole('button', { name: 'Watch' });
    await watch.waitFor({ timeout: 30_000 });
    expect(await expert.getByText(/stretch(es)? (is|are) missing/).count()).toBe(1);
    await watch.click();
    const player = expert.getByTestId('recording-player');
    await player.getByRole('button', { name: 'Play' }).click();
    await until(
      async () => (await tracks()).every(({ seconds, frames }) => seconds > 1 && frames > 5),
      'both play',
      20_000,
    );
    const playing = await tracks();
    expect(playing).toHaveLength(2);
    for (const { width, length } of playing) {
      expect(width).toBeGreaterThan(100);
      expect(length).toBeGreaterThan(6);
    }

    await player.getByRole('slider').fill('2');
    await player.getByRole('combobox', { name: 'Speed' }).selectOption('1.5');
    await expert.waitForTimeout(1_500);
    const [one, other] = await tracks();
    expect(Math.abs((one?.seconds ?? 0) - (other?.seconds ?? 9))).toBeLessThan(APART_SECONDS_MAX);
    expect(one?.seconds).toBeGreaterThan(2.5);
    expect(await findingsOn(expert)).toEqual([]);
    for (const loudest of await loudness()) expect(loudest).toBeGreaterThan(0.01);
  }, 120_000);

  async function signedIn(who: string, options: typeof PHONE): Promise<Page> {
    const page = await openWindow(browser, options);
    await page.goto(program.signInLink(who));
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
    return page;
  }

  async function moving(): Promise<void> {
    for (const page of [learner, expert])
      await until(async () => (await framesShown(page)) > 5, 'a moving picture', 30_000);
  }

  const sign = (page: Page) => page.getByTestId('recording-sign');

  async function said(page: Page, what: RegExp): Promise<void> {
    await page
      .getByTestId('recording-said')
      .filter({ hasText: what })
      .waitFor({ state: 'attached' });
  }

  function tracks(): Promise<TrackState[]> {
    return expert.evaluate<TrackState[]>(`${VIDEOS}.map((video) => ({
      seconds: video.currentTime,
      length: video.duration,
      width: video.videoWidth,
      frames: video.getVideoPlaybackQuality().totalVideoFrames,
    }))`);
  }

  /** The loudest sample of each track, by decoding the whole file. */
  function loudness(): Promise<number[]> {
    return expert.evaluate<number[]>(`Promise.all(${VIDEOS}.map(async ({ src }) => {
      const bytes = await (await fetch(src)).arrayBuffer();
      const sound = await new OfflineAudioContext(1, 48000, 48000).decodeAudioData(bytes);
      return sound.getChannelData(0).reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    }))`);
  }
});
