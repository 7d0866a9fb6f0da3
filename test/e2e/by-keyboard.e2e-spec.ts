import type { Browser, Page } from '@playwright/test';
import { askForHelp, call } from '../../tools/addresses.mjs';
import { CHROMIUM, DESKTOP, launchBrowser, openWindow, until } from '../support/browser.js';
import { Keyboard } from '../support/keyboard.js';
import { type Program, startProgram } from '../support/program.js';

const describeWithBrowser = CHROMIUM ? describe : describe.skip;

/** The journeys of a learner and an expert who have no mouse. Every stop on the way must be seen, uncovered and large enough. */
describeWithBrowser('the whole journey by keyboard', () => {
  let program: Program;
  let browser: Browser;
  let learner: Page;
  let expert: Page;
  beforeAll(async () => {
    program = await startProgram();
    browser = await launchBrowser();
    [learner, expert] = (await Promise.all(
      ['learner, English', 'expert, English'].map(async (who) => {
        const page = await openWindow(browser, { ...DESKTOP, reducedMotion: 'reduce' });
        await page.goto(program.signInLink(who));
        await page.waitForURL((url) => url.pathname === '/');
        return page;
      }),
    )) as [Page, Page];
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
  }, 60_000);

  it('finds help with a typo, rings, talks, ends, and reviews', async () => {
    const keys = new Keyboard(learner);
    await learner.goto(program.origin('learner'));
    await keys.tabTo(/^link "Skip/);
    await keys.press('Enter');
    await keys.isGivenTo(/^main/);
    await keys.tabTo(/^(searchbox|combobox)/);
    await keys.type('my sourdogh does not rise');
    await keys.press('Enter');
    await keys.isGivenTo(/^heading "Help with/);
    await keys.activate(/^link "Rescue your sourdough/);
    await keys.isGivenTo(/^heading "Rescue your sourdough/);
    await keys.activate(/^link "Get help now/);
    await keys.isGivenTo(/^heading "Get help now/);

    await keys.tabTo(/^textbox "Your problem/);
    await keys.type('My dough stays flat');
    await keys.tabTo(/^radio "30 minutes"/);
    await keys.press('ArrowLeft');
    await keys.isGivenTo(/^radio "15 minutes" \[checked\]/);
    await keys.activate(/^button "A good card"/);
    await keys.activate(/^button "Go on to camera/);
    await keys.isGivenTo(/^heading "Camera/);
    await keys.activate(/^button "Ring /);
    await learner.waitForURL(/\/sessions\//);

    await keys.isGivenTo(/^heading "Amara/);
    const said = learner.getByTestId('announcement');
    await said.filter({ hasText: 'is here' }).waitFor();
    await keys.activate(/^button "Mute/);
    await keys.isGivenTo(/^button "Unmute/);
    await said.filter({ hasText: 'You are muted' }).waitFor();
    await keys.activate(/^button "Chat"/);
    await keys.isGivenTo(/^textbox "Write/);
    await keys.type('It has been four hours');
    await keys.press('Enter');
    await learner.getByText('It has been four hours').waitFor();
    await keys.press('Escape');
    await keys.isGivenTo(/^button "Chat"/);
    await learner.getByTestId('meter-time').filter({ hasNotText: '0:00' }).waitFor();
    await keys.activate(/^button "End"/);
    await keys.staysInDialog();
    await keys.press('Escape');
    await keys.isGivenTo(/^button "End"/);
    await keys.press('Enter');
    await keys.activate(/^button "End for both"/);
    await keys.isGivenTo(/^heading "That was your session/);

    await keys.activate(/^link "See the receipt/);
    await keys.isGivenTo(/^heading "Receipt/);
    await learner.getByText('How was it?').waitFor();
    await keys.tabTo(/^radio/);
    await keys.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await keys.isGivenTo(/^radio "5 stars out of 5" \[checked\]/);
    await keys.tabTo(/^textbox/);
    await keys.type('Calm and clear');
    await keys.activate(/^button "Send the review/);
    await keys.isGivenTo(/^heading "Thank you/);
    expect([...keys.problems]).toEqual([]);
  }, 180_000);

  it('books a time, pays for it, and calls it off', async () => {
    const keys = new Keyboard(learner);
    const { items } = await call<{ items: Offer[] }>(learner, 'GET', '/search?price=per_session');
    const offer = items.find(({ availability }) => availability.nextSlotStartsAt !== null);
    await learner.goto(`${program.origin('learner')}/listings/${offer?.id}`);
    await keys.activate(/^link "(All times|Choose a time)/);
    await keys.isGivenTo(/^heading "Book a time/);
    await keys.tabTo(/^button "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/);
    await keys.press('Space');
    await keys.tabTo(/^button "\d?\d:\d\d/);
    await keys.press('Space');
    await keys.activate(/^button "(Hold|Keep|Book|Reserve)/);
    await learner.waitForURL(/\/bookings\//);
    await keys.isGivenTo(/^heading "Booking/);
    await keys.activate(/^button "A good card"/);
    await keys.activate(/^button "(Pay|Confirm|Book)/);
    await learner.getByText('Your booking stands').waitFor();
    await keys.activate(/^button "Cancel/);
    await learner.getByRole('dialog').getByRole('button').nth(1).waitFor();
    await keys.staysInDialog();
    await keys.press('Escape');
    await keys.isGivenTo(/^button "Cancel/);
    await keys.press('Enter');
    await keys.activate(/^button "(Yes|Cancel)/);
    await learner.getByRole('link', { name: 'Choose another time' }).waitFor();
    expect([...keys.problems]).toEqual([]);
  }, 120_000);

  it('goes free, declines one ring and accepts the next', async () => {
    const keys = new Keyboard(expert);
    await expert.goto(`${program.origin('expert')}/studio`);
    await keys.tabTo(/^switch "Free now"/);
    await keys.press('Space');
    await until(
      async () =>
        (await call<{ presence: { state: string } }>(expert, 'GET', '/studio/today')).presence
          .state === 'free_now',
      'the expert is free',
    );
    const { items } = await call<{ items: Own[] }>(expert, 'GET', '/studio/listings');
    const own = items.find(({ state, draft }) => state === 'live' && draft.instant);
    const asker = await openWindow(browser, DESKTOP);
    await asker.goto(program.signInLink('learner, French'));
    await asker.waitForURL((url) => url.pathname === '/');
    await askForHelp(asker, own?.id);
    await keys.isGivenTo(/^alertdialog/);
    await keys.staysInDialog();
    await keys.activate(/^button "Decline"/);
    await keys.isGivenTo(/^switch "Free now"/);
    await askForHelp(asker, own?.id);
    await keys.isGivenTo(/^alertdialog/);
    await keys.activate(/^button "Accept"/);
    await expert.waitForURL(/\/sessions\//);
    await keys.isGivenTo(/^heading "Before you go in/);
    await keys.activate(/^button "Go in"/);
    await keys.isGivenTo(/^heading "Camille/);
    expect([...keys.problems]).toEqual([]);
  }, 120_000);
});

interface Offer {
  readonly id: string;
  readonly availability: { readonly nextSlotStartsAt: string | null };
}

interface Own {
  readonly id: string;
  readonly state: string;
  readonly draft: { readonly instant: boolean };
}
