import fc from 'fast-check';
import { decimalOf, moneyOfDecimal } from './decimal-amount.js';
import { money } from './money.js';

describe('moneyOfDecimal', () => {
  it.each([
    ['60', 'EUR', 6000n],
    ['12.5', 'EUR', 1250n],
    ['0.07', 'USD', 7n],
    ['1500', 'JPY', 1500n],
    ['3.25', 'KWD', 3250n],
  ])('reads %s %s', (text, currency, minor) => {
    expect(moneyOfDecimal(text, currency)).toEqual(money(minor, currency));
  });

  it.each([
    ['1.005', 'EUR'],
    ['1.5', 'JPY'],
    ['', 'EUR'],
    ['-1', 'EUR'],
    ['1,5', 'EUR'],
    ['1e3', 'EUR'],
    ['9999999999999', 'EUR'],
  ])('does not guess what %p %s means', (text, currency) => {
    expect(moneyOfDecimal(text, currency)).toBeNull();
  });
});

describe('decimalOf', () => {
  it.each([
    [5n, 'EUR', '0.05'],
    [-5n, 'EUR', '-0.05'],
    [1500n, 'JPY', '1500'],
    [1n, 'KWD', '0.001'],
  ])('writes %s of %s as %s', (minor, currency, text) => {
    expect(decimalOf(money(minor, currency))).toBe(text);
  });

  it('is read back as it was written', () => {
    const currencies = fc.constantFrom('EUR', 'JPY', 'KWD');
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), currencies, (minor, currency) => {
        const amount = money(minor, currency);
        expect(moneyOfDecimal(decimalOf(amount), currency)).toEqual(amount);
      }),
    );
  });
});
