import ICAL from 'ical.js';
import { agent as createAgent } from 'supertest';
import { BillingFacade } from '../../src/modules/billing/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { MailboxRecord } from '../../src/platform/mail/mailbox.record.js';
import { openHours } from '../support/hours.js';
import { type CalendarServer, feedOf, startCalendarServer } from '../support/calendar-server.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import {
  aCategory,
  anExpert,
  aPerson,
  GOOD_CARD,
  idempotencyKey,
  openCountries,
  type Somebody,
} from '../support/world.js';

interface BookingBody {
  id: string;
  state: string;
  startsAt: string;
  endsAt: string;
  movedBy: string | null;
  charged: { amount: { amountMinor: string }; documents: { id: string; kind: string }[] } | null;
}

const TITLE = 'Rescue your sourdough, twice; with “ümlauts” and a comma';

describe('bookings in calendars', () => {
  let test: TestApp;
  let elsewhere: CalendarServer;
  let expert: Somebody & { listingId: string };
  beforeAll(async () => {
    elsewhere = await startCalendarServer();
    test = await startTestApp({ now: '2026-11-22T10:00:00Z', env: { OUTBOUND_LOCAL: '1' } });
    await openCountries(test, 'FR');
    expert = await anExpert(test, 'Marc', await aCategory(test), { title: TITLE });
    await openHours(expert, { timeZone: 'Europe/Paris', exceptions: [], noticeMinutes: 60 });
  });
  afterAll(async () => {
    await test.close();
    await elsewhere.close();
  });

  const book = async (learner: Somebody, startsAt: string): Promise<BookingBody> => {
    const held = await learner.http
      .post('/api/v1/bookings')
      .set(idempotencyKey())
      .send({ listingId: expert.listingId, startsAt })
      .expect(201);
    const confirmed = await learner.http
      .post(`/api/v1/bookings/${(held.body as BookingBody).id}/confirm`)
      .set(idempotencyKey())
      .send({ payment: GOOD_CARD })
      .expect(200);
    await test.settle();
    return confirmed.body as BookingBody;
  };
  /** The calendar files a person was mailed about a booking, oldest first. */
  const invitesTo = async ({ email }: Somebody, id: string): Promise<Invite[]> => {
    const rows = await test.get(UnitOfWork).manager.find(MailboxRecord, {
      where: { recipient: email },
      order: { id: 'ASC' },
    });
    return rows
      .flatMap((row) => row.attachments)
      .filter(({ content }) => content.replace(/\r\n /g, '').includes(id))
      .map(({ content, contentType }) => inviteOf(content, contentType));
  };

  it('asks, changes and calls off the same entry of both calendars', async () => {
    const lea = await aPerson(test, 'Lea');
    const booking = await book(lea, '2026-11-26T09:00:00Z');
    const moved = await expert.http
      .post(`/api/v1/bookings/${booking.id}/reschedule`)
      .send({ from: booking.startsAt, to: '2026-11-27T10:30:00Z' })
      .expect(200);
    expect(moved.body).toMatchObject({
      id: booking.id,
      state: 'confirmed',
      startsAt: '2026-11-27T10:30:00Z',
      movedBy: 'expert',
    });
    await test.settle();
    await lea.http.post(`/api/v1/bookings/${booking.id}/cancel`).expect(200);
    await test.settle();
    for (const person of [lea, expert])
      expect(await invitesTo(person, booking.id)).toEqual([
        {
          method: 'REQUEST',
          sequence: 0,
          status: 'CONFIRMED',
          start: '2026-11-26T09:00:00Z',
          uid: `${booking.id}@visavis`,
          attendee: `mailto:${person.email}`,
        },
        {
          method: 'REQUEST',
          sequence: 1,
          status: 'CONFIRMED',
          start: '2026-11-27T10:30:00Z',
          uid: `${booking.id}@visavis`,
          attendee: `mailto:${person.email}`,
        },
        {
          method: 'CANCEL',
          sequence: 2,
          status: 'CANCELLED',
          start: '2026-11-27T10:30:00Z',
          uid: `${booking.id}@visavis`,
          attendee: `mailto:${person.email}`,
        },
      ]);
    expect((await test.get(BillingFacade).verifyLedger()).problems).toEqual([]);
  });

  it('writes files that calendars can read: folded, escaped, in UTC', async () => {
    const lea = await aPerson(test, 'Lea');
    const booking = await book(lea, '2026-11-28T09:00:00Z');
    const { text } = await lea.http.get(`/api/v1/bookings/${booking.id}/calendar.ics`).expect(200);
    const lines = text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text).not.toMatch(/[^\r]\n/);
    const event = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent');
    expect(event?.getFirstPropertyValue('summary')).toBe(`${TITLE}, with Marc`);
    expect(event?.getFirstPropertyValue('dtstart')?.toString()).toBe('2026-11-28T09:00:00Z');
    expect(lines.filter((line) => line.startsWith('DTSTAMP:'))).toHaveLength(1);
  });

  it('is subscribed to by a secret address that can be taken back', async () => {
    const lea = await aPerson(test, 'Lea');
    const booking = await book(lea, '2026-11-29T09:00:00Z');
    const none = await lea.http.get('/api/v1/me/calendar-feed').expect(200);
    expect(none.body).toEqual({ address: null });
    const feed = async (): Promise<string> => {
      const made = await lea.http.post('/api/v1/me/calendar-feed').expect(200);
      return new URL((made.body as { address: string }).address).pathname;
    };
    const [first, stranger] = [await feed(), createAgent(test.url)];
    const read = await stranger.get(first).expect(200);
    expect(read.headers['content-type']).toContain('text/calendar');
    expect(read.text.replace(/\r\n /g, '')).toContain(`${booking.id}@visavis`);
    const second = await feed();
    await stranger.get(first).expect(404);
    await stranger.get(second).expect(200);
    await stranger.get(second.replace(/.\.ics$/, 'x.ics')).expect(404);
    await lea.http.delete('/api/v1/me/calendar-feed').expect(204);
    await stranger.get(second).expect(404);
  });

  it('offers nothing while a calendar elsewhere says busy, and shows nobody its address', async () => {
    elsewhere.answer = (_, response) =>
      response.end(feedOf([{ from: '2026-12-01T09:00:00Z', to: '2026-12-01T12:00:00Z' }]));
    const secret = `${elsewhere.origin}/private-4711/feed.ics`;
    const added = await expert.http
      .post('/api/v1/studio/calendars')
      .send({ name: 'Work', address: secret })
      .expect(201);
    expect(JSON.stringify(added.body)).not.toContain('4711');
    const { items } = added.body as { items: { id: string; state: string; busyCount: number }[] };
    expect(items).toMatchObject([{ state: 'fine', busyCount: 1 }]);
    const lea = await aPerson(test, 'Lea');
    await lea.http
      .post('/api/v1/bookings')
      .set(idempotencyKey())
      .send({ listingId: expert.listingId, startsAt: '2026-12-01T10:00:00Z' })
      .expect(422);
    await lea.http.get('/api/v1/studio/calendars').expect(403);
    await expert.http.delete(`/api/v1/studio/calendars/${items[0]?.id}`).expect(204);
    await book(lea, '2026-12-01T10:00:00Z');
  });

  it('charges half of a late cancellation to the cent, as it was shown, with documents and true books', async () => {
    const lea = await aPerson(test, 'Lea');
    const booking = await book(lea, '2026-11-26T15:00:00Z');
    test.clock.set('2026-11-25T20:00:00Z');
    const preview = await lea.http.get(`/api/v1/bookings/${booking.id}/cancellation`).expect(200);
    expect(preview.body).toMatchObject({
      key: 'late',
      refund: { amountMinor: '1800', currency: 'EUR' },
      charge: { amountMinor: '1800', currency: 'EUR' },
    });
    await lea.http
      .post(`/api/v1/bookings/${booking.id}/cancel`)
      .send({ shown: 'in_time' })
      .expect(409);
    await lea.http
      .post(`/api/v1/bookings/${booking.id}/cancel`)
      .send({ shown: 'late' })
      .expect(200);
    await test.settle();
    const after = (await lea.http.get(`/api/v1/bookings/${booking.id}`).expect(200))
      .body as BookingBody;
    expect(after).toMatchObject({
      state: 'cancelled',
      charged: { amount: { amountMinor: '1800' } },
    });
    expect(after.charged?.documents.map(({ kind }) => kind)).toEqual(['invoice']);
    await lea.http.post(`/api/v1/bookings/${booking.id}/cancel`).send({}).expect(200);
    await test.settle();
    const sale = await test.get(BillingFacade).sale(booking.id);
    expect(sale).toMatchObject({ state: 'settled', charged: { amountMinor: 1800n } });
    expect((await test.get(BillingFacade).verifyLedger()).problems).toEqual([]);
  });
});

interface Invite {
  readonly method: string;
  readonly sequence: number;
  readonly status: string;
  readonly start: string;
  readonly uid: string;
  readonly attendee: string;
}

function inviteOf(content: string, contentType: string): Invite {
  const root = new ICAL.Component(ICAL.parse(content) as unknown[]);
  const event = root.getFirstSubcomponent('vevent');
  const method = String(root.getFirstPropertyValue('method'));
  if (!contentType.includes(`method=${method}`)) throw new Error('mail and file say two methods');
  return {
    method,
    sequence: Number(event?.getFirstPropertyValue('sequence')),
    status: String(event?.getFirstPropertyValue('status')),
    start: String(event?.getFirstPropertyValue('dtstart')),
    uid: String(event?.getFirstPropertyValue('uid')),
    attendee: String(event?.getFirstPropertyValue('attendee')).toLowerCase(),
  };
}
