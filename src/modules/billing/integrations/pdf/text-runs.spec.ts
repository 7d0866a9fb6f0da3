import { runsOf } from './text-runs.js';

const drawn = (line: string, direction: 'ltr' | 'rtl'): string[] =>
  runsOf(line, direction).map(({ text }) => text);

describe('runsOf', () => {
  it('leaves a line of one direction as it is', () => {
    expect(drawn('Invoice 42', 'ltr')).toEqual(['Invoice 42']);
  });

  it('puts words that run from right to left in the order in which they are drawn', () => {
    expect(drawn('رقم الفاتورة', 'rtl')).toEqual(['الفاتورة', ' ', 'رقم']);
  });

  it('keeps a number and its currency together inside a sentence of the other direction', () => {
    expect(drawn('المبلغ \u206812.34 €\u2069 فقط', 'rtl')).toEqual([
      'فقط',
      ' ',
      '12.34 €',
      ' ',
      'المبلغ',
    ]);
  });

  it('turns brackets round with the text that they stand in', () => {
    expect(drawn('(رقم)', 'rtl')).toEqual(['(', 'رقم', ')']);
  });

  it('lets an isolated address keep its own direction', () => {
    expect(drawn('\u20683 place des Exemples\u2069', 'rtl')).toEqual(['3 place des Exemples']);
  });

  it('chooses for each letter a face that has it', () => {
    const faces = runsOf('Łukasz Луц ليلى', 'ltr').map(({ face }) => face.name);
    expect(new Set(faces)).toEqual(
      new Set([
        'noto-sans-latin',
        'noto-sans-latin-ext',
        'noto-sans-cyrillic',
        'noto-sans-arabic-arabic',
      ]),
    );
  });
});
