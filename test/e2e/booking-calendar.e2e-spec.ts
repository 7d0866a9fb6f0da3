import type { Browser, Locator, Page } from '@playwright/test';
import { findingsOn } from '../support/accessibility.js';
import {
  ask,
  CHROMIUM,
  DESKTOP,
  launchBrowser,
  openWindow,
  PHONE,
  send,
  until,
} from '../support/browser.js';
import { type CalendarServer, feedOf, startCalendarServer } from '../support/calendar-server.js';
import { type Program, startProgram } from '../support/program.js';
import { GOOD_CARD } from '../support/world.js';

interface Availability {
  daysOff: { from: string; until: string; label: string }[];
  exceptions: { date: string; hours: { startsAt: string; endsAt: string }[] }[];
  maxPerDay: number | null;
}

interface Booking {
  id: string;
  state: string;
  startsAt: string;
  movedBy: string | null;
}

const describeWithBrowser = CHROMIUM ? describe : describe.skip;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  startsAt: '06:00',
  endsAt: '22:00',
}));

/** Hours set on one page, a time picked, moved and called off on another. */
describeWithBrowser('booking by the calendar', () => {
  let program: Program;
  let browser: Browser;
  let expert: Page;
  let learner: Page;
  let elsewhere: CalendarServer;
  let listingId: string;
  beforeAll(async () => {
    elsewhere = await startCalendarServer();
    program = await startProgram({ OUTBOUND_LOCAL: '1' });
    browser = await launchBrowser();
    [expert, learner] = await Promise.all([
      openWindow(browser, DESKTOP),
      openWindow(browser, PHONE),
    ]);
    await Promise.all([enter(expert, 'expert'), enter(learner, 'learner')]);
    const { items } = await ask<{ items: { id: string; state: string }[] }>(
      expert,
      '/studio/listings',
    );
    listingId = items.find(({ state }) => state === 'live')?.id ?? '';
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
    await elsewhere.close();
  }, 60_000);

  async function enter(page: Page, name: string): Promise<void> {
    const link = new RegExp(`http://${name}\\.localhost:\\d+/sign-in/link/\\S+`);
    await page.goto(link.exec(program.output())?.[0] ?? 'no link was printed');
    await page.waitForURL((url) => url.pathname === '/');
  }
  const isPressed = (button: Locator): Promise<void> =>
    until(async () => (await button.getAttribute('aria-pressed')) === 'true', 'it is pressed');
  const bookings = async (page: Page): Promise<Booking[]> =>
    (await ask<{ items: Booking[] }>(page, '/bookings')).items;

  it('lets an expert set dates, days off and limits, and keeps them', async () => {
    await expert.goto(`${program.origin('expert')}/studio/availability`);
    await expert.getByRole('heading', { name: 'Your week' }).waitFor();
    await expert.getByRole('button', { name: 'Add a date' }).press('Enter');
    const date = expert.getByRole('group', { name: /^Date \d/ }).last();
    await date.getByLabel('Date', { exact: true }).fill('2031-12-26');
    await expert.getByRole('button', { name: 'Add days off' }).press('Enter');
    await expert.getByLabel('First day').last().fill('2031-07-01');
    await expert.getByLabel('Last day').last().fill('2031-07-20');
    await expert
      .getByLabel(/What for/)
      .last()
      .fill('Sea');
    await expert.getByLabel('At most per day').selectOption('3');
    expect(await findingsOn(expert)).toEqual([]);
    await expert.getByRole('button', { name: 'Save the hours' }).press('Enter');
    await expert.getByText('Saved.').first().waitFor();
    await expert.reload();
    expect(await expert.getByLabel('At most per day').inputValue()).toBe('3');
    const kept = await ask<Availability>(expert, '/studio/availability');
    expect(kept.maxPerDay).toBe(3);
    expect(kept.daysOff).toContainEqual({ from: '2031-07-01', until: '2031-07-20', label: 'Sea' });
    expect(kept.exceptions).toContainEqual({
      date: '2031-12-26',
      hours: [{ startsAt: '09:00', endsAt: '12:00' }],
    });
    const open = { ...kept, weekly: EVERY_DAY, noticeMinutes: 0, maxPerDay: null };
    expect((await send(expert, 'PUT', '/studio/availability', open)).status).toBe(200);
  }, 60_000);

  it('reads a calendar from elsewhere, and goes on answering while one has a rule that is never met', async () => {
    const trap = feedOf([{ from: '2026-12-01T09:00:00Z', to: '2026-12-01T10:00:00Z' }]).replace(
      'SUMMARY:Dentist',
      'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    );
    elsewhere.answer = ({ url }, response) =>
      response.end(
        url === '/trap.ics'
          ? trap
          : feedOf([{ from: '2099-12-01T09:00:00Z', to: '2099-12-01T10:00:00Z' }]),
      );
    await expert.getByLabel('Name').fill('Trap');
    await expert.getByLabel('Address').first().fill(`${elsewhere.origin}/trap.ics`);
    await expert.getByRole('button', { name: 'Add the calendar' }).click();
    const began = Date.now();
    await ask(learner, '/home');
    expect(Date.now() - began).toBeLessThan(3_000);
    await expert.getByText('What is there is no calendar.').waitFor();
    await expert.getByRole('button', { name: 'Remove the calendar Trap' }).click();
    await expert.getByLabel('Name').fill('Work');
    await expert.getByLabel('Address').first().fill(`${elsewhere.origin}/feed.ics`);
    await expert.getByRole('button', { name: 'Add the calendar' }).click();
    await expert.getByText('0 busy times to come').waitFor();
    expect(await findingsOn(expert)).toEqual([]);
  }, 60_000);

  it('shows times in the zone and the hours the learner chooses, by keyboard, and keeps them in the address', async () => {
    await learner.goto(`${program.origin('learner')}/listings/${listingId}/book`);
    await learner.getByLabel('Time zone').selectOption('Asia/Tokyo');
    await learner.getByText('Times in the zone Asia/Tokyo').waitFor();
    await learner.getByLabel('Hours', { exact: true }).selectOption('12');
    const days = learner.getByRole('list', { name: 'Days with open times' }).getByRole('button');
    await days.first().focus();
    await learner.keyboard.press('ArrowRight');
    await learner.keyboard.press('ArrowRight');
    await learner.keyboard.press('Enter');
    await isPressed(days.nth(2));
    const times = learner.getByRole('button', { name: /^\d\d:\d\d\s?(am|pm)$/i });
    await times.first().focus();
    await learner.keyboard.press('ArrowRight');
    await learner.keyboard.press('Enter');
    await isPressed(times.nth(1));
    const address = new URL(learner.url());
    expect(address.searchParams.get('zone')).toBe('Asia/Tokyo');
    expect(address.searchParams.get('day')).toMatch(/^\d{4}-\d\d-\d\d$/);
    const picked = address.searchParams.get('slot');
    await learner.reload();
    expect(await learner.getByLabel('Time zone').inputValue()).toBe('Asia/Tokyo');
    await learner.getByRole('button', { pressed: true, name: /am|pm/i }).waitFor();
    expect(await findingsOn(learner)).toEqual([]);
    await learner.getByRole('button', { name: 'Keep this time for me' }).click();
    await learner.waitForURL((url) => url.pathname.startsWith('/bookings/'));
    const [held] = await bookings(learner);
    expect(Date.parse(held?.startsAt ?? '')).toBe(Date.parse(picked ?? ''));
    const path = `/bookings/${held?.id}/confirm`;
    const paid = await send(learner, 'POST', path, { payment: GOOD_CARD });
    expect(paid).toMatchObject({ status: 200, body: { state: 'confirmed' } });
  }, 80_000);

  it('moves the booking, shows how it was moved, and calls it off for what was shown', async () => {
    const before = (await bookings(learner)).find(({ state }) => state === 'confirmed');
    await learner.goto(`${program.origin('learner')}/bookings/${before?.id}`);
    await learner.getByRole('button', { name: 'Move', exact: true }).click();
    const days = learner.getByRole('list', { name: 'Days with open times' }).getByRole('button');
    await days.nth(4).click();
    await isPressed(days.nth(4));
    await learner
      .getByRole('button', { name: /^\d\d:\d\d/ })
      .nth(3)
      .click();
    await learner.getByRole('button', { name: 'Move the booking' }).click();
    await learner.getByText('by the learner').waitFor();
    const after = (await bookings(learner)).find(({ id }) => id === before?.id);
    expect(after).toMatchObject({ state: 'confirmed', movedBy: 'learner' });
    expect(after?.startsAt).not.toBe(before?.startsAt);
    expect(await findingsOn(learner)).toEqual([]);
    await learner.getByRole('button', { name: 'Cancel', exact: true }).click();
    await learner.getByText('If you cancel now you get back').waitFor();
    await learner.getByRole('button', { name: 'Yes, cancel' }).click();
    await until(
      async () =>
        (await bookings(learner)).find(({ id }) => id === before?.id)?.state === 'cancelled',
      'the booking is called off',
    );
  }, 60_000);

  it('lets anybody choose reminders and make an address for their calendar', async () => {
    await learner.goto(`${program.origin('learner')}/bookings`);
    await learner.getByText('Calendar and reminders').click();
    await learner.getByLabel('an hour before').uncheck();
    await until(
      async () =>
        (await ask<{ minutes: number[] }>(learner, '/me/reminders')).minutes.join() === '1440,10',
      'the choice is kept',
    );
    await learner.getByRole('button', { name: 'Make an address' }).click();
    const address = await learner.getByLabel('Address').inputValue();
    expect(address).toMatch(/\/api\/v1\/calendar-feeds\/\S+\.ics$/);
    expect(await findingsOn(learner)).toEqual([]);
  }, 60_000);
});
