import { EMPTY_TAX, positionOf, taxSchema } from './tax-form';

const typed = { ...EMPTY_TAX, legalName: 'Amina Berrada', address: '1 rue du Four, 75006 Paris' };

describe('taxSchema', () => {
  it('asks for a number only from those who are registered', () => {
    expect(taxSchema.safeParse(typed).success).toBe(true);
    expect(taxSchema.safeParse({ ...typed, taxRegistered: true }).success).toBe(false);
    expect(
      taxSchema.safeParse({ ...typed, taxRegistered: true, taxId: 'fr40303265045' }).success,
    ).toBe(true);
  });
});

describe('positionOf', () => {
  it('sends no number and no one-stop shop for somebody who is not registered', () => {
    expect(positionOf({ ...typed, taxId: 'FR1', ossUnion: true })).toMatchObject({
      taxId: null,
      ossUnion: false,
    });
  });

  it('writes the number in capitals', () => {
    expect(positionOf({ ...typed, taxRegistered: true, taxId: ' fr40303265045 ' }).taxId).toBe(
      'FR40303265045',
    );
  });
});
