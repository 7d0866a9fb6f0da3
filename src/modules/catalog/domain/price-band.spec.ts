import fc from 'fast-check';
import type { ListingPrice } from './listing-draft.js';
import { bandOf, bandsOf, nameOfBand } from './price-band.js';

const price = (change: Partial<ListingPrice>): ListingPrice => ({
  model: 'per_session',
  amountMinor: '2500',
  currency: 'EUR',
  sessionMinutes: 30,
  freeMinutes: 0,
  ...change,
});
const named = (change: Partial<ListingPrice>): string | null => {
  const band = bandOf(price(change));
  return band && nameOfBand(band);
};

describe('bandOf', () => {
  it.each<[string, Partial<ListingPrice>, string | null]>([
    ['a session at the end of a range', { amountMinor: '2500' }, 'EUR:10-25'],
    ['a cent more', { amountMinor: '2501' }, 'EUR:25-50'],
    ['by the minute, twenty of them', { model: 'per_minute', amountMinor: '120' }, 'EUR:10-25'],
    [
      'by the minute, with free ones at the start',
      { model: 'per_minute', amountMinor: '120', freeMinutes: 15 },
      'EUR:0-10',
    ],
    ['yen, which have no cents', { amountMinor: '4000', currency: 'JPY' }, 'JPY:1500-4000'],
    ['the highest', { amountMinor: '99900' }, 'EUR:50-'],
    ['free help', { model: 'free', amountMinor: null }, null],
  ])('names the range of %s', (_, change, band) => {
    expect(named(change)).toBe(band);
  });

  it('finds for every price exactly one range of its own currency', () => {
    const amounts = fc.bigInt({ min: 1n, max: 1_000_000n });
    const currencies = fc.constantFrom('EUR', 'JPY', 'KWD', 'MAD');
    fc.assert(
      fc.property(amounts, currencies, (amount, currency) => {
        const band = bandOf(price({ amountMinor: String(amount), currency }));
        expect(bandsOf(currency)).toContainEqual(band);
      }),
    );
  });
});
