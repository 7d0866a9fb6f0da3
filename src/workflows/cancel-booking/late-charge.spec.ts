import { money } from '../../shared/money.js';
import { chargeOf } from './late-charge.js';

describe('chargeOf', () => {
  it.each([
    ['half of an even price', 3600n, 50, 1800n],
    ['half of an odd one, rounded up', 3601n, 50, 1801n],
    ['nothing', 3600n, 0, 0n],
    ['all of it', 3601n, 100, 3601n],
  ])('takes %s', (_, price, percent, charged) => {
    expect(chargeOf(money(price, 'EUR'), percent)).toEqual(money(charged, 'EUR'));
  });
});
