import { agent } from 'supertest';
import { CatalogFacade } from '../../../src/modules/catalog/index.js';
import { SchedulingFacade } from '../../../src/modules/scheduling/index.js';
import { KeepSlotsFresh } from '../../../src/workflows/keep-search-fresh/keep-slots-fresh.js';
import { FREE_PRICE } from '../../support/hours.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import { aCategory, anExpert, aPerson, idempotencyKey } from '../../support/world.js';

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly facets: Readonly<Record<string, { value: string; label: string; count: number }[]>>;
}

describe.each(STORES)('finding an offer on %s', (store) => {
  let test: TestApp;
  let categoryId: string;
  beforeAll(async () => {
    test = await startTestApp({ store, now: '2026-11-23T08:00:00Z' });
    categoryId = await aCategory(test);
  }, 60_000);
  afterAll(() => test.close());

  const search = async (query: string, headers: Record<string, string> = {}): Promise<Page> =>
    (await agent(test.url).get(`/api/v1/search?${query}`).set(headers).expect(200)).body as Page;
  const hours = (expertId: string, weekday: number): Promise<unknown> =>
    test.get(SchedulingFacade).setAvailability(expertId, {
      timeZone: 'UTC',
      weekly: [{ weekday, startsAt: '09:00', endsAt: '09:30' }],
      exceptions: [],
      noticeMinutes: 0,
      bufferMinutes: 0,
      stepMinutes: 30,
      horizonDays: 30,
    });

  it('by how soon there is time, which a booking changes at once', async () => {
    const price = FREE_PRICE;
    const today = await anExpert(test, 'Mona', categoryId, { price, title: 'Tune a zither today' });
    const friday = await anExpert(test, 'Fred', categoryId, {
      price,
      title: 'Tune a zither on Friday',
    });
    await hours(today.id, 1);
    await hours(friday.id, 5);
    await test.get(KeepSlotsFresh).refreshAll();
    const found = await search('q=zither');
    expect(found.facets['soonest']).toEqual([
      { value: '24h', label: 'Within 24 hours', count: 1 },
      { value: '7d', label: 'Within 7 days', count: 2 },
    ]);
    expect((await search('q=zither&soonest=24h')).items.map(({ id }) => id)).toEqual([
      today.listingId,
    ]);
    const learner = await aPerson(test, 'Lea');
    await learner.http
      .post('/api/v1/bookings')
      .set(idempotencyKey())
      .send({ listingId: today.listingId, startsAt: '2026-11-23T09:00:00Z' })
      .expect(201);
    await test.settle();
    expect((await search('q=zither&soonest=24h')).items).toEqual([]);
  });

  it('by what a visit costs, in the currency that the visitor sees', async () => {
    const perMinute = { model: 'per_minute', sessionMinutes: null, freeMinutes: 0 } as const;
    const cheap = await anExpert(test, 'Cleo', categoryId, {
      title: 'Fix a theremin for little',
      price: { ...perMinute, amountMinor: '40', currency: 'EUR' },
    });
    await anExpert(test, 'Dora', categoryId, {
      title: 'Fix a theremin with care',
      price: { ...perMinute, amountMinor: '300', currency: 'EUR' },
    });
    await anExpert(test, 'Yuki', categoryId, {
      title: 'Fix a theremin in Kyoto',
      price: { ...perMinute, amountMinor: '200', currency: 'JPY' },
    });
    const { facets } = await search('q=theremin');
    expect(facets['priceBand']?.map(({ value, label }) => [value, label])).toEqual([
      ['EUR:0-10', 'Up to €10'],
      ['EUR:50-', 'More than €50'],
    ]);
    const chosen = await search(`q=theremin&priceBand=${encodeURIComponent('EUR:0-10')}`);
    expect(chosen.items.map(({ id }) => id)).toEqual([cheap.listingId]);
    const foreign = await search(`q=theremin&priceBand=${encodeURIComponent('JPY:1500-4000')}`);
    expect(foreign.facets['priceBand']?.map(({ value }) => value)).toContain('JPY:1500-4000');
  });

  it.each([
    ['chest pain', 'FR', { number: '112' }],
    ['douleur à la poitrine', 'US', { number: '911' }],
    ['ألم في الصدر', 'GB', { number: '999' }],
    ['chest pain', 'ZW', { number: null }],
    ['zither', 'FR', null],
  ])('tells who asks for "%s" in %s the number to call', async (text, country, emergency) => {
    const cookie = `visavis_country=${country}`;
    expect(await search(`q=${encodeURIComponent(text)}`, { cookie })).toMatchObject({ emergency });
  });

  it('while somebody types, by category and title, with nothing for a single letter', async () => {
    const asked = (q: string) =>
      agent(test.url)
        .get(`/api/v1/search/suggestions?q=${encodeURIComponent(q)}`)
        .expect(200);
    const expert = await anExpert(test, 'Cara', categoryId, { title: 'Cook a perfect paella' });
    await test.settle();
    expect((await asked('c')).body).toEqual({ items: [] });
    const { slug } = await test.get(CatalogFacade).category(categoryId);
    const { items } = (await asked('Cóok')).body as { items: object[] };
    expect(items.slice(0, 2)).toEqual([
      { kind: 'category', label: 'Cooking', language: 'en', path: `/categories/${slug}` },
      expect.objectContaining({
        kind: 'listing',
        label: 'Cook a perfect paella',
        path: `/listings/${expert.listingId}`,
      }),
    ]);
  });

  it('keeps which questions found nothing, without who asked, for ops and for the rate', async () => {
    const catalog = test.get(CatalogFacade);
    const asks = async (text: string, headers = {}): Promise<unknown> =>
      search(`q=${encodeURIComponent(text)}`, headers);
    await asks('Xylocarp Grafting +33 6 12 34 56 78 me@home.example');
    await asks('grafting xylocarp');
    await asks('xylocarp grafting', { cookie: 'visavis_language=fr' });
    await search('q=xylocarp&price=free');
    const kept = async () =>
      (await catalog.emptySearches({ offset: 0, limit: 10 })).items.map(
        ({ day, language, words, asked }) => [day, language, words, asked],
      );
    for (let attempt = 0; attempt < 50 && (await kept()).length < 2; attempt += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await kept()).toEqual([
      ['2026-11-23', 'en', 'grafting xylocarp', 2],
      ['2026-11-23', 'fr', 'grafting xylocarp', 1],
    ]);
    const metrics = await agent(test.url).get('/metrics').expect(200);
    expect(metrics.text).toMatch(/catalog_searches_total\{outcome="nothing"\} [4-9]/);
    expect(metrics.text).toMatch(/catalog_searches_total\{outcome="found"\} \d/);
    test.clock.advance({ hours: 24 * 91 });
    await asks('ondes martenotissimo');
    for (let attempt = 0; attempt < 50 && (await kept()).length > 1; attempt += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await kept()).map(([, , words]) => words)).toEqual(['martenotissimo ondes']);
  });
});
