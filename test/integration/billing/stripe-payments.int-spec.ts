import fc from 'fast-check';
import { MoveMoney } from '../../../src/modules/billing/application/move-money.js';
import { PaymentGateway } from '../../../src/modules/billing/application/ports.js';
import { type AuthoriseInput, BillingFacade } from '../../../src/modules/billing/index.js';
import {
  PaymentRecord,
  WebhookRecord,
} from '../../../src/modules/billing/persistence/payment.records.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Ids } from '../../../src/platform/ids.js';
import { money } from '../../../src/shared/money.js';
import { type Fault, StripeDouble } from '../../doubles/stripe/stripe-server.js';
import { FakeClock } from '../../support/fake-clock.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** The client pauses before it tries again, so each history takes its time. */
const HISTORIES = 12;
const NOW = '2026-11-22T10:00:00Z';

describe('payments through Stripe', () => {
  let test: TestApp;
  let stripe: StripeDouble;
  let clock: FakeClock;
  beforeAll(async () => {
    clock = new FakeClock(NOW);
    stripe = await StripeDouble.start(() => Math.floor(clock.now().epochMilliseconds / 1000));
    test = await startTestApp({ now: NOW, env: stripe.env });
    clock = test.clock;
  });
  afterEach(() => stripe.heal());
  afterAll(async () => {
    await test.close();
    await stripe.close();
  });

  const billing = (): BillingFacade => test.get(BillingFacade);
  const asking = (token = 'pm_card_visa'): AuthoriseInput => ({
    key: test.get(Ids).next(),
    payerId: test.get(Ids).next(),
    amount: money(1800n, 'EUR'),
    card: { token },
    purpose: { kind: 'help_request', id: test.get(Ids).next() },
  });
  const manager = (): UnitOfWork['manager'] => test.get(UnitOfWork).manager;
  const recordOf = (requestKey: string): Promise<PaymentRecord> =>
    manager().findOneByOrFail(PaymentRecord, { requestKey });

  it('holds the amount on the card that its form tokenised, and learns which card it was', async () => {
    const payment = await billing().authorise(asking());
    expect(payment).toMatchObject({
      state: 'authorised',
      card: { brand: 'visa', lastFour: '4242' },
      holdEndsAt: '2026-11-29T10:00:00Z',
    });
    expect(stripe.intentOf(payment.id)).toMatchObject({
      amount: 1800,
      currency: 'eur',
      status: 'requires_capture',
    });
  });

  it('tells one card from another by the fingerprint that Stripe gives it', async () => {
    const prints = await Promise.all(
      ['pm_one', 'pm_other', 'pm_one'].map((token) => billing().cardFingerprint({ token })),
    );
    expect(prints).toEqual(['print_of_pm_one', 'print_of_pm_other', 'print_of_pm_one']);
  });

  it('never takes a card number, whatever the page sends', async () => {
    const card = { number: '4242 4242 4242 4242', expiry: '12/30', cvc: '123' };
    await expect(billing().authorise({ ...asking(), card })).rejects.toMatchObject({
      problems: [{ field: 'payment', rule: 'payment_form' }],
    });
  });

  it.each([
    ['pm_card_chargeDeclined', 'card_declined'],
    ['pm_card_chargeDeclinedInsufficientFunds', 'insufficient_funds'],
  ])('tells why %s was refused', async (token, failure) => {
    expect(await billing().authorise(asking(token))).toMatchObject({ state: 'failed', failure });
  });

  it('refuses a token that Stripe does not know, and a currency it cannot charge to the last unit', async () => {
    await expect(billing().authorise(asking('pm_of_nobody'))).rejects.toMatchObject({
      code: 'billing.provider_refused',
    });
    await expect(
      billing().authorise({ ...asking(), amount: money(18_005n, 'KWD') }),
    ).rejects.toMatchObject({ code: 'billing.provider_refused' });
  });

  it("gives the bank's question to the payer's page alone, and follows how it ended", async () => {
    for (const [isApproved, state, failure] of [
      [true, 'authorised', null],
      [false, 'failed', 'authentication_failed'],
    ] as const) {
      const input = asking('pm_card_authenticationRequired');
      const { id, state: asked } = await billing().authorise(input);
      expect(asked).toBe('authentication_needed');
      const secret = await billing().challengeSecret(id, input.payerId);
      expect(secret).toContain('_secret_');
      await expect(billing().challengeSecret(id, test.get(Ids).next())).rejects.toMatchObject({
        code: 'payment.not_found',
      });
      // The page asks before the bank has answered: nothing is known yet, and nothing is settled by asking.
      expect(await billing().answerChallenge(id, input.payerId, 'approved')).toMatchObject({
        state: 'authentication_needed',
      });
      stripe.answerBank(id, isApproved);
      expect(await billing().answerChallenge(id, input.payerId, 'approved')).toMatchObject({
        state,
        failure,
      });
      expect(await billing().challengeSecret(id, input.payerId)).toBeNull();
    }
  });

  it('captures a part, releases the rest, and refunds no more than was captured', async () => {
    const { id } = await billing().authorise(asking());
    const moves = test.get(MoveMoney);
    await Promise.all([
      moves.capture(id, money(1234n, 'EUR')),
      moves.capture(id, money(1234n, 'EUR')),
    ]);
    await moves.refund(id, money(234n, 'EUR'), 'one');
    await moves.refund(id, money(234n, 'EUR'), 'one');
    expect(await billing().payment(id)).toMatchObject({
      state: 'partially_refunded',
      captured: money(1234n, 'EUR'),
      refunded: money(234n, 'EUR'),
    });
    await expect(moves.refund(id, money(1001n, 'EUR'), 'two')).rejects.toMatchObject({
      code: 'billing.provider_refused',
    });
    await moves.refund(id, money(1000n, 'EUR'), 'three');
    expect(await billing().payment(id)).toMatchObject({ state: 'refunded' });
  });

  it('lets go of a hold once, and captures nothing of one that Stripe let go', async () => {
    const { id } = await billing().authorise(asking());
    await Promise.all([billing().void(id, 'a'), billing().void(id, 'b')]);
    expect(await billing().payment(id)).toMatchObject({ state: 'voided' });
    const gone = await billing().authorise(asking());
    stripe.letHoldRunOut(gone.id);
    expect(await test.get(MoveMoney).capture(gone.id, money(100n, 'EUR'))).toMatchObject({
      state: 'expired',
      failure: 'hold_expired',
    });
  });

  it('counts what Stripe keeps for us', async () => {
    const kept = async (): Promise<bigint> =>
      (await test.get(PaymentGateway).balances())
        .filter(({ currency }) => currency === 'EUR')
        .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    const before = await kept();
    const { id } = await billing().authorise(asking());
    expect(await kept()).toBe(before);
    await test.get(MoveMoney).capture(id, money(700n, 'EUR'));
    await test.get(MoveMoney).refund(id, money(50n, 'EUR'), 'once');
    expect(await kept()).toBe(before + 650n);
  });

  describe('webhooks', () => {
    const post = (body: string, signature: string): Promise<Response> =>
      fetch(`${test.url}/api/webhooks/stripe`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'stripe-signature': signature },
        body,
      });

    it('tell of what happened at Stripe alone', async () => {
      const { id } = await billing().authorise(asking('pm_card_authenticationRequired'));
      stripe.answerBank(id, true);
      const { body } = stripe.events.at(-1) ?? { body: '' };
      expect((await post(body, stripe.sign(body))).status).toBe(204);
      await test.settle();
      expect(await billing().payment(id)).toMatchObject({ state: 'authorised' });
    });

    it('are refused when forged, changed or sent again long after', async () => {
      const body = stripe.events.at(-1)?.body ?? '';
      const now = Math.floor(test.clock.now().epochMilliseconds / 1000);
      expect((await post(body, stripe.sign(body, 'whsec_of_somebody'))).status).toBe(400);
      expect((await post(`${body} `, stripe.sign(body))).status).toBe(400);
      expect((await post(body, stripe.sign(body, undefined, now - 600))).status).toBe(400);
      expect((await post(body, '')).status).toBe(400);
    });

    it('are passed over when they are about something else or somebody else', async () => {
      const known = await manager().count(WebhookRecord);
      for (const object of [
        { id: 'cus_1', object: 'customer' },
        { id: 'pi_of_another_program', object: 'payment_intent' },
      ]) {
        const body = JSON.stringify({ id: `evt_${object.id}`, type: 'x', data: { object } });
        expect((await post(body, stripe.sign(body))).status).toBe(204);
      }
      await test.settle();
      expect(await manager().count(WebhookRecord)).toBe(known + 1);
    });

    it.each([
      ['doubled', (all: readonly string[]) => [...all, ...all]],
      ['reordered', (all: readonly string[]) => [...all].reverse()],
      ['late', (all: readonly string[]) => all.slice(0, 1)],
      ['lost', () => []],
    ])('end in the same state when they are %s', async (_, order) => {
      const from = stripe.events.length;
      const { id } = await billing().authorise(asking());
      await test.get(MoveMoney).capture(id, money(900n, 'EUR'));
      await test.get(MoveMoney).refund(id, money(100n, 'EUR'), 'once');
      const before = await manager().findOneByOrFail(PaymentRecord, { id });
      const bodies = stripe.events.slice(from).map(({ body }) => body);
      expect(bodies).toHaveLength(3);
      for (const body of order(bodies)) await post(body, stripe.sign(body));
      await test.settle();
      expect(await manager().findOneByOrFail(PaymentRecord, { id })).toEqual(before);
      expect(before).toMatchObject({ state: 'partially_refunded', refundedMinor: 100n });
    });
  });

  describe('on a bad line', () => {
    /** What came of a step, however often it had to be asked for. */
    const insist = async <T>(step: () => Promise<T>): Promise<T> => {
      for (let turn = 0; ; turn += 1) {
        try {
          return await step();
        } catch (error) {
          const { code } = error as { code?: string };
          if (code !== 'billing.provider_unavailable' || turn === 9) throw error;
        }
      }
    };
    /** The client itself tries a call three times. */
    const GIVES_UP = [null, 'lost', 'answer_lost', 'down'] as const;

    it('finds the hold that was made when every answer was lost', async () => {
      const input = asking();
      stripe.fail('answer_lost', 'answer_lost', 'answer_lost');
      await expect(billing().authorise(input)).rejects.toMatchObject({
        code: 'billing.provider_unavailable',
      });
      expect(await recordOf(input.key)).toMatchObject({ state: 'created' });
      test.clock.advance({ minutes: 3 });
      await test.settle();
      expect(await recordOf(input.key)).toMatchObject({ state: 'authorised' });
    }, 20_000);

    it('gives up a payment that never arrived, and holds nothing', async () => {
      const input = asking();
      stripe.fail('lost', 'lost', 'lost');
      await expect(billing().authorise(input)).rejects.toMatchObject({
        code: 'billing.provider_unavailable',
      });
      test.clock.advance({ minutes: 3 });
      await test.settle();
      const payment = await recordOf(input.key);
      expect(payment).toMatchObject({ state: 'failed', failure: 'not_sent' });
      expect(stripe.intentOf(payment.id)).toBeUndefined();
    }, 20_000);

    it('charges exactly once and gives back exactly once, whichever calls and answers are lost', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom<Fault | null>(...GIVES_UP), { maxLength: 6 }),
          fc.bigInt({ min: 1n, max: 1800n }),
          async (faults, captured) => {
            stripe.fail(...faults);
            const input = asking();
            const { id } = await insist(() => billing().authorise(input));
            const moves = test.get(MoveMoney);
            await insist(() => moves.capture(id, money(captured, 'EUR')));
            await insist(() => moves.refund(id, money(1n, 'EUR'), 'once'));
            stripe.heal();
            const intents = stripe.intentsOf(id);
            expect(intents).toHaveLength(1);
            expect(intents[0]).toMatchObject({ received: Number(captured), refunded: 1 });
            expect(await recordOf(input.key)).toMatchObject({
              capturedMinor: captured,
              refundedMinor: 1n,
            });
          },
        ),
        { numRuns: HISTORIES, endOnFailure: true },
      );
    }, 120_000);
  });
});
