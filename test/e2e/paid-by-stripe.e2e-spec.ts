import { SchedulingFacade } from '../../src/modules/scheduling/index.js';
import { StripeDouble } from '../doubles/stripe/stripe-server.js';
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

interface HelpRequestBody {
  readonly id: string;
  readonly state: string;
  readonly failure: string | null;
}

describe('help that is paid through Stripe', () => {
  let stripe: StripeDouble;
  let test: TestApp;
  let categoryId: string;
  let learner: Somebody;
  beforeAll(async () => {
    stripe = await StripeDouble.start(() => Math.floor(Date.now() / 1000));
    test = await startTestApp({ env: stripe.env });
    await openCountries(test, 'FR', 'JP');
    categoryId = await aCategory(test);
  });
  beforeEach(async () => {
    learner = await aPerson(test, 'Lea');
  });
  afterAll(async () => {
    await test.close();
    await stripe.close();
  });

  const ask = async (payment: object, status: number): Promise<HelpRequestBody> => {
    const expert = await anExpert(test, 'Marc', categoryId);
    await expert.http.put('/api/v1/studio/presence').send({ free: true }).expect(200);
    await test.get(SchedulingFacade).heartbeat(expert.id);
    await test.settle();
    const answer = await learner.http
      .post('/api/v1/help-requests')
      .set(idempotencyKey())
      .send({
        listingId: expert.listingId,
        problem: 'My sourdough does not rise',
        ceilingMinutes: 15,
        language: 'en',
        payment,
      })
      .expect(status);
    await test.settle();
    return answer.body as HelpRequestBody;
  };
  const read = async (id: string): Promise<HelpRequestBody> =>
    (await learner.http.get(`/api/v1/help-requests/${id}`).expect(200)).body as HelpRequestBody;
  const token = (id: string): object => ({ method: 'token', token: id });

  it('tells the page whose form asks for the card', async () => {
    const body: unknown = (await learner.http.get('/api/v1/me').expect(200)).body;
    expect(body).toMatchObject({
      payment: { provider: 'stripe', publishableKey: 'pk_test_of_a_double' },
    });
    expect(JSON.stringify(body)).not.toContain(stripe.secretKey);
  });

  it('holds the ceiling on a tokenised card, rings the expert, and lets go when the learner withdraws', async () => {
    const { id } = await ask(token('pm_card_visa'), 201);
    expect(await read(id)).toMatchObject({ state: 'ringing' });
    expect([...stripe.store.intents.values()].at(-1)).toMatchObject({
      amount: 1800,
      status: 'requires_capture',
    });
    await learner.http.post(`/api/v1/help-requests/${id}/withdraw`).expect(200);
    await test.settle();
    expect([...stripe.store.intents.values()].at(-1)).toMatchObject({ status: 'canceled' });
  });

  it('says ahead whom it cannot pay, and asks Stripe again a day later', async () => {
    const expert = await anExpert(test, 'Aiko', categoryId, {}, 'JP');
    const sellable = async (): Promise<unknown> => {
      const page = await learner.http.get(`/api/v1/listings/${expert.listingId}`).expect(200);
      return (page.body as { sellable: unknown }).sellable;
    };
    expect(await sellable()).toEqual({ ok: false, reason: 'billing.expert_not_payable' });
    stripe.transferCountries = [...stripe.transferCountries, 'JP'];
    expect(await sellable()).toEqual({ ok: false, reason: 'billing.expert_not_payable' });
    test.clock.advance({ hours: 25 });
    learner = await aPerson(test, 'Lou');
    expect(await sellable()).toEqual({ ok: true, reason: null });
  });

  it('refuses a card number: it should never have left the form of the provider', async () => {
    const body: unknown = await ask(GOOD_CARD, 400);
    expect(body).toMatchObject({ facts: { problems: [{ field: 'payment' }] } });
  });

  it('tells that the card was declined', async () => {
    const { id } = await ask(token('pm_card_chargeDeclined'), 201);
    expect(await read(id)).toMatchObject({ state: 'declined_card', failure: 'card_declined' });
  });

  it("rings nobody before the bank has answered in the provider's own form", async () => {
    const { id } = await ask(token('pm_card_authenticationRequired'), 201);
    expect(await read(id)).toMatchObject({ state: 'authentication_needed' });
    const stranger = await aPerson(test, 'Mallory');
    await stranger.http.get(`/api/v1/help-requests/${id}/authenticate`).expect(404);
    const asked = await learner.http.get(`/api/v1/help-requests/${id}/authenticate`).expect(200);
    const { secret } = asked.body as { secret: string };
    const intent = [...stripe.store.intents.values()].find(({ id: own }) => secret.startsWith(own));
    expect(intent?.status).toBe('requires_action');
    stripe.answerBank(Object.values(intent?.metadata ?? {})[0] ?? '', true);
    await learner.http
      .post(`/api/v1/help-requests/${id}/authenticate`)
      .send({ outcome: 'approved' })
      .expect(200);
    await test.settle();
    expect(await read(id)).toMatchObject({ state: 'ringing' });
  });
});
