import { BillingFacade, type QuoteInput } from '../../../src/modules/billing/index.js';
import { AccountsFacade } from '../../../src/modules/accounts/index.js';
import type { SellerProfile } from '../../../src/modules/billing/index.js';
import { money } from '../../../src/shared/money.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const SERVICE = {
  taxCategory: 'hobby_class',
  live: true,
  human: true,
  format: 'one_to_one',
  recordingSold: false,
} as const;

describe('quotes', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ env: { DEMO: '1' } });
  });
  afterAll(() => test.close());

  const expert = async (country: string, facts: SellerProfile['facts'] | null): Promise<string> => {
    const { id } = await test.get(AccountsFacade).signUp({
      email: `expert-${crypto.randomUUID()}@visavis.example`,
      password: 'a long enough password',
      displayName: 'Odile',
      country,
      language: 'fr',
      timeZone: 'Europe/Paris',
    });
    if (facts) {
      const profile = { legalName: 'Odile Martin', address: '1 rue X, Paris', evidence: [], facts };
      await test.get(BillingFacade).setSellerProfile(id, profile);
    }
    return id;
  };
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
  const REGISTERED = {
    country: 'FR',
    kind: 'sole_trader',
    taxRegistered: true,
    id: 'FR40303265045',
    scheme: 'none',
  } as const;

  it('holds the ceiling with its tax and says what is left for the expert', async () => {
    const verdict = await test.get(BillingFacade).quote(asking(await expert('FR', REGISTERED)));
    expect(verdict).toEqual({
      ok: true,
      value: {
        unit: money(120n, 'EUR'),
        minutes: 15,
        ceiling: money(1800n, 'EUR'),
        taxIncluded: true,
        tax: { ratePercent: '20', amount: money(300n, 'EUR'), label: expect.any(String) as string },
        net: money(1500n, 'EUR'),
        // 18.00 - 3.60 commission - 0.72 tax on it
        expertNet: money(1368n, 'EUR'),
      },
    });
  });

  it('leaves the free minutes out', async () => {
    const price = {
      model: 'per_minute',
      unit: money(120n, 'EUR'),
      sessionMinutes: null,
      freeMinutes: 5,
    } as const;
    const input = asking(await expert('FR', REGISTERED), { price });
    expect(await test.get(BillingFacade).quote(input)).toMatchObject({
      value: { ceiling: money(1200n, 'EUR') },
    });
  });

  it('refuses a sale whose tax is not known, with the reason', async () => {
    const unknown = await expert('FR', null);
    expect(await test.get(BillingFacade).quote(asking(unknown))).toMatchObject({
      ok: false,
      refusal: { code: 'tax.fact_missing' },
    });
    const japanese = await expert('JP', { ...REGISTERED, country: 'JP' });
    expect(await test.get(BillingFacade).quote(asking(japanese))).toMatchObject({
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
    const input = asking(await expert('FR', REGISTERED), { price, minutes: 30 });
    expect(await test.get(BillingFacade).quote(input)).toMatchObject({
      ok: false,
      refusal: { code: 'billing.below_minimum' },
    });
  });
});
