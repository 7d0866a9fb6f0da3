import { BillingFacade } from '../../src/modules/billing/index.js';
import { openHours } from '../support/hours.js';
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
}

const OPEN = { timeZone: 'Europe/Paris', exceptions: [], noticeMinutes: 60, horizonDays: 14 };

describe('booking', () => {
  let test: TestApp;
  let expert: Somebody & { listingId: string };
  beforeAll(async () => {
    test = await startTestApp({ now: '2026-11-22T10:00:00Z' });
    await openCountries(test, 'FR', 'DE');
    expert = await anExpert(test, 'Marc', await aCategory(test));
    await openHours(expert, OPEN);
  });
  afterAll(() => test.close());

  const slots = async (somebody: Somebody, from: string): Promise<{ startsAt: string }[]> => {
    const answer = await somebody.http
      .get(`/api/v1/listings/${expert.listingId}/slots`)
      .query({ from, days: 1, timeZone: 'Asia/Kathmandu' })
      .expect(200);
    return (answer.body as { days: { slots: { startsAt: string }[] }[] }).days[0]?.slots ?? [];
  };
  const hold = (somebody: Somebody, startsAt: string | undefined) =>
    somebody.http
      .post('/api/v1/bookings')
      .set(idempotencyKey())
      .send({ listingId: expert.listingId, startsAt });
  const book = async (somebody: Somebody, startsAt: string | undefined): Promise<BookingBody> => {
    const held = (await hold(somebody, startsAt).expect(201)).body as BookingBody;
    const confirmed = await somebody.http
      .post(`/api/v1/bookings/${held.id}/confirm`)
      .set(idempotencyKey())
      .send({ payment: GOOD_CARD })
      .expect(200);
    await test.settle();
    return confirmed.body as BookingBody;
  };

  it('gives a slot to one of two rivals and offers the other the next three', async () => {
    const [lea, bob] = [await aPerson(test, 'Lea'), await aPerson(test, 'Bob')];
    const startsAt = (await slots(lea, '2026-11-25'))[0]?.startsAt;
    const answers = await Promise.all([hold(lea, startsAt), hold(bob, startsAt)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    const lost = answers.find((answer) => answer.status === 409)?.body as {
      code: string;
      facts: { nextSlots: unknown[] };
    };
    expect(lost.code).toBe('scheduling.slot_taken');
    expect(lost.facts.nextSlots).toHaveLength(3);
  });

  it('lets the money go when the learner cancels in time, after saying so to the cent', async () => {
    const lea = await aPerson(test, 'Lea');
    const booking = await book(lea, (await slots(lea, '2026-11-26'))[2]?.startsAt);
    expect(booking.state).toBe('confirmed');
    const preview = await lea.http.get(`/api/v1/bookings/${booking.id}/cancellation`).expect(200);
    expect(preview.body).toMatchObject({ refund: { amountMinor: '3600', currency: 'EUR' } });
    const cancelled = await lea.http.post(`/api/v1/bookings/${booking.id}/cancel`).expect(200);
    expect((cancelled.body as BookingBody).state).toBe('cancelled');
    await test.settle();
    const calendar = await lea.http.get(`/api/v1/bookings/${booking.id}/calendar.ics`).expect(200);
    expect(calendar.text).toContain('BEGIN:VEVENT');
    const stranger = await aPerson(test, 'Eve');
    await stranger.http.get(`/api/v1/bookings/${booking.id}`).expect(404);
    await stranger.http.post(`/api/v1/bookings/${booking.id}/cancel`).expect(404);
    expect((await test.get(BillingFacade).verifyLedger()).problems).toEqual([]);
  });

  it('says what a late cancellation costs the learner, and lets the expert call it off for nothing', async () => {
    const lea = await aPerson(test, 'Lea');
    const booking = await book(lea, (await slots(lea, '2026-11-23'))[0]?.startsAt);
    const path = `/api/v1/bookings/${booking.id}`;
    const late = await lea.http.get(`${path}/cancellation`).expect(200);
    expect(late.body).toMatchObject({ key: 'late', charge: { amountMinor: '1800' } });
    const theirs = await expert.http.get(`${path}/cancellation`).expect(200);
    expect(theirs.body).toMatchObject({ key: 'by_expert', charge: { amountMinor: '0' } });
    await expert.http.post(`${path}/cancel`).expect(200);
    await test.settle();
    const after = await lea.http.get(path).expect(200);
    expect(after.body).toMatchObject({ state: 'cancelled', charged: null });
  });

  it('opens the room in time for both', async () => {
    const lea = await aPerson(test, 'Lea');
    const booking = await book(lea, (await slots(lea, '2026-11-24'))[0]?.startsAt);
    test.clock.set(booking.startsAt);
    test.clock.advance({ minutes: -9 });
    await test.settle();
    const opened = (await lea.http.get(`/api/v1/bookings/${booking.id}`).expect(200)).body as {
      sessionId: string | null;
    };
    expect(opened.sessionId).not.toBeNull();
    await lea.http.post(`/api/v1/sessions/${opened.sessionId}/join`).expect(200);
  });
});
