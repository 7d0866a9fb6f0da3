import { AccountsFacade } from '../../../src/modules/accounts/index.js';
import { ReminderChoices } from '../../../src/modules/scheduling/application/reminder-choices.js';
import { Mailbox } from '../../../src/platform/mail/mailbox.js';
import { FREE_PRICE, openHours } from '../../support/hours.js';
import {
  aCategory,
  anExpert,
  aPerson,
  idempotencyKey,
  type Somebody,
} from '../../support/world.js';
import { restartTestApp, startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';

const STARTS_AT = '2026-12-02T10:00:00Z';

describe.each(STORES)('reminders on %s', (store) => {
  let test: TestApp;
  let expert: Somebody & { listingId: string };
  let learner: Somebody;
  beforeAll(async () => {
    test = await startTestApp({ store, now: '2026-11-22T10:00:00Z' });
    expert = await anExpert(test, 'Marc', await aCategory(test), { price: FREE_PRICE });
    learner = await aPerson(test, 'Lea');
    await openHours(expert);
  });
  afterAll(() => test.close());

  const book = async (startsAt: string): Promise<string> => {
    const held = await learner.http
      .post('/api/v1/bookings')
      .set(idempotencyKey())
      .send({ listingId: expert.listingId, startsAt })
      .expect(201);
    const { id } = held.body as { id: string };
    await learner.http.post(`/api/v1/bookings/${id}/confirm`).send({ payment: null }).expect(200);
    await test.settle();
    return id;
  };
  const remindersTo = async ({ email }: Somebody, id: string): Promise<number> =>
    (await test.get(Mailbox).list({ offset: 0, limit: 200 }, email)).items.filter(
      ({ subject, text }) => subject.startsWith('Soon:') && text.includes(id),
    ).length;
  /** What was cut off in mid-work is taken up again when its lease has run out. */
  const settleInTime = async (): Promise<void> => {
    for (let round = 0; round < 4; round += 1) {
      await test.settle();
      test.clock.advance({ seconds: 30 });
    }
  };
  const at = async (instant: string): Promise<void> => {
    test.clock.set(instant);
    await test.settle();
  };

  it('come as each person wants them', async () => {
    test.clock.set('2026-11-22T10:00:00Z');
    const id = await book('2026-11-27T14:00:00Z');
    await test.get(ReminderChoices).set(learner.id, [60]);
    await test.get(ReminderChoices).set(expert.id, []);
    for (const instant of ['2026-11-26T14:00:00Z', '2026-11-27T13:00:00Z', '2026-11-27T13:50:00Z'])
      await at(instant);
    expect([await remindersTo(learner, id), await remindersTo(expert, id)]).toEqual([1, 0]);
  });

  it('are chosen among those there are', async () => {
    const person = await test.get(AccountsFacade).person(learner.id);
    await expect(test.get(ReminderChoices).set(person.id, [5])).rejects.toMatchObject({
      code: 'input.invalid',
    });
    expect(await test.get(ReminderChoices).of(test.store.env['DATA_DIR'] ?? '')).toEqual([
      1440, 60, 10,
    ]);
  });

  it('reach each of the two three times, once each, also when the program is restarted at every step', async () => {
    test.clock.set('2026-11-28T10:00:00Z');
    for (const { id } of [learner, expert]) await test.get(ReminderChoices).set(id, [10, 60, 1440]);
    const id = await book(STARTS_AT);
    const counts: number[] = [];
    for (const instant of [
      '2026-12-01T09:55:00Z',
      '2026-12-01T10:00:00Z',
      '2026-12-02T09:00:00Z',
      '2026-12-02T09:50:00Z',
      '2026-12-02T09:55:00Z',
    ]) {
      test.clock.set(instant);
      test = await restartTestApp(test);
      await settleInTime();
      counts.push((await remindersTo(learner, id)) + (await remindersTo(expert, id)));
    }
    expect(counts).toEqual([0, 2, 4, 6, 6]);
  });
});
