import { SessionRuntime } from '../../../src/modules/sessions/application/session-runtime.js';
import { BillingFacade } from '../../../src/modules/billing/index.js';
import { PaidCall } from '../../support/paid-call.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import { aCategory, anExpert, aPerson, openCountries, type Somebody } from '../../support/world.js';

interface ReceiptBody {
  charged: { amountMinor: string };
  released: { amountMinor: string } | null;
  tax: { ratePercent: string; tax: { amountMinor: string }; explanation: string[] } | null;
  meter: { billedSeconds: number; entries: { kind: string }[] };
  documents: { id: string; kind: string; number: string }[];
}

describe.each(STORES)('settling a session on %s', (store) => {
  let test: TestApp;
  let learner: Somebody;
  let expert: Somebody & { listingId: string };
  beforeAll(async () => {
    test = await startTestApp({ store });
    await openCountries(test, 'FR', 'DE');
    expert = await anExpert(test, 'Marc', await aCategory(test));
  });
  beforeEach(async () => {
    learner = await aPerson(test, 'Lea');
  });
  afterAll(() => test.close());

  it('captures exactly the metered amount, lets the rest go, taxes it, and proves it', async () => {
    const call = await PaidCall.start(test, learner, expert);
    const { sessionId } = call;
    await call.bothCome();
    await call.stay(300);
    await call.end();
    const receipt = await call.receipt<ReceiptBody>();
    // 1.20 a minute for five minutes, of the 18.00 that were held; 20 % French tax are in it.
    expect(receipt.charged).toEqual({ amountMinor: '600', currency: 'EUR' });
    expect(receipt.released).toEqual({ amountMinor: '1200', currency: 'EUR' });
    expect(receipt.tax).toMatchObject({
      ratePercent: '20',
      tax: { amountMinor: '100', currency: 'EUR' },
    });
    expect(receipt.tax?.explanation.length).toBeGreaterThan(0);
    expect(receipt.meter).toMatchObject({ billedSeconds: 300 });
    expect(receipt.meter.entries.map((entry) => entry.kind)).toEqual([
      'opened',
      'started',
      'stopped',
      'closed',
    ]);
    expect(receipt.documents.map((document) => document.kind)).toEqual(['invoice']);
    const sale = await test.get(BillingFacade).sale(sessionId);
    expect(sale?.commission.amountMinor).toBe(120n);
    const report = await test.get(BillingFacade).verifyLedger();
    expect(report.problems).toEqual([]);
  });

  it('charges nothing when the expert never comes, and says who did not', async () => {
    const call = await PaidCall.start(test, learner, expert);
    const { sessionId } = call;
    const runtime = test.get(SessionRuntime);
    await runtime.witness(sessionId, learner.id, {
      source: 'media',
      kind: 'connected',
      atMs: test.clock.now().epochMilliseconds,
    });
    test.clock.advance({ minutes: 3 });
    await runtime.tick();
    await test.settle();
    const receipt = await call.receipt<ReceiptBody & { session: { endedReason: string } }>();
    expect(receipt.session.endedReason).toBe('expert_never_came');
    expect(receipt.charged.amountMinor).toBe('0');
    expect(receipt.documents).toEqual([]);
  });

  it('reverses the sale at once when the expert hung up after two minutes: refund, credit notes, mirrored postings', async () => {
    const call = await PaidCall.start(test, learner, expert);
    const { sessionId } = call;
    await call.bothCome();
    await call.stay(120);
    await expert.http.post(`/api/v1/sessions/${sessionId}/end`).expect(200);
    await test.settle();
    const claim = await learner.http
      .post('/api/v1/claims')
      .send({ sessionId, reason: 'left_early', text: '' })
      .expect(201);
    expect(claim.body).toMatchObject({
      state: 'granted',
      outcome: 'reversal',
      refund: { amountMinor: '240', currency: 'EUR' },
    });
    await test.settle();
    const receipt = await call.receipt<ReceiptBody>();
    expect(receipt.documents.map((document) => document.kind).sort()).toEqual([
      'credit_note',
      'invoice',
    ]);
    expect((await test.get(BillingFacade).verifyLedger()).problems).toEqual([]);
    const again = await learner.http
      .post('/api/v1/claims')
      .send({ sessionId, reason: 'left_early', text: '' })
      .expect(409);
    expect(again.body).toMatchObject({ code: 'billing.already_claimed' });
  });

  it('stops the bill while one is gone and goes on when they return', async () => {
    const call = await PaidCall.start(test, learner, expert);
    await call.bothCome();
    await call.stay(60);
    const runtime = test.get(SessionRuntime);
    await call.leaves(learner);
    test.clock.advance({ seconds: 40 });
    await runtime.tick();
    await call.bothCome();
    await call.stay(60);
    await call.end();
    const receipt = await call.receipt<ReceiptBody>();
    expect(receipt.meter.billedSeconds).toBe(120);
    expect(receipt.charged.amountMinor).toBe('240');
  });
});
