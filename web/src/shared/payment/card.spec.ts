import { isCardNumber, slashedExpiry, spacedCard } from './card';

describe('isCardNumber', () => {
  it('takes a number with its right check digit, however it is spaced', () => {
    expect(isCardNumber('4242 4242 4242 4242')).toBe(true);
    expect(isCardNumber('378282246310005')).toBe(true);
  });

  it('refuses a slip of the finger and what is too short', () => {
    expect(isCardNumber('4242 4242 4242 4241')).toBe(false);
    expect(isCardNumber('0000')).toBe(false);
    expect(isCardNumber('')).toBe(false);
  });
});

describe('what is typed', () => {
  it('is spaced the way it is printed on a card', () => {
    expect(spacedCard('42424242')).toBe('4242 4242');
    expect(slashedExpiry('1228')).toBe('12/28');
    expect(slashedExpiry('1')).toBe('1');
  });
});
