import { jest } from '@jest/globals';
import type { SettleInput } from '../../../src/modules/billing/index.js';
import { DecideSaleTax } from '../../../src/modules/billing/application/decide-sale-tax.js';
import { IssueDocuments } from '../../../src/modules/billing/application/issue-documents.js';
import { Ledger } from '../../../src/modules/billing/application/ledger.js';
import { BookReversal } from '../../../src/modules/billing/application/book-reversal.js';
import { BookSale } from '../../../src/modules/billing/application/book-sale.js';
import { MoveMoney } from '../../../src/modules/billing/application/move-money.js';
import { PaymentStandings } from '../../../src/modules/billing/application/payment-standing.js';
import { PaymentGateway } from '../../../src/modules/billing/application/ports.js';
import { DocumentRecord } from '../../../src/modules/billing/persistence/document.records.js';
import { PostingRecord } from '../../../src/modules/billing/persistence/ledger.records.js';
import { EarningRecord } from '../../../src/modules/billing/persistence/payout.records.js';
import { TaxFacade } from '../../../src/modules/tax/index.js';
import { OutboxRelay } from '../../../src/platform/outbox/relay.js';
import { OutboxRecord } from '../../../src/platform/outbox/outbox.record.js';
import { money } from '../../../src/shared/money.js';
import { ratio } from '../../../src/shared/ratio.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { dieOnce } from '../../support/die-once.js';
import { STORES } from '../../support/test-store.js';
import { BillingScene } from './billing-scene.js';

const eur = (amountMinor: bigint) => money(amountMinor, 'EUR');

describe.each(STORES)('settling on %s', (store) => {
  let test: TestApp;
  let scene: BillingScene;
  let people: { learnerId: string; expertId: string };
  beforeAll(async () => {
    test = await startTestApp({ store });
    scene = await new BillingScene(test).open('FR', 'DE');
    // The outbox is worked off when a test says so: whoever is killed must be the one that was meant.
    await test.get(OutboxRelay).beforeApplicationShutdown();
    people = {
      learnerId: await scene.person('FR', 'fr', 'Luc Petit'),
      expertId: await scene.expert(),
    };
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test.close());

  const soundness = async (): Promise<readonly string[]> =>
    (await scene.billing.verifyLedger()).problems;
  const postingsOf = (causeId: string): Promise<PostingRecord[]> =>
    scene.manager.find(PostingRecord, { where: { causeId }, order: { seq: 'ASC' } });
  const expertOf = (id: string): string => `expert:${id}:payable`;

  it('captures what the meter said, releases the rest and puts every part where it belongs', async () => {
    const input = await scene.session(people);
    const sale = await scene.billing.settle(input);
    // 12.34 with 20 % in it; 20 % of 12.34 is 2.47, and 20 % tax on that is 0.49.
    expect(sale).toMatchObject({
      state: 'settled',
      charged: eur(1234n),
      commission: eur(247n),
      commissionTax: eur(49n),
      withheld: eur(0n),
      payout: eur(938n),
      payoutDue: { amount: eur(938n), at: input.performedAt.add({ hours: 72 }).toString() },
    });
    expect(await scene.billing.payment(input.paymentId ?? '')).toMatchObject({
      state: 'captured',
      captured: eur(1234n),
    });
    expect(await postingsOf(sale.id)).toMatchObject([
      { credit: expertOf(people.expertId), amountMinor: 938n, reason: 'payout' },
      { credit: 'platform:commission', amountMinor: 247n, reason: 'commission' },
      { credit: 'tax:FR:owed', amountMinor: 49n, reason: 'commission_tax' },
    ]);
    expect(await soundness()).toEqual([]);
  });

  it('issues an invoice in the name of the expert and one for the commission', async () => {
    const sale = await scene.billing.settle(await scene.session(people));
    expect(sale.documents).toMatchObject([
      { kind: 'invoice', readerIds: [people.learnerId, people.expertId] },
      { kind: 'commission_invoice', readerIds: [people.expertId] },
    ]);
    const [invoice, commission] = await scene.manager.find(DocumentRecord, {
      where: { saleId: sale.id },
      order: { id: 'ASC' },
    });
    expect(invoice?.content).toMatchObject({
      number: expect.stringMatching(/^FR-2026-\d{6}$/) as string,
      supplier: { name: 'Odile Martin, boulangère', taxId: 'FR40303265045' },
      customer: { name: 'Luc Petit', country: 'FR' },
      issuedBy: { taxId: 'FR40303265045' },
      net: { amountMinor: '1028' },
      tax: { amountMinor: '206' },
      gross: { amountMinor: '1234' },
      taxes: [{ ratePercent: '20', amount: { amountMinor: '206' } }],
    });
    expect(commission?.content).toMatchObject({
      customer: { name: 'Odile Martin, boulangère' },
      net: { amountMinor: '247' },
      tax: { amountMinor: '49' },
    });
  });

  it('changes nothing when it is repeated, also twice at once', async () => {
    const input = await scene.session(people);
    const sales = await Promise.all([
      scene.billing.settle(input),
      scene.billing.settle(input),
      scene.billing.settle(input),
    ]);
    const again = await scene.billing.settle(input);
    expect(new Set(sales.map(({ id }) => id))).toEqual(new Set([again.id]));
    expect(await postingsOf(again.id)).toHaveLength(3);
    expect(again.documents).toHaveLength(2);
    await expect(scene.billing.settle({ ...input, gross: eur(1000n) })).rejects.toMatchObject({
      code: 'billing.key_reused',
    });
    expect(await soundness()).toEqual([]);
  });

  it('lets go of the hold when nothing is to be paid, and when it is too little to be taken', async () => {
    const nothing = await scene.session(people, 0n);
    expect(await scene.billing.settle(nothing)).toMatchObject({ state: 'free', documents: [] });
    const little = await scene.session(people, 49n);
    const waived = await scene.billing.settle(little);
    expect(waived).toMatchObject({ state: 'waived', charged: eur(0n), documents: [] });
    expect(await postingsOf(waived.id)).toMatchObject([
      { debit: 'platform:waived', amountMinor: 49n, reason: 'waived' },
    ]);
    for (const { paymentId } of [nothing, little])
      expect(await scene.billing.payment(paymentId ?? '')).toMatchObject({ state: 'voided' });
    expect(await soundness()).toEqual([]);
  });

  it('needs no payment for free help', async () => {
    const input = await scene.session(people, 0n, { paymentId: null, priceModel: 'free' });
    expect(await scene.billing.settle(input)).toMatchObject({ state: 'free' });
  });

  it('posts nothing when the money could not be had', async () => {
    const input = await scene.session(people, 900n, { card: '4000 0000 0000 0341' });
    const sale = await scene.billing.settle(input);
    expect(sale).toMatchObject({ state: 'uncollected', charged: eur(0n), documents: [] });
    expect(await postingsOf(sale.id)).toEqual([]);
  });

  it('takes nothing while the tax is not known, and goes on by itself when it is', async () => {
    const input = await scene.session(people);
    const unknown = jest.spyOn(test.get(TaxFacade), 'decideSale').mockResolvedValue({
      ok: false,
      refusal: { code: 'tax.rate_expired', reason: 'rate_expired', facts: {} },
    });
    await expect(scene.billing.settle(input)).rejects.toMatchObject({
      code: 'billing.settlement_blocked',
    });
    expect(await scene.billing.payment(input.paymentId ?? '')).toMatchObject({
      state: 'authorised',
    });
    unknown.mockRestore();
    test.clock.advance({ minutes: 2 });
    await test.settle();
    expect(await scene.billing.sale(input.sessionId)).toMatchObject({ state: 'settled' });
  });

  describe('reversals', () => {
    it('give everything back: refund, mirrored postings, credit notes to both, no payout', async () => {
      const input = await scene.session(people);
      const sale = await scene.billing.settle(input);
      const reverse = {
        saleId: sale.id,
        share: 'all',
        reason: 'guarantee',
        key: scene.id(),
      } as const;
      const reversed = await scene.billing.reverse(reverse);
      await scene.billing.reverse(reverse);
      await scene.billing.reverse({ ...reverse, key: scene.id() });
      expect(reversed).toMatchObject({ refunded: eur(1234n), payoutDue: { amount: eur(0n) } });
      expect(reversed.documents.map(({ kind }) => kind)).toEqual([
        'invoice',
        'commission_invoice',
        'credit_note',
        'credit_note',
      ]);
      expect(await scene.billing.payment(input.paymentId ?? '')).toMatchObject({
        state: 'refunded',
      });
      expect(await soundness()).toEqual([]);
    });

    it('in parts end where one reversal of everything ends', async () => {
      const sale = await scene.billing.settle(await scene.session(people, 1001n));
      const part = (share: ReturnType<typeof ratio> | 'all') =>
        scene.billing.reverse({ saleId: sale.id, share, reason: 'part', key: scene.id() });
      await part(ratio(1n, 3n));
      await part(ratio(1n, 7n));
      expect(await soundness()).toEqual([]);
      await expect(part(ratio(2n, 3n))).rejects.toMatchObject({
        code: 'billing.reversal_exceeds_sale',
      });
      expect(await part('all')).toMatchObject({
        refunded: eur(1001n),
        payoutDue: { amount: eur(0n) },
      });
      expect(await soundness()).toEqual([]);
    });

    it('give nothing back where nothing was collected', async () => {
      const sale = await scene.billing.settle(await scene.session(people, 0n));
      const reverse = {
        saleId: sale.id,
        share: 'all',
        reason: 'guarantee',
        key: 'nothing',
      } as const;
      expect(await scene.billing.reverse(reverse)).toMatchObject({
        state: 'free',
        refunded: eur(0n),
      });
    });
  });

  describe('killed between two steps', () => {
    /** What a settlement and its full reversal leave behind, without ids. */
    const endStateOf = async (input: SettleInput): Promise<unknown> => {
      const sale = await scene.billing.sale(input.sessionId);
      if (!sale) throw new Error('no sale');
      const { manager } = scene;
      const payment = await scene.billing.payment(input.paymentId ?? '');
      const payout = await manager.findOneByOrFail(EarningRecord, { saleId: sale.id });
      const posted = await manager.query<Record<string, unknown>[]>(
        `SELECT reason, debit_account, credit_account, amount_minor AS amount FROM billing_postings WHERE cause_id = '${sale.id}' OR cause_id IN (SELECT id FROM billing_reversals WHERE sale_id = '${sale.id}')`,
      );
      return {
        state: sale.state,
        charged: sale.charged,
        refunded: sale.refunded,
        documents: sale.documents.map(({ kind }) => kind).sort(),
        payment: { ...payment, id: '', holdEndsAt: null },
        payout: { ...payout, id: '', saleId: '', causeId: '', dueAt: null, createdAt: null },
        posted: posted.map((row) => Object.values(row).map(String).join(' ')).sort(),
      };
    };
    const wholeLife = async (input: SettleInput): Promise<void> => {
      const sale = await scene.billing.settle(input);
      await scene.billing.reverse({
        saleId: sale.id,
        share: 'all',
        reason: 'kill',
        key: `kill:${input.sessionId}`,
      });
    };
    const undisturbed = async (): Promise<unknown> => {
      const input = await scene.session(people);
      await wholeLife(input);
      return endStateOf(input);
    };
    const STEPS = (): [string, object, string, number][] => [
      ['the tax of the sale', test.get(TaxFacade), 'decideSale', 1],
      ['the tax of the commission', test.get(TaxFacade), 'decideCommission', 1],
      ['the whole decision', test.get(DecideSaleTax), 'run', 1],
      ['the call that captures', test.get(PaymentGateway), 'capture', 1],
      ['the standing after the capture', test.get(PaymentStandings), 'apply', 1],
      ['the capture', test.get(MoveMoney), 'capture', 1],
      ['opening the series', test.get(IssueDocuments), 'prepare', 1],
      ['the documents', test.get(IssueDocuments), 'issue', 1],
      ['the postings', test.get(Ledger), 'post', 1],
      ['the booking', test.get(BookSale), 'settled', 1],
      ['the call that refunds', test.get(PaymentGateway), 'refund', 1],
      ['the standing after the refund', test.get(PaymentStandings), 'apply', 2],
      ['the refund', test.get(MoveMoney), 'refund', 1],
      ['the credit notes', test.get(IssueDocuments), 'issue', 2],
      ['the mirrored postings', test.get(Ledger), 'post', 2],
      ['the booking of the reversal', test.get(BookReversal), 'run', 1],
    ];

    it('ends as if nothing had happened, whether it is asked again or goes on by itself', async () => {
      const expected = await undisturbed();
      for (const [index, [, target, method, nth]] of STEPS().entries()) {
        for (const when of ['before', 'after'] as const) {
          const input = await scene.session(people);
          dieOnce(target, method, when, nth);
          await expect(wholeLife(input)).rejects.toThrow('killed');
          jest.restoreAllMocks();
          // Killed before a step is what killed after the one before leaves.
          if (when === 'after') expect(await soundness()).toEqual([]);
          if ((index % 2 === 0) === (when === 'before')) {
            test.clock.advance({ minutes: 2 });
            await test.settle();
          }
          await wholeLife(input);
          expect(await endStateOf(input)).toEqual(expected);
        }
      }
      expect(await soundness()).toEqual([]);
    }, 120_000);
  });

  it('numbers twenty documents at once without a gap or a twin', async () => {
    const inputs = await Promise.all(Array.from({ length: 20 }, () => scene.session(people)));
    await Promise.all(inputs.map((input) => scene.billing.settle(input)));
    for (const kind of ['invoice', 'commission_invoice'] as const) {
      const issued = await scene.manager.find(DocumentRecord, {
        where: { kind },
        order: { seq: 'ASC' },
      });
      expect(issued.map(({ seq }) => seq)).toEqual(issued.map((_, index) => index + 1));
      expect(issued.length).toBeGreaterThanOrEqual(20);
    }
    expect(await soundness()).toEqual([]);
  });

  it('tells of a settlement once, together with it', async () => {
    const { id } = await scene.billing.settle(await scene.session(people));
    const rows = await scene.manager.findBy(OutboxRecord, { lane: id });
    expect(rows.map(({ name }) => name)).toEqual(['billing.sale.settled']);
  });

  it.each([
    ['UPDATE billing_postings SET amount_minor = 1', /append-only/],
    ['DELETE FROM billing_postings', /append-only/],
    ['DELETE FROM billing_documents', /never deleted/],
    [`UPDATE billing_documents SET content = '{}'`, /immutable/],
  ])('has a store that refuses: %s', async (statement, reason) => {
    await expect(scene.manager.query(statement)).rejects.toThrow(reason);
  });

  it('notices every kind of tampering', async () => {
    const { manager } = scene;
    const { id } = await scene.billing.settle(await scene.session(people));
    await manager.update('billing_ledger_heads', { currency: 'EUR' }, { hash: 'x' });
    expect(await soundness()).toEqual(['EUR: the head does not fit the last entry']);
    await repairHead();
    await manager.update('billing_sales', { id }, { collectedMinor: 1235n });
    expect((await soundness()).length).toBe(2);
    await manager.update('billing_sales', { id }, { collectedMinor: 1234n });
    await manager.update('billing_sandbox_intents', { state: 'captured' }, { capturedMinor: 5n });
    expect((await soundness()).join()).toMatch(/the provider/);
  });

  const repairHead = async (): Promise<void> => {
    const last = await scene.manager.find(PostingRecord, { order: { seq: 'DESC' }, take: 1 });
    await scene.manager.update(
      'billing_ledger_heads',
      { currency: 'EUR' },
      { hash: last[0]?.hash ?? '' },
    );
  };
});
