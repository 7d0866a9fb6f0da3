import { familyOf, numberOf, seriesKey } from './document-number.js';

const SERIES = { issuer: 'e', family: 'invoice', year: 2026 } as const;

describe('numberOf', () => {
  it('fills in the pattern of the law', () => {
    expect(numberOf(SERIES, 42, 'FR-{yyyy}-{seq6}')).toBe('FR-2026-000042');
    expect(numberOf(SERIES, 1_234_567, 'DE-{yyyy}-{seq6}')).toBe('DE-2026-1234567');
  });

  it('has a plain form where no law asks for one', () => {
    expect(numberOf(SERIES, 7, null)).toBe('2026-000007');
  });

  it('never gives a credit note the number of an invoice', () => {
    const credit = { ...SERIES, family: familyOf('credit_note') };
    expect(numberOf(credit, 42, 'FR-{yyyy}-{seq6}')).toBe('C-FR-2026-000042');
    expect(seriesKey(credit)).not.toBe(seriesKey(SERIES));
  });
});
