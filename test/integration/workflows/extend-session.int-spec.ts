import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { BillingFacade } from '../../../src/modules/billing/index.js';
import { ExtendSession } from '../../../src/workflows/extend-session/extend-session.js';
import { tickOf } from '../../../src/modules/scheduling/domain/ticks.js';
import { SchedulingFacade } from '../../../src/modules/scheduling/index.js';
import { ClaimRepository } from '../../../src/modules/scheduling/persistence/claim.repository.js';
import { SessionsFacade } from '../../../src/modules/sessions/index.js';
import { PaidCall } from '../../support/paid-call.js';
import { restartTestApp, startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import {
  aCategory,
  anExpert,
  aPerson,
  CHALLENGED_CARD,
  DECLINED_CARD,
  GOOD_CARD,
  openCountries,
  type Somebody,
} from '../../support/world.js';

interface Proposal {
  id: string;
  state: string;
  isMine: boolean;
  bankAsks: boolean;
  failure: string | null;
  added: { amountMinor: string } | null;
}

interface MoreTime {
  options: {
    minutes: number;
    added: { amountMinor: string } | null;
    earnings: { amountMinor: string } | null;
    tax: { ratePercent: string } | null;
  }[];
  proposal: Proposal | null;
}

interface ReceiptBody {
  session: { price: { amount: { amountMinor: string } }; ceilingMinutes: number };
  charged: { amountMinor: string };
  held: { amountMinor: string };
  released: { amountMinor: string };
  meter: {
    billedSeconds: number;
    head: string;
    entries: { seq: number; kind: string; at: string; reason: string; hash: string }[];
  };
  documents: { kind: string }[];
}

describe.each(STORES)('more time for a session on %s', (store) => {
  let test: TestApp;
  let learner: Somebody;
  let expert: Somebody & { listingId: string };
  let call: PaidCall;
  const at = (path = ''): string => `/api/v1/sessions/${call.sessionId}/more-time${path}`;
  const read = async (who: Somebody): Promise<MoreTime> =>
    (await who.http.get(at()).expect(200)).body as MoreTime;
  const propose = async (who: Somebody, minutes: number): Promise<string> => {
    const answer = await who.http.post(at()).send({ minutes }).expect(200);
    return (answer.body as MoreTime).proposal?.id ?? '';
  };
  const pay = async (id: string, payment: object = GOOD_CARD): Promise<Proposal | null> => {
    const answer = await learner.http.post(at(`/${id}/pay`)).send({ payment });
    expect(answer.status).toBe(200);
    return (answer.body as MoreTime).proposal;
  };
  const holdsOfLearner = async (): Promise<string[]> => {
    const { session, paymentId, morePaymentIds } = await test
      .get(SessionsFacade)
      .bill(call.sessionId);
    expect(session.learnerId).toBe(learner.id);
    const billing = test.get(BillingFacade);
    const ids = [paymentId ?? '', ...morePaymentIds];
    return Promise.all(ids.map(async (id) => (await billing.payment(id)).state));
  };

  beforeAll(async () => {
    test = await startTestApp({ store });
    await openCountries(test, 'FR');
    expert = await anExpert(test, 'Marc', await aCategory(test));
  });
  beforeEach(async () => {
    learner = await aPerson(test, 'Lea');
    call = await PaidCall.start(test, learner, expert);
    await call.bothCome();
    await call.stay(10 * 60);
  });
  afterEach(async () => {
    await test.get(SessionsFacade).end(call.sessionId, learner.id);
    await test.settle();
    expect((await test.get(BillingFacade).verifyLedger()).problems).toEqual([]);
  });
  afterAll(() => test.close());

  it('is offered five minutes early, agreed to by both, held besides, and billed from both holds on one receipt', async () => {
    const [forLearner, forExpert] = [await read(learner), await read(expert)];
    expect(forLearner.options).toMatchObject([
      { minutes: 15, added: { amountMinor: '1800' }, tax: { ratePercent: '20' }, earnings: null },
      { minutes: 30, added: { amountMinor: '3600' } },
    ]);
    expect(forExpert.options[0]).toMatchObject({ added: null, tax: null });
    expect(BigInt(forExpert.options[0]?.earnings?.amountMinor ?? 0)).toBeGreaterThan(0n);
    const id = await propose(expert, 15);
    await expert.http.post(at(`/${id}/agree`)).expect(409);
    await learner.http.post(at(`/${id}/agree`)).expect(200);
    expect(await pay(id)).toMatchObject({ state: 'granted' });
    await call.stay(12 * 60);
    await call.end();
    const receipt = await call.receipt<ReceiptBody>();
    expect(receipt).toMatchObject({
      session: { ceilingMinutes: 30 },
      charged: { amountMinor: '2640' },
      held: { amountMinor: '3600' },
      released: { amountMinor: '960' },
      meter: { billedSeconds: 22 * 60 },
    });
    expect(receipt.documents.map(({ kind }) => kind)).toEqual(['invoice']);
    expect(await holdsOfLearner()).toEqual(['captured', 'captured']);
    expect(billOf(receipt)).toEqual(BigInt(receipt.charged.amountMinor));
  });

  it('gives back from both holds what was captured of both', async () => {
    const id = await propose(learner, 15);
    await expert.http.post(at(`/${id}/agree`)).expect(200);
    await pay(id);
    await call.stay(12 * 60);
    await expert.http.post(`/api/v1/sessions/${call.sessionId}/end`).expect(200);
    await test.settle();
    const sale = await test.get(BillingFacade).sale(call.sessionId);
    const billing = test.get(BillingFacade);
    for (const share of [{ numerator: 3n, denominator: 4n }, 'all'] as const)
      await billing.reverse({
        saleId: sale?.id ?? '',
        share,
        reason: 'test',
        key: `${call.sessionId}:${share === 'all' ? 'all' : 'part'}`,
      });
    expect((await billing.sale(call.sessionId))?.refunded.amountMinor).toBe(2640n);
    expect(await holdsOfLearner()).toEqual(['refunded', 'refunded']);
  });

  it('lets the meter stand while the bank asks, and go on however it was answered', async () => {
    const id = await propose(learner, 15);
    await expert.http.post(at(`/${id}/agree`)).expect(200);
    expect(await pay(id, CHALLENGED_CARD)).toMatchObject({ state: 'agreed', bankAsks: true });
    await call.stay(120);
    const asked = await expert.http.get(`/api/v1/sessions/${call.sessionId}`).expect(200);
    expect(asked.body).toMatchObject({
      pausedFor: 'bank',
      meter: { running: false, billedSeconds: 600 },
    });
    await expert.http.post(`/api/v1/sessions/${call.sessionId}/go-on`).expect(200);
    const answer = async (outcome: string): Promise<Proposal | null> =>
      (
        (
          await learner.http
            .post(at(`/${id}/authenticate`))
            .send({ outcome })
            .expect(200)
        ).body as MoreTime
      ).proposal;
    expect(await answer('failed')).toMatchObject({ state: 'agreed', bankAsks: false });
    await call.stay(60);
    expect(await pay(id, CHALLENGED_CARD)).toMatchObject({ bankAsks: true });
    await call.stay(60);
    expect(await answer('approved')).toMatchObject({ state: 'granted' });
    await call.stay(60);
    await call.end();
    expect((await call.receipt<ReceiptBody>()).meter.billedSeconds).toBe(720);
  });

  it('holds nothing when it is declined, lapses or the card is refused, and gives the time back', async () => {
    const { appointmentId } = (await test.get(SessionsFacade).bill(call.sessionId)).session;
    const taken = async (): Promise<number> =>
      (await test.get(SchedulingFacade).appointment(appointmentId)).ceilingMinutes;
    const first = await propose(learner, 15);
    expect((await read(expert)).proposal).toMatchObject({ isMine: false, state: 'proposed' });
    await expert.http.post(at(`/${first}/decline`)).expect(200);
    const second = await propose(learner, 30);
    await expert.http.post(at(`/${second}/agree`)).expect(200);
    expect(await taken()).toBe(45);
    expect(await pay(second, DECLINED_CARD)).toMatchObject({ failure: 'card_declined' });
    expect(await pay(second, CHALLENGED_CARD)).toMatchObject({ bankAsks: true });
    await call.stay(6 * 60);
    await test.settle();
    expect((await read(learner)).proposal).toMatchObject({ state: 'lapsed', bankAsks: false });
    expect(await taken()).toBe(15);
    await learner.http
      .post(at(`/${second}/pay`))
      .send({ payment: GOOD_CARD })
      .expect(409);
    expect(await holdsOfLearner()).toEqual(['authorised']);
  });

  it('is refused with the reason when one of the two is needed elsewhere, in the very moment', async () => {
    const id = await propose(learner, 30);
    const { appointmentId } = (await test.get(SessionsFacade).bill(call.sessionId)).session;
    const { endsAt } = await test.get(SchedulingFacade).appointment(appointmentId);
    const tick = tickOf(Temporal.Instant.from(endsAt).add({ minutes: 20 }));
    const claims = [{ personId: expert.id, tick }];
    await test.get(ClaimRepository).take('another', claims, null, test.clock.now());
    const answer = await expert.http.post(at(`/${id}/agree`)).expect(409);
    expect(answer.body).toMatchObject({ code: 'scheduling.no_time_left' });
    const { options, proposal } = await read(learner);
    expect(proposal).toMatchObject({ state: 'refused', failure: 'scheduling.no_time_left' });
    expect(options.map(({ minutes }) => minutes)).toEqual([15]);
    await test.get(ClaimRepository).release(['another']);
  });

  it('neither doubles nor loses a hold when the program dies at any step', async () => {
    const id = await propose(learner, 15);
    await expert.http.post(at(`/${id}/agree`)).expect(200);
    // The hold is there, and the program dies before it knows.
    await test.get(BillingFacade).authorise({
      key: `extension:${id}:1`,
      payerId: learner.id,
      amount: { amountMinor: 1800n, currency: 'EUR' },
      card: { number: GOOD_CARD.number, expiry: GOOD_CARD.expiry, cvc: GOOD_CARD.cvc },
      purpose: { kind: 'extension', id },
    });
    test = await restartTestApp(test);
    await test.settle();
    await Promise.all([1, 2].map(() => test.get(ExtendSession).agree(id, expert.id)));
    expect((await test.get(SessionsFacade).extensions.byId(id)).state).toBe('granted');
    expect(await holdsOfLearner()).toEqual(['authorised', 'authorised']);
    expect((await test.get(SessionsFacade).bill(call.sessionId)).session.ceilingSeconds).toBe(1800);
  });
});

/** What anybody who holds the receipt works out: the chain is whole, and the price follows from it. */
function billOf({ meter, session }: ReceiptBody): bigint {
  let previous = '0'.repeat(64);
  let ms = 0;
  let startedMs = 0;
  for (const { seq, kind, at, reason, hash } of meter.entries) {
    const atMs = Date.parse(at);
    const line = JSON.stringify({ atMs, kind, reason, seq });
    previous = createHash('sha256').update(`${previous}|${line}`).digest('hex');
    expect(hash).toBe(previous);
    if (kind === 'started') startedMs = atMs;
    if (kind === 'stopped') ms += atMs - startedMs;
  }
  expect(meter.head).toBe(previous);
  const unit = BigInt(session.price.amount.amountMinor);
  return (unit * BigInt(Math.floor(ms / 1000)) + 30n) / 60n;
}
