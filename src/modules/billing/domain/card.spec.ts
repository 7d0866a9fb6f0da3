import { checkCard, traceOf } from './card.js';

const CARD = { number: '4242 4242 4242 4242', expiry: '11/26', cvc: '123' };
const rules = (changes: Partial<typeof CARD>): string[] =>
  checkCard({ ...CARD, ...changes }, '2026-11').map(({ rule }) => rule);

describe('checkCard', () => {
  it('takes a card until the end of its month', () => {
    expect(rules({})).toEqual([]);
    expect(rules({ expiry: '10/26' })).toEqual(['card_expired']);
    expect(rules({ expiry: '1/27' })).toEqual(['card_expiry']);
    expect(rules({ expiry: '01 / 2027' })).toEqual([]);
  });

  it('notices a wrong digit, and letters', () => {
    expect(rules({ number: '4242 4242 4242 4243' })).toEqual(['card_number']);
    expect(rules({ number: '4242 abcd' })).toEqual(['card_number']);
    expect(rules({ cvc: '12' })).toEqual(['card_cvc']);
  });
});

describe('traceOf', () => {
  it('keeps the brand and four digits', () => {
    expect(traceOf(CARD)).toEqual({ brand: 'visa', lastFour: '4242' });
    expect(traceOf({ ...CARD, number: '5555-5555-5555-4444' })).toEqual({
      brand: 'mastercard',
      lastFour: '4444',
    });
  });
});
