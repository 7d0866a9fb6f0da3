import { stdnum } from 'stdnum';
import { DEMO_CATEGORIES, demoCategory, demoTaxCategory } from './categories.js';
import { ALWAYS_FREE, DEMO_EXPERTS } from './experts.js';
import { DEMO_LEARNERS, DEMO_STAFF, demoEmail } from './people.js';
import { DEMO_SELLERS } from './sellers.js';

const listings = DEMO_EXPERTS.flatMap((expert) =>
  expert.listings.map((listing) => ({ ...listing, expert })),
);

function share(of: (listing: (typeof listings)[number]) => string): Record<string, number> {
  return listings.reduce<Record<string, number>>(
    (counts, listing) => ({ ...counts, [of(listing)]: (counts[of(listing)] ?? 0) + 1 }),
    {},
  );
}

describe('the demo content', () => {
  it('has forty experts with a hundred and twenty offers', () => {
    expect(DEMO_EXPERTS).toHaveLength(40);
    expect(listings).toHaveLength(120);
  });

  it('mixes the three ways of paying', () => {
    expect(share((listing) => listing.price.model)).toEqual({
      free: 20,
      per_session: 40,
      per_minute: 60,
    });
  });

  it('is written in six languages, half of it in English', () => {
    expect(share((listing) => listing.languages[0] ?? '')).toEqual({
      en: 60,
      fr: 40,
      de: 8,
      ar: 5,
      es: 4,
      ja: 3,
    });
  });

  it('prices in the currency of the place, mostly in euros', () => {
    const currencies = share((listing) => listing.price.currency);
    expect(Object.keys(currencies).sort()).toEqual(['EUR', 'GBP', 'JPY', 'USD']);
    expect(currencies['EUR']).toBeGreaterThan(60);
    for (const { expert, price } of listings)
      if (['FR', 'DE'].includes(expert.country)) expect(price.currency).toBe('EUR');
  });

  it('offers only help that the category knows the tax category of', () => {
    for (const { category, kindOfHelp } of listings)
      expect(demoTaxCategory(category, kindOfHelp)).toMatch(/^[a-z_]+$/);
  });

  it('has something in every part of every trade', () => {
    const used = new Set(listings.map((listing) => listing.category));
    const empty = DEMO_CATEGORIES.filter(
      ({ slug }) =>
        !used.has(slug) &&
        !DEMO_CATEGORIES.some((child) => child.parentSlug === slug && used.has(child.slug)),
    );
    expect(empty).toEqual([]);
  });

  it('keeps health unrecorded and asks for a diploma there', () => {
    const health = demoCategory('health-and-fitness');
    expect(health.forbidsRecording).toBe(true);
    expect(health.requirements.map((asked) => asked.kind)).toContain('file');
    for (const slug of ['movement', 'food-and-sleep', 'life-with-a-baby'])
      expect(demoCategory(slug).parentSlug).toBe('health-and-fitness');
    expect(demoCategory('cooking').forbidsRecording).toBe(false);
  });

  it('says nothing twice', () => {
    const said = listings.flatMap(({ title, summary, description }) => [
      title,
      summary,
      description,
    ]);
    expect(new Set(said).size).toBe(said.length);
  });

  it('gives everybody an address of their own', () => {
    const people = [...DEMO_EXPERTS, ...DEMO_LEARNERS, ...DEMO_STAFF];
    expect(new Set(people.map(({ key }) => demoEmail(key))).size).toBe(people.length);
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
  });

  it('knows the tax position of everybody in France and Germany, and of nobody else', () => {
    const there = DEMO_EXPERTS.filter(({ country }) => ['FR', 'DE'].includes(country));
    expect(Object.keys(DEMO_SELLERS).sort()).toEqual(there.map(({ key }) => key).sort());
    for (const { key, country } of there) {
      const taxId = DEMO_SELLERS[key]?.taxId;
      const check = country === 'FR' ? stdnum.FR?.tva : stdnum.DE?.vat;
      if (taxId) expect([taxId, check?.validate(taxId).isValid]).toEqual([taxId, true]);
    }
  });

  it('has three experts who are always free, in France and Germany and paid by the minute', () => {
    const alwaysFree = DEMO_EXPERTS.filter(({ key }) => ALWAYS_FREE.includes(key));
    expect(alwaysFree.map(({ country }) => country).sort()).toEqual(['DE', 'FR', 'FR']);
    for (const { listings: own } of alwaysFree)
      for (const { price, instant } of own)
        expect([price.model, price.currency, instant]).toEqual(['per_minute', 'EUR', true]);
  });
});
