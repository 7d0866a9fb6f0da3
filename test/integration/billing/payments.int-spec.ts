import { BillingFacade } from '../../../src/modules/billing/index.js';
import type { AuthoriseInput } from '../../../src/modules/billing/index.js';
import { SandboxWebhooks } from '../../../src/modules/billing/integrations/sandbox/sandbox-webhooks.js';
import { PaymentGateway } from '../../../src/modules/billing/application/ports.js';
import {
  GatewayCallRecord,
  PaymentRecord,
  WebhookRecord,
} from '../../../src/modules/billing/persistence/payment.records.js';
import { SandboxIntentRecord } from '../../../src/modules/billing/persistence/sandbox.records.js';
import { MoveMoney } from '../../../src/modules/billing/application/move-money.js';
import { PaymentStandings } from '../../../src/modules/billing/application/payment-standing.js';
import { ReconcilePayment } from '../../../src/modules/billing/application/reconcile-payment.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Ids } from '../../../src/platform/ids.js';
import { money } from '../../../src/shared/money.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';

const CARD = { number: '4242 4242 4242 4242', expiry: '12/30', cvc: '123' };

describe.each(STORES)('payments through the sandbox on %s', (store) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ store });
  });
  afterAll(() => test.close());

  const billing = (): BillingFacade => test.get(BillingFacade);
  const asking = (changes: Partial<AuthoriseInput> = {}): AuthoriseInput => ({
    key: test.get(Ids).next(),
    payerId: test.get(Ids).next(),
    amount: money(1800n, 'EUR'),
    card: CARD,
    purpose: { kind: 'help_request', id: test.get(Ids).next() },
    ...changes,
  });
  const withCard = (number: string): AuthoriseInput => asking({ card: { ...CARD, number } });
  const manager = (): UnitOfWork['manager'] => test.get(UnitOfWork).manager;
  const intentOf = async (reference: string): Promise<SandboxIntentRecord> =>
    manager().findOneByOrFail(SandboxIntentRecord, { reference });

  it('holds the amount on a good card and keeps no more of the card than brand and last digits', async () => {
    const payment = await billing().authorise(asking());
    expect(payment).toMatchObject({
      state: 'authorised',
      failure: null,
      card: { brand: 'visa', lastFour: '4242' },
    });
    await test.settle();
    const rows = await Promise.all(
      ['billing_payments', 'billing_gateway_calls', 'billing_webhooks', 'billing_sandbox_intents']
        .concat('platform_outbox')
        .map((table) => manager().query<unknown[]>(`SELECT * FROM ${table}`)),
    );
    const text = JSON.stringify(rows, (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
    expect(text).not.toMatch(/4242 ?4242/);
  });

  it.each([
    ['4000 0000 0000 0002', 'card_declined'],
    ['4000 0000 0000 9995', 'insufficient_funds'],
    ['4111 1111 1111 1111', 'not_a_test_card'],
  ])('tells why the card %s was refused', async (number, failure) => {
    expect(await billing().authorise(withCard(number))).toMatchObject({ state: 'failed', failure });
  });

  it('names every field of a card that cannot be right', async () => {
    const card = { number: '4242 4242 4242 4241', expiry: '10/26', cvc: '1' };
    await expect(billing().authorise(asking({ card }))).rejects.toMatchObject({
      problems: [
        { field: 'number', rule: 'card_number' },
        { field: 'expiry', rule: 'card_expired' },
        { field: 'cvc', rule: 'card_cvc' },
      ],
    });
  });

  it('gives the same payment for the same key and refuses another body under it', async () => {
    const input = asking();
    const [first, second] = await Promise.all([
      billing().authorise(input),
      billing().authorise(input),
    ]);
    expect(second.id).toBe(first.id);
    expect(await manager().countBy(SandboxIntentRecord, { reference: first.id })).toBe(1);
    await expect(
      billing().authorise({ ...input, amount: money(1900n, 'EUR') }),
    ).rejects.toMatchObject({ code: 'billing.key_reused' });
  });

  it('waits for the authentication of the card holder and follows its outcome', async () => {
    for (const [outcome, state] of [
      ['approved', 'authorised'],
      ['failed', 'failed'],
    ] as const) {
      const input = withCard('4000 0025 0000 3155');
      const payment = await billing().authorise(input);
      expect(payment.state).toBe('authentication_needed');
      await expect(
        billing().answerChallenge(payment.id, test.get(Ids).next(), outcome),
      ).rejects.toMatchObject({ code: 'payment.not_found' });
      expect(await billing().answerChallenge(payment.id, input.payerId, outcome)).toMatchObject({
        state,
      });
    }
  });

  it('lets go of a hold once, however often it is asked', async () => {
    const { id } = await billing().authorise(asking());
    await Promise.all([billing().void(id, 'a'), billing().void(id, 'a'), billing().void(id, 'b')]);
    await billing().void(id, 'c');
    expect(await billing().payment(id)).toMatchObject({ state: 'voided' });
    expect(await intentOf(id)).toMatchObject({ state: 'released', capturedMinor: 0n });
  });

  it('captures a part, releases the rest, and refunds no more than was captured', async () => {
    const { id } = await billing().authorise(asking());
    const moves = test.get(MoveMoney);
    await Promise.all([
      moves.capture(id, money(1234n, 'EUR')),
      moves.capture(id, money(1234n, 'EUR')),
    ]);
    expect(await billing().payment(id)).toMatchObject({
      state: 'captured',
      captured: money(1234n, 'EUR'),
    });
    await expect(billing().void(id, 'late')).rejects.toMatchObject({
      code: 'billing.payment_state',
    });
    await moves.refund(id, money(234n, 'EUR'), 'one');
    await moves.refund(id, money(234n, 'EUR'), 'one');
    expect(await billing().payment(id)).toMatchObject({
      state: 'partially_refunded',
      refunded: money(234n, 'EUR'),
    });
    await expect(moves.refund(id, money(1001n, 'EUR'), 'two')).rejects.toMatchObject({
      code: 'billing.provider_refused',
    });
    await moves.refund(id, money(1000n, 'EUR'), 'three');
    expect(await billing().payment(id)).toMatchObject({ state: 'refunded' });
  });

  it('notices that a hold ran out, and captures nothing of it', async () => {
    const { id } = await billing().authorise(withCard('4000 0000 0000 0069'));
    test.clock.advance({ minutes: 11 });
    expect(await test.get(MoveMoney).capture(id, money(100n, 'EUR'))).toMatchObject({
      state: 'expired',
      capturedMinor: 0n,
    });
  });

  it('learns from the provider alone that a hold ran out', async () => {
    const { id } = await billing().authorise(withCard('4000 0000 0000 0069'));
    test.clock.advance({ minutes: 11 });
    await test.settle();
    expect(await billing().payment(id)).toMatchObject({ state: 'expired' });
  });

  it('ends as failed when there is nothing to be had at the capture', async () => {
    const { id } = await billing().authorise(withCard('4000 0000 0000 0341'));
    expect(await test.get(MoveMoney).capture(id, money(100n, 'EUR'))).toMatchObject({
      state: 'failed',
      failure: 'insufficient_funds',
    });
  });

  describe('webhooks', () => {
    const post = (body: string, signature: string): Promise<Response> =>
      fetch(`${test.url}/api/webhooks/sandbox`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sandbox-signature': signature },
        body,
      });
    const message = (intentId: string): string =>
      JSON.stringify({ id: test.get(Ids).next(), type: 'intent.captured', intentId });

    it('takes a signed one over HTTP, keeps it as it came and passes over its double', async () => {
      const { id } = await billing().authorise(asking());
      const body = message((await intentOf(id)).id).replace(',', ' ,\n ');
      const signature = test.get(SandboxWebhooks).sign(body);
      expect((await post(body, signature)).status).toBe(204);
      expect((await post(body, signature)).status).toBe(204);
      await test.settle();
      expect(await manager().findBy(WebhookRecord, { body })).toMatchObject([
        { handledAt: expect.anything() as unknown },
      ]);
      // It claimed a capture that never was.
      expect(await billing().payment(id)).toMatchObject({ state: 'authorised' });
    });

    it('refuses a forged one, a changed one and one signed long ago', async () => {
      const body = message(test.get(Ids).next());
      const signature = test.get(SandboxWebhooks).sign(body);
      expect((await post(body, 't=1,v1=00')).status).toBe(400);
      expect((await post(`${body} `, signature)).status).toBe(400);
      test.clock.advance({ minutes: 6 });
      expect((await post(body, signature)).status).toBe(400);
    });

    it('passes over one about a payment that is not ours', async () => {
      const body = message(test.get(Ids).next());
      expect((await post(body, test.get(SandboxWebhooks).sign(body))).status).toBe(204);
      await test.settle();
      expect(await manager().findBy(WebhookRecord, { body })).toMatchObject([
        { handledAt: expect.anything() as unknown },
      ]);
    });

    /** Every message of one payment's life, as the provider sent them. */
    const livedThrough = async (): Promise<{ id: string; messages: string[] }> => {
      const { id } = await billing().authorise(asking());
      await test.get(MoveMoney).capture(id, money(900n, 'EUR'));
      await test.get(MoveMoney).refund(id, money(100n, 'EUR'), 'once');
      await test.settle();
      const { id: providerRef } = await intentOf(id);
      const webhooks = await manager().findBy(WebhookRecord, { providerRef });
      return { id, messages: webhooks.map(({ body }) => body) };
    };

    it.each([
      ['doubled', (all: string[]) => [...all, ...all]],
      ['reordered', (all: string[]) => [...all].reverse()],
      ['late', (all: string[]) => all.slice(0, 1)],
      ['lost', () => []],
    ])('ends in the same state when they are %s', async (_, order) => {
      const { id, messages } = await livedThrough();
      expect(messages.length).toBe(3);
      const before = await manager().findOneByOrFail(PaymentRecord, { id });
      for (const text of order(messages)) {
        const body = text.replace(/"id":"[^"]+"/, `"id":"${test.get(Ids).next()}"`);
        await post(body, test.get(SandboxWebhooks).sign(body));
      }
      await test.settle();
      expect(await manager().findOneByOrFail(PaymentRecord, { id })).toEqual(before);
      expect(before).toMatchObject({ state: 'partially_refunded', refundedMinor: 100n });
    });
  });

  describe('after a crash', () => {
    const crashIn = async (work: () => Promise<unknown>): Promise<void> => {
      const standings = test.get(PaymentStandings);
      const apply = standings.apply.bind(standings);
      standings.apply = () => Promise.reject(new Error('killed'));
      await expect(work()).rejects.toThrow('killed');
      standings.apply = apply;
    };
    const paymentOf = (requestKey: string): Promise<PaymentRecord> =>
      manager().findOneByOrFail(PaymentRecord, { requestKey });

    it('finds the hold that was made when the answer was lost', async () => {
      const input = asking();
      await crashIn(() => billing().authorise(input));
      expect(await paymentOf(input.key)).toMatchObject({ state: 'created' });
      test.clock.advance({ minutes: 3 });
      await test.settle();
      expect(await paymentOf(input.key)).toMatchObject({ state: 'authorised' });
    });

    it('goes on with the same key and holds once', async () => {
      const input = asking();
      await crashIn(() => billing().authorise(input));
      const payment = await billing().authorise(input);
      expect(payment.state).toBe('authorised');
      expect(await manager().countBy(GatewayCallRecord, { paymentId: payment.id })).toBe(1);
    });

    it('gives up a payment that never reached the provider', async () => {
      const gateway = test.get(PaymentGateway);
      const authorise = gateway.authorise.bind(gateway);
      gateway.authorise = () => Promise.reject(new Error('killed'));
      const input = asking();
      await expect(billing().authorise(input)).rejects.toThrow('killed');
      gateway.authorise = authorise;
      test.clock.advance({ minutes: 3 });
      await test.settle();
      expect(await paymentOf(input.key)).toMatchObject({ state: 'failed', failure: 'not_sent' });
    });

    it('releases at the provider what was given up here', async () => {
      const reconcile = test.get(ReconcilePayment);
      const byProviderRef = reconcile.byProviderRef.bind(reconcile);
      reconcile.byProviderRef = () => Promise.resolve(null);
      const input = asking();
      await crashIn(() => billing().authorise(input));
      const payment = await paymentOf(input.key);
      await test.get(PaymentStandings).abandon(payment);
      await test.settle();
      reconcile.byProviderRef = byProviderRef;
      test.clock.advance({ minutes: 3 });
      await test.settle();
      expect(await intentOf(payment.id)).toMatchObject({ state: 'released' });
    });

    it('lets go of a card whose holder never answered the bank', async () => {
      const { id } = await billing().authorise(withCard('4000 0025 0000 3155'));
      for (let turn = 0; turn < 4; turn += 1) {
        test.clock.advance({ minutes: 31 });
        await test.settle();
      }
      expect(await billing().payment(id)).toMatchObject({ state: 'voided' });
    });
  });
});
