import { formatMoney, formatMoneyExact, parseAmount, toDecimalString } from './money';

describe('formatMoney', () => {
  it('shows whole sums without decimals and others with all of them', () => {
    expect(formatMoney({ amountMinor: '1500', currency: 'EUR' }, 'en')).toBe('€15');
    expect(formatMoney({ amountMinor: '1505', currency: 'EUR' }, 'en')).toBe('€15.05');
  });

  it('knows currencies without decimals and with three', () => {
    expect(formatMoney({ amountMinor: '1500', currency: 'JPY' }, 'en')).toBe('¥1,500');
    expect(formatMoneyExact({ amountMinor: '1500', currency: 'KWD' }, 'en')).toMatch(/1\.500$/);
  });

  it('keeps digits that a float would lose', () => {
    expect(formatMoneyExact({ amountMinor: '900719925474099301', currency: 'EUR' }, 'en')).toBe(
      '€9,007,199,254,740,993.01',
    );
  });
});

describe('toDecimalString', () => {
  it('pads small and negative sums', () => {
    expect(toDecimalString('5', 2)).toBe('0.05');
    expect(toDecimalString('-5', 2)).toBe('-0.05');
  });
});

describe('parseAmount', () => {
  it('reads both decimal marks', () => {
    expect(parseAmount('12,5', 'EUR')).toBe('1250');
    expect(parseAmount('0.50', 'EUR')).toBe('50');
  });

  it('refuses what is not an amount of the currency', () => {
    expect(parseAmount('12.505', 'EUR')).toBeNull();
    expect(parseAmount('12.5', 'JPY')).toBeNull();
    expect(parseAmount('-3', 'EUR')).toBeNull();
    expect(parseAmount('', 'EUR')).toBeNull();
  });
});
