import { randomUUID } from 'node:crypto';
import { SessionsFacade } from '../../../src/modules/sessions/index.js';
import { SchedulingFacade } from '../../../src/modules/scheduling/index.js';
import { money } from '../../../src/shared/money.js';
import { FREE_PRICE } from '../../support/hours.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import {
  aCategory,
  anExpert,
  aPerson,
  idempotencyKey,
  type Somebody,
} from '../../support/world.js';

const FREE = { price: FREE_PRICE };

describe.each(STORES)('leaving and blocking on %s', (store) => {
  let test: TestApp;
  let learner: Somebody;
  let expert: Somebody & { listingId: string };
  beforeAll(async () => {
    test = await startTestApp({ store });
    learner = await aPerson(test, 'Lea');
    expert = await anExpert(test, 'Eva', await aCategory(test), FREE);
    await test.get(SchedulingFacade).setFree(expert.id, true, { answersByItself: true });
  }, 60_000);
  afterAll(() => test.close());

  function ask(who: Somebody) {
    return who.http.post('/api/v1/help-requests').set(idempotencyKey()).send({
      listingId: expert.listingId,
      problem: 'My dough does not rise.',
      ceilingMinutes: 15,
      language: 'en',
      payment: null,
    });
  }

  async function aSession(): Promise<string> {
    const now = test.clock.now();
    const { id } = await test.get(SessionsFacade).open({
      sourceKind: 'help_request',
      sourceId: randomUUID(),
      appointmentId: randomUUID(),
      listingId: expert.listingId,
      listingTitle: 'Rescue your sourdough',
      problem: '',
      learnerId: learner.id,
      expertId: expert.id,
      terms: { model: 'free', unit: money(0n, 'EUR'), freeMinutes: 0 },
      ceilingMinutes: 15,
      ceiling: null,
      paymentId: null,
      expertIsGenerated: false,
      opensAt: now,
      waitUntil: now.add({ minutes: 10 }),
    });
    return id;
  }

  it('ends the session in one call, and neither reaches the other until it is taken back', async () => {
    const id = await aSession();
    await expert.http.post(`/api/v1/sessions/${id}/leave-and-block`).expect(204);

    const session = await learner.http.get(`/api/v1/sessions/${id}`).expect(200);
    expect(session.body).toMatchObject({ endedReason: 'ended_by_expert' });
    const refused = await ask(learner).expect(422);
    expect(refused.body).toMatchObject({ code: 'accounts.apart' });
    const line = await learner.http.post(`/api/v1/listings/${expert.listingId}/line`).expect(422);
    expect(line.body).toMatchObject({ code: 'accounts.apart' });
    // Who was blocked does not see it, and cannot undo it.
    expect((await learner.http.get('/api/v1/blocks').expect(200)).body).toEqual({ items: [] });
    await learner.http.delete(`/api/v1/blocks/${expert.id}`).expect(204);
    await ask(learner).expect(422);
    // Somebody else reaches the expert as before.
    await ask(await aPerson(test, 'Noor')).expect(201);

    const own = await expert.http.get('/api/v1/blocks').expect(200);
    expect(own.body).toMatchObject({ items: [{ id: learner.id }] });
    await expert.http.delete(`/api/v1/blocks/${learner.id}`).expect(204);
    await ask(learner).expect(201);
  });

  it('is for the two people of the session alone, and may be repeated', async () => {
    const id = await aSession();
    const stranger = await aPerson(test, 'Sam');
    await stranger.http.post(`/api/v1/sessions/${id}/leave-and-block`).expect(404);
    await learner.http.post(`/api/v1/sessions/${id}/leave-and-block`).expect(204);
    await learner.http.post(`/api/v1/sessions/${id}/leave-and-block`).expect(204);
    expect((await learner.http.get('/api/v1/blocks')).body).toMatchObject({
      items: [{ id: expert.id }],
    });
  });
});
