import { createHash } from 'node:crypto';
import { AccountsFacade } from '../../../src/modules/accounts/index.js';
import { ComposePage } from '../../../src/modules/billing/application/compose-page.js';
import type { SaleView } from '../../../src/modules/billing/index.js';
import { DocumentRecord } from '../../../src/modules/billing/persistence/document.records.js';
import { OutboxRelay } from '../../../src/platform/outbox/relay.js';
import { FileStore } from '../../../src/platform/storage/file-store.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { BillingScene } from './billing-scene.js';

describe('documents', () => {
  let test: TestApp;
  let scene: BillingScene;
  let people: { learnerId: string; expertId: string };
  let sale: SaleView;
  beforeAll(async () => {
    test = await startTestApp();
    scene = await new BillingScene(test).open('FR', 'DE');
    await test.get(OutboxRelay).beforeApplicationShutdown();
    people = { learnerId: await scene.person(), expertId: await scene.expert() };
    sale = await scene.billing.settle(await scene.session(people, 1234n, { language: 'ar' }));
    test.clock.advance({ seconds: 5 });
    await test.settle();
  });
  afterAll(() => test.close());

  const idOf = (kind: 'invoice' | 'commission_invoice'): string =>
    sale.documents.find((document) => document.kind === kind)?.id ?? '';
  const get = async (path: string, personId: string | null): Promise<Response> => {
    const headers = personId === null ? {} : { cookie: await cookieOf(personId) };
    return fetch(`${test.url}/api/v1${path}`, { headers });
  };
  const cookieOf = async (personId: string): Promise<string> => {
    const link = await test.get(AccountsFacade).issueSignInLink(personId);
    const token = new URL(link, test.url).searchParams.get('token') ?? link;
    const response = await fetch(`${test.url}/api/v1/auth/sign-in-link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    return response.headers.get('set-cookie')?.split(';')[0] ?? '';
  };

  it('are drawn after they were issued and kept with the hash of their bytes', async () => {
    const ready = await scene.billing.sale(sale.sessionId);
    expect(ready?.documents.map(({ isReady }) => isReady)).toEqual([true, true]);
    for (const { id } of sale.documents) {
      const { pdfSha256 } = await scene.manager.findOneByOrFail(DocumentRecord, { id });
      const response = await get(`/documents/${id}/pdf`, people.expertId);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/pdf');
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(pdfSha256);
    }
  });

  it('are shown to their readers only', async () => {
    const stranger = await scene.person();
    const invoice = `/documents/${idOf('invoice')}/pdf`;
    const commission = `/documents/${idOf('commission_invoice')}/pdf`;
    expect((await get(invoice, people.learnerId)).status).toBe(200);
    expect((await get(commission, people.learnerId)).status).toBe(404);
    expect((await get(invoice, stranger)).status).toBe(404);
    expect((await get(invoice, null)).status).toBe(401);
  });

  it('are drawn anew from the same words, byte for byte, when their file was lost', async () => {
    const id = idOf('invoice');
    const before = await scene.manager.findOneByOrFail(DocumentRecord, { id });
    await test.get(FileStore).delete(`documents/${id}.pdf`);
    expect((await get(`/documents/${id}/pdf`, people.learnerId)).status).toBe(200);
    const after = await scene.manager.findOneByOrFail(DocumentRecord, { id });
    expect(after.pdfSha256).toBe(before.pdfSha256);
  });

  it('name the law and both parties when the fee is taxed at the buyer', async () => {
    const german = await scene.expert({
      country: 'DE',
      kind: 'sole_trader',
      taxRegistered: true,
      id: 'DE136695976',
      scheme: 'none',
    });
    const settled = await scene.billing.settle(
      await scene.session({ ...people, expertId: german }, 1190n, { learnerCountry: 'DE' }),
    );
    const [invoice, fee] = await scene.manager.find(DocumentRecord, {
      where: { saleId: settled.id },
      order: { id: 'ASC' },
    });
    expect(invoice?.content).toMatchObject({
      number: expect.stringMatching(/^DE-2026-/) as string,
      net: { amountMinor: '1000' },
      tax: { amountMinor: '190' },
    });
    expect(fee?.content).toMatchObject({ tax: { amountMinor: '0' }, taxes: [] });
    // In the reader's language and in that of the law, not in all the languages of the union.
    expect(fee?.content.notes.map((texts) => Object.keys(texts).sort())).toEqual([['de', 'fr']]);
    expect(JSON.stringify(fee?.content.notes)).toMatch(/Autoliquidation/);
    expect(settled).toMatchObject({ commissionTax: { amountMinor: 0n } });
  });

  it('count the minutes that are paid for, and say which were free', async () => {
    const others = { learnerId: await scene.person(), expertId: await scene.expert() };
    const settled = await scene.billing.settle(
      await scene.session(others, 994n, { language: 'en', billedSeconds: 617, freeSeconds: 120 }),
    );
    const invoice = await scene.manager.findOneByOrFail(DocumentRecord, {
      saleId: settled.id,
      kind: 'invoice',
    });
    const { row, underRow } = await test.get(ComposePage).run(invoice);
    const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');
    expect(row.slice(1).map(plain)).toEqual(['8 min 17 s', '€1.20', '€9.94']);
    expect(plain(underRow[0] ?? '')).toBe(
      'Together for 10 min 17 s, of which the first 2 min 00 s were free',
    );
  });

  it('stand beside the earnings of the expert', async () => {
    const response = await get('/studio/earnings', people.expertId);
    expect(await response.json()).toEqual({
      items: [
        {
          sessionId: sale.sessionId,
          endedAt: sale.performedAt,
          gross: { amountMinor: '1234', currency: 'EUR' },
          commission: { amountMinor: '247', currency: 'EUR' },
          commissionTax: { amountMinor: '49', currency: 'EUR' },
          payout: { amountMinor: '938', currency: 'EUR' },
          payoutDueAt: sale.payoutDue?.at,
          payoutState: 'owed',
          documentIds: [idOf('invoice'), idOf('commission_invoice')],
        },
      ],
      totals: [
        {
          gross: { amountMinor: '1234', currency: 'EUR' },
          commission: { amountMinor: '247', currency: 'EUR' },
          payout: { amountMinor: '938', currency: 'EUR' },
        },
      ],
    });
  });
});
