import { draftOf, emptyListing, listingSchema, typedOf, type ListingTyped } from './listing-form';

const typed: ListingTyped = {
  ...emptyListing('en', 'EUR'),
  categoryId: 'c1',
  title: 'Your sourdough, rescued',
  summary: 'We look at your starter together.',
  description: 'Bring your starter, a jar and ten minutes of patience.',
  amount: '1,50',
  freeMinutes: '3',
};

describe('draftOf', () => {
  it('sends what the price model knows and nothing else', () => {
    expect(draftOf(typed).price).toEqual({
      model: 'per_minute',
      currency: 'EUR',
      amountMinor: '150',
      sessionMinutes: null,
      freeMinutes: 3,
    });
    expect(draftOf({ ...typed, model: 'free' }).price).toMatchObject({
      amountMinor: null,
      sessionMinutes: 30,
      freeMinutes: 0,
    });
  });

  it('comes back to what was typed', () => {
    expect(draftOf(typedOf(draftOf(typed)))).toEqual(draftOf(typed));
  });
});

describe('listingSchema', () => {
  it('takes a finished listing', () => {
    expect(listingSchema.safeParse(typed).success).toBe(true);
  });

  it('asks for a price that is more than nothing, in decimals the currency has', () => {
    for (const amount of ['', '0', '1.505', 'ten'])
      expect(listingSchema.safeParse({ ...typed, amount }).success).toBe(false);
    expect(listingSchema.safeParse({ ...typed, model: 'free', amount: '' }).success).toBe(true);
  });

  it('wants sessions in steps of five minutes', () => {
    const perSession = { ...typed, model: 'per_session' as const };
    expect(listingSchema.safeParse({ ...perSession, sessionMinutes: '45' }).success).toBe(true);
    expect(listingSchema.safeParse({ ...perSession, sessionMinutes: '47' }).success).toBe(false);
  });
});
