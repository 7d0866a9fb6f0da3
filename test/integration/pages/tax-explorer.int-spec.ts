import { agent } from 'supertest';
import type { TaxExplorerPage } from '../../../src/pages/api/views/tax-explorer.view.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { openCountries } from '../../support/world.js';

describe('the tax explorer', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ now: '2026-11-22T10:00:00Z' });
  });
  afterAll(() => test.close());

  const explore = async (query: object, language = 'en'): Promise<TaxExplorerPage> =>
    (
      await agent(test.url)
        .get('/api/v1/tax/explorer')
        .query(query)
        .set('accept-language', language)
        .expect(200)
    ).body as TaxExplorerPage;

  it('says nothing of a sale where no country is open yet', async () => {
    expect(await explore({})).toMatchObject({ countries: [], answer: null });
  });

  describe('with some countries open', () => {
    beforeAll(() => openCountries(test, 'FR', 'DE', 'JP'));

    it('splits a price by the law that decides, with reasons and sources', async () => {
      const { question, answer } = await explore({ seller: 'FR', buyer: 'DE', price: '60' });
      expect(question).toMatchObject({
        seller: 'FR',
        buyer: 'DE',
        price: { amountMinor: '6000', currency: 'EUR' },
      });
      expect(answer?.split).toEqual({
        gross: { amountMinor: '6000', currency: 'EUR' },
        // Advice to a consumer in the union is taxed where the expert is: 60.00 / 1.20
        net: { amountMinor: '5000', currency: 'EUR' },
        tax: { amountMinor: '1000', currency: 'EUR' },
        taxLabel: 'VAT',
        ratePercent: '20',
        commission: { amountMinor: '1200', currency: 'EUR' },
        commissionTax: { amountMinor: '240', currency: 'EUR' },
        taxOwedByPlatform: { amountMinor: '0', currency: 'EUR' },
        payout: { amountMinor: '4560', currency: 'EUR' },
      });
      expect(answer?.reasons.join(' ')).toContain('France');
      expect(answer?.sources.length).toBeGreaterThan(0);
      expect(answer?.sources[0]).toMatchObject({
        readOn: expect.stringMatching(/^\d{4}-/) as string,
      });
    });

    it('takes a learner for a business only with a number that can be right', async () => {
      const rateOf = async (taxId: string): Promise<string | undefined> =>
        (await explore({ seller: 'FR', buyer: 'DE', business: '1', taxId })).answer?.split
          ?.ratePercent;
      expect(await rateOf('DE 136 695 976')).toBe('0');
      expect(await rateOf('DE136695977')).toBe('20');
      expect(await rateOf('')).toBe('20');
    });

    it('asks less of an expert who is not registered', async () => {
      const { answer } = await explore({ seller: 'FR', buyer: 'FR', registered: '0' });
      expect(answer?.split).toMatchObject({ tax: { amountMinor: '0' } });
    });

    it("takes the visitor's country and a usual price for what was left out", async () => {
      const { question } = await explore({ seller: 'JP', buyer: '', category: '' });
      expect(question).toMatchObject({
        buyer: 'FR',
        category: 'consulting_personal',
        price: { amountMinor: '60', currency: 'JPY' },
      });
    });

    it('answers with one sentence where such a sale cannot be made', async () => {
      const { answer } = await explore({ seller: 'FR', buyer: 'BR' });
      expect(answer?.split).toBeNull();
      expect(answer?.refusal).toContain('Brazil');
      const inFrench = await explore({ seller: 'FR', buyer: 'BR' }, 'fr');
      expect(inFrench.answer?.refusal).toContain('Brésil');
    });

    it.each([
      [{ price: '1.005' }, 'price'],
      [{ price: '0' }, 'price'],
      [{ price: 'sixty' }, 'price'],
      [{ seller: 'France' }, 'seller'],
      [{ category: 'spells' }, 'category'],
    ])('refuses %j and names the field', async (query, field) => {
      const answer = await agent(test.url)
        .get('/api/v1/tax/explorer')
        .query({ seller: 'FR', ...query })
        .expect(400);
      const { facts } = answer.body as { facts: { problems: { field: string }[] } };
      expect(facts.problems[0]?.field).toBe(field);
    });
  });
});
