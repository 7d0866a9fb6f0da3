import type { QuoteInput } from '../../../src/modules/billing/index.js';
import { money } from '../../../src/shared/money.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { BillingScene, REGISTERED_IN_FRANCE, SERVICE } from './billing-scene.js';

describe('quotes', () => {
  let test: TestApp;
  let scene: BillingScene;
  beforeAll(async () => {
    test = await startTestApp();
    scene = await new BillingScene(test).open('FR', 'DE');
  });
  afterAll(() => test.close());

  const asking = (expertId: string, changes: Partial<QuoteInput> = {}): QuoteInput => ({
    expertId,
    buyer: { accountId: null, country: 'FR' },
    price: {
      model: 'per_minute',
      unit: money(120n, 'EUR'),
      sessionMinutes: null,
      freeMinutes: 0,
    },
    minutes: 15,
    service: SERVICE,
    ...changes,
  });
  it('holds the ceiling with its tax and says what is left for the expert', async () => {
    const verdict = await scene.billing.quote(asking(await scene.expert()));
    expect(verdict).toEqual({
      ok: true,
      value: {
        unit: money(120n, 'EUR'),
        minutes: 15,
        ceiling: money(1800n, 'EUR'),
        taxIncluded: true,
        tax: { ratePercent: '20', amount: money(300n, 'EUR'), label: 'VAT' },
        net: money(1500n, 'EUR'),
        // 18.00 - 3.60 commission - 0.72 tax on it
        expertNet: money(1368n, 'EUR'),
      },
    });
  });

  it.each([
    ['fr', 'TVA'],
    ['ar', 'ضريبة القيمة المضافة'],
    ['ja', 'VAT'],
  ])('names the tax as readers of %s do', async (language, label) => {
    const verdict = await scene.billing.quote(asking(await scene.expert(), { language }));
    expect(verdict).toMatchObject({ value: { tax: { label } } });
  });

  it('leaves the free minutes out', async () => {
    const price = {
      model: 'per_minute',
      unit: money(120n, 'EUR'),
      sessionMinutes: null,
      freeMinutes: 5,
    } as const;
    const input = asking(await scene.expert(), { price });
    expect(await scene.billing.quote(input)).toMatchObject({
      value: { ceiling: money(1200n, 'EUR') },
    });
  });

  it('refuses a sale whose tax is not known, with the reason', async () => {
    const unknown = await scene.person();
    expect(await scene.billing.quote(asking(unknown))).toMatchObject({
      ok: false,
      refusal: { code: 'tax.fact_missing' },
    });
    const japanese = await scene.expert({ ...REGISTERED_IN_FRANCE, country: 'JP' });
    expect(await scene.billing.quote(asking(japanese))).toMatchObject({
      ok: false,
      refusal: { code: 'tax.no_live_pack' },
    });
  });

  it('refuses a ceiling that the provider cannot hold', async () => {
    const price = {
      model: 'per_session',
      unit: money(30n, 'EUR'),
      sessionMinutes: 30,
      freeMinutes: 0,
    } as const;
    const input = asking(await scene.expert(), { price, minutes: 30 });
    expect(await scene.billing.quote(input)).toMatchObject({
      ok: false,
      refusal: { code: 'billing.below_minimum' },
    });
  });
});
