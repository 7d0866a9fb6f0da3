import { saleFactsOf } from './facts-json.js';
import { TaxFactsInvalidError } from './tax.errors.js';

const WHOLE = {
  seller: { country: 'DE' },
  buyer: { country: 'FR', evidence: [{ source: 'card', country: 'FR' }] },
  platform: { actsAs: 'disclosed_agent' },
  service: { category: 'other', live: true },
  price: { amountMinor: '9007199254740993', currency: 'EUR', taxBehavior: 'inclusive' },
};

function problemsOf(json: unknown): unknown {
  try {
    saleFactsOf(json);
    return [];
  } catch (error) {
    return (error as TaxFactsInvalidError).facts['problems'];
  }
}

describe('saleFactsOf', () => {
  it('keeps amounts exact and unknown facts absent', () => {
    const facts = saleFactsOf({ ...WHOLE, buyer: { ...WHOLE.buyer, region: null } });
    expect(facts.price.amountMinor).toBe(9007199254740993n);
    expect(facts.buyer).toEqual(WHOLE.buyer);
  });

  it('refuses a fact outside the vocabulary instead of dropping it', () => {
    expect(problemsOf({ ...WHOLE, seller: { country: 'DE', taxRegisterd: true } })).toEqual([
      'seller.taxRegisterd is not a known fact',
    ]);
    expect(problemsOf({ ...WHOLE, service: { category: 'juggling' } })).toHaveLength(1);
  });

  it('lists everything that is wrong at once', () => {
    expect(
      problemsOf({
        ...WHOLE,
        seller: { country: 'Germany', taxRegistered: 'yes' },
        price: { amountMinor: 1.5, currency: 'EUR' },
      }),
    ).toEqual([
      'seller.country is not a country code',
      'seller.taxRegistered is not true or false',
      'price.amountMinor is not a whole number of minor units',
      'price.taxBehavior is missing',
    ]);
    expect(problemsOf(null)).toContain('facts is not an object');
  });
});
