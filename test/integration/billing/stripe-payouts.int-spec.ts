import { PayExperts } from '../../../src/modules/billing/application/pay-experts.js';
import { BillingFacade } from '../../../src/modules/billing/index.js';
import { StripeWebhooks } from '../../../src/modules/billing/integrations/stripe/stripe-webhooks.js';
import { money } from '../../../src/shared/money.js';
import { StripeDouble } from '../../doubles/stripe/stripe-server.js';
import type { FakeClock } from '../../support/fake-clock.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { BillingScene } from './billing-scene.js';

const NOW = '2026-11-22T10:00:00Z';

describe('paying experts out through Stripe Connect', () => {
  let test: TestApp;
  let stripe: StripeDouble;
  let scene: BillingScene;
  let clock: FakeClock | null = null;
  beforeAll(async () => {
    const seconds = (): number =>
      Math.floor((clock?.now().epochMilliseconds ?? Date.parse(NOW)) / 1000);
    stripe = await StripeDouble.start(seconds);
    test = await startTestApp({ now: NOW, env: { ...stripe.env, PAYOUT_MINIMUM: '5' } });
    clock = test.clock;
    scene = await new BillingScene(test).open('FR');
  });
  afterEach(() => stripe.heal());
  afterAll(async () => {
    await test.close();
    await stripe.close();
  });

  const billing = (): BillingFacade => test.get(BillingFacade);
  const accountOf = (expertId: string) =>
    [...stripe.connect.accounts.values()].find(
      ({ metadata }) => metadata['visavis_expert'] === expertId,
    );
  const begin = async (): Promise<string> => {
    const expertId = await scene.expert();
    const owner = { expertId, email: 'o@visavis.example', country: 'FR' };
    const url = await billing().payoutOnboardingUrl(owner, 'https://here.example/studio/earnings');
    expect(url).toBe(`https://connect.stripe.com/setup/e/${accountOf(expertId)?.id}`);
    return expertId;
  };
  const tellAll = async (): Promise<void> => {
    for (const { body } of stripe.events)
      await test.get(StripeWebhooks).receive(body, stripe.sign(body));
    await test.settle();
  };
  const onboard = async (): Promise<string> => {
    const expertId = await begin();
    stripe.finishOnboarding(accountOf(expertId)?.id ?? '', '3000');
    await tellAll();
    return expertId;
  };
  const earn = async (expertId: string): Promise<void> => {
    const learnerId = await scene.person();
    const { id: paymentId } = await billing().authorise({
      key: scene.id(),
      payerId: learnerId,
      amount: money(1800n, 'EUR'),
      card: { token: 'pm_card_visa' },
      purpose: { kind: 'help_request', id: scene.id() },
    });
    const people = { learnerId, expertId };
    await billing().settle(scene.sessionOn(paymentId, people));
    test.clock.advance({ hours: 72 });
  };
  const round = async (): Promise<void> => {
    await test.get(PayExperts).round();
    await test.settle();
  };

  it('follows an account from the first link until Stripe pays to it', async () => {
    const expertId = await begin();
    expect((await billing().payoutsOf(expertId)).account).toMatchObject({
      state: 'incomplete',
      requirements: ['external_account'],
    });
    stripe.finishOnboarding(accountOf(expertId)?.id ?? '', '3000');
    await tellAll();
    expect((await billing().payoutsOf(expertId)).account).toEqual({
      state: 'active',
      requirements: [],
      destination: '•••• 3000',
      frozenUntil: null,
    });
  });

  it('makes one account for one expert, however often the link is asked for', async () => {
    const expertId = await begin();
    await billing().payoutOnboardingUrl(
      { expertId, email: 'o@visavis.example', country: 'FR' },
      'https://here.example/',
    );
    const own = [...stripe.connect.accounts.values()].filter(
      ({ metadata }) => metadata['visavis_expert'] === expertId,
    );
    expect(own).toHaveLength(1);
  });

  it('transfers once what is due, also when the answer is lost, and agrees with the balance', async () => {
    const expertId = await onboard();
    await earn(expertId);
    stripe.fail('answer_lost', 'answer_lost', 'answer_lost');
    await round();
    stripe.heal();
    test.clock.advance({ minutes: 10 });
    await test.settle();
    const own = [...stripe.connect.transfers.values()].filter(
      ({ destination }) => destination === accountOf(expertId)?.id,
    );
    expect(own).toMatchObject([{ amount: 938, currency: 'eur' }]);
    expect((await billing().payoutsOf(expertId)).payouts).toMatchObject([{ state: 'sent' }]);
    expect((await billing().verifyLedger()).problems).toEqual([]);
    test.clock.advance({ hours: 24 });
    await test.settle();
    expect((await billing().payoutsOf(expertId)).payouts).toMatchObject([{ state: 'paid' }]);
  });

  it('says what Stripe refused, and owes it again', async () => {
    const expertId = await onboard();
    await earn(expertId);
    const account = accountOf(expertId);
    if (account) account.isRestricted = true;
    await round();
    expect((await billing().payoutsOf(expertId)).payouts).toMatchObject([
      { state: 'refused', failure: 'insufficient_capabilities_for_transfer' },
    ]);
    expect((await billing().verifyLedger()).problems).toEqual([]);
  });
});
