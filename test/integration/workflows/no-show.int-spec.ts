import { SchedulingFacade } from '../../../src/modules/scheduling/index.js';
import { SessionRuntime } from '../../../src/modules/sessions/application/session-runtime.js';
import { FREE_PRICE, openHours } from '../../support/hours.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import {
  aCategory,
  anExpert,
  aPerson,
  idempotencyKey,
  type Somebody,
} from '../../support/world.js';

interface BookingBody {
  id: string;
  state: string;
  startsAt: string;
  sessionId: string | null;
}

/** Who came is what the media saw; nobody is asked. */
describe.each(STORES)('a booking that somebody did not come to, on %s', (store) => {
  let test: TestApp;
  let expert: Somebody & { listingId: string };
  let learner: Somebody;
  beforeAll(async () => {
    test = await startTestApp({ store, now: '2026-11-22T08:00:00Z' });
    expert = await anExpert(test, 'Marc', await aCategory(test), { price: FREE_PRICE });
    learner = await aPerson(test, 'Lea');
    await openHours(expert);
  });
  afterAll(() => test.close());

  const read = async (id: string): Promise<BookingBody> =>
    (await learner.http.get(`/api/v1/bookings/${id}`).expect(200)).body as BookingBody;
  /** Booked, the room open, and whoever came has come; then ten minutes pass after the start. */
  const meet = async (startsAt: string, ...present: readonly Somebody[]): Promise<BookingBody> => {
    const held = await learner.http
      .post('/api/v1/bookings')
      .set(idempotencyKey())
      .send({ listingId: expert.listingId, startsAt })
      .expect(201);
    const { id } = held.body as BookingBody;
    await learner.http.post(`/api/v1/bookings/${id}/confirm`).send({ payment: null }).expect(200);
    await test.settle();
    test.clock.set(startsAt);
    test.clock.advance({ minutes: -5 });
    await test.settle();
    const { sessionId } = await read(id);
    const runtime = test.get(SessionRuntime);
    const atMs = test.clock.now().epochMilliseconds;
    for (const { id: personId } of present) {
      const seen = { source: 'media', kind: 'connected', atMs } as const;
      await runtime.witness(sessionId ?? '', personId, seen);
      await runtime.witness(sessionId ?? '', personId, { source: 'heartbeat', seq: 1, atMs });
    }
    test.clock.advance({ minutes: 16 });
    await runtime.tick();
    await test.settle();
    return read(id);
  };
  const endedBy = async (id: string): Promise<unknown> =>
    (await test.get(SchedulingFacade).booking(id, learner.id)).endedBy;

  it('is a no-show of the learner when only the expert came', async () => {
    const booking = await meet('2026-11-22T10:00:00Z', expert);
    expect(booking.state).toBe('no_show');
    expect(await endedBy(booking.id)).toBe('learner');
  });

  it('is a no-show of the expert when only the learner came', async () => {
    const booking = await meet('2026-11-22T12:00:00Z', learner);
    expect(booking.state).toBe('no_show');
    expect(await endedBy(booking.id)).toBe('expert');
  });

  it('is none when both came', async () => {
    const booking = await meet('2026-11-22T14:00:00Z', learner, expert);
    expect(booking.state).not.toBe('no_show');
  });
});
