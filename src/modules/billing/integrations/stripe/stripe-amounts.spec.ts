import fc from 'fast-check';
import { money } from '../../../../shared/money.js';
import { fromStripe, isExactWithStripe, stripeMinimumOf, toStripe } from './stripe-amounts.js';

describe('amounts as Stripe counts them', () => {
  it.each([
    [1800n, 'EUR', 1800, 'eur'],
    [1800n, 'JPY', 1800, 'jpy'],
    [1800n, 'ISK', 180_000, 'isk'],
    [18n, 'UGX', 1800, 'ugx'],
  ])('%d of %s are sent as %d', (amountMinor, currency, amount, code) => {
    expect(toStripe(money(amountMinor, currency))).toEqual({ amount, currency: code });
  });

  it('come back as they were sent', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.constantFrom('EUR', 'USD', 'JPY', 'ISK', 'UGX', 'HUF'),
        (amountMinor, currency) => {
          const sent = toStripe(money(amountMinor, currency));
          expect(fromStripe(sent.amount, sent.currency)).toEqual(money(amountMinor, currency));
        },
      ),
    );
  });

  it('know which currency cannot be charged to its last unit, and the least that can be charged', () => {
    expect(isExactWithStripe('EUR')).toBe(true);
    expect(isExactWithStripe('KWD')).toBe(false);
    expect(stripeMinimumOf('GBP')).toBe(30n);
    expect(stripeMinimumOf('XOF')).toBe(50n);
  });
});
