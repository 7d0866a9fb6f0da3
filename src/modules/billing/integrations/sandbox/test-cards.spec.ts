import { checkCard } from '../../domain/card.js';
import { TEST_CARDS, testCardOf } from './test-cards.js';

describe('TEST_CARDS', () => {
  it('have numbers that a form takes, each once', () => {
    for (const { number } of TEST_CARDS)
      expect(checkCard({ number, expiry: '12/30', cvc: '123' }, '2026-11')).toEqual([]);
    expect(new Set(TEST_CARDS.map(({ number }) => number)).size).toBe(TEST_CARDS.length);
  });

  it('are the only cards there are', () => {
    expect(testCardOf('4242424242424242')?.behaviour).toBe('good');
    expect(testCardOf('4111111111111111')).toBeNull();
  });
});
