import fc from 'fast-check';
import { priceOf } from './metered-price.js';
import { money } from './money.js';

const perMinute = { model: 'per_minute', unit: money(1200n, 'EUR'), freeMinutes: 0 } as const;

describe('priceOf', () => {
  it('bills 2,240 seconds at 12.00 a minute with 448.00', () => {
    expect(priceOf(perMinute, 2_240, null)).toEqual(money(44_800n, 'EUR'));
  });

  it('rounds half a cent up, once', () => {
    expect(priceOf({ ...perMinute, unit: money(1n, 'EUR') }, 30, null)).toEqual(money(1n, 'EUR'));
    expect(priceOf({ ...perMinute, unit: money(1n, 'EUR') }, 29, null)).toEqual(money(0n, 'EUR'));
  });

  it('counts nothing while the free minutes last', () => {
    expect(priceOf({ ...perMinute, freeMinutes: 5 }, 300, null).amountMinor).toBe(0n);
    expect(priceOf({ ...perMinute, freeMinutes: 5 }, 360, null).amountMinor).toBe(1200n);
  });

  it('charges a session of fixed price whole once it took place, and nothing before', () => {
    const fixed = { model: 'per_session', unit: money(4_000n, 'EUR'), freeMinutes: 0 } as const;
    expect(priceOf(fixed, 59, null).amountMinor).toBe(0n);
    expect(priceOf(fixed, 60, null).amountMinor).toBe(4_000n);
  });

  it('never goes above the ceiling and never falls while time goes on', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 100_000n }),
        fc.nat(20_000),
        fc.nat(20_000),
        fc.nat(10),
        (unit, a, b, freeMinutes) => {
          const terms = { model: 'per_minute', unit: money(unit, 'EUR'), freeMinutes } as const;
          const ceiling = money(unit * 30n, 'EUR');
          const [earlier, later] = a < b ? [a, b] : [b, a];
          const first = priceOf(terms, earlier, ceiling).amountMinor;
          const second = priceOf(terms, later, ceiling).amountMinor;
          expect(first <= second && second <= ceiling.amountMinor).toBe(true);
        },
      ),
    );
  });
});
