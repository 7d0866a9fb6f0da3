import fc from 'fast-check';
import { bestOf } from './best-of.js';

describe('bestOf', () => {
  it('gives the beginning of the sorted whole, however many are asked for', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.nat(40), (numbers, count) => {
        const sorted = [...numbers].sort((a, b) => b - a).slice(0, count);
        expect(bestOf(numbers, count, (a, b) => a > b)).toEqual(sorted);
      }),
    );
  });
});
