import { type ListingDraft, problemsOf } from './listing-draft.js';

const draft: ListingDraft = {
  categoryId: 'cooking',
  title: 'Rescue your sourdough',
  summary: 'We look at your dough together and make it rise again.',
  description: 'Show me your starter and your dough; I tell you what to change, step by step.',
  kindOfHelp: 'advice',
  languages: ['en', 'fr'],
  price: {
    model: 'per_minute',
    amountMinor: '120',
    currency: 'EUR',
    sessionMinutes: null,
    freeMinutes: 2,
  },
  instant: true,
};

describe('problemsOf', () => {
  it('lets a complete draft pass', () => {
    expect(problemsOf(draft)).toEqual([]);
  });

  it.each<[string, Partial<ListingDraft>, string]>([
    ['a title of three letters', { title: 'abc' }, 'title'],
    ['no language', { languages: [] }, 'languages'],
    [
      'a paid price without an amount',
      { price: { ...draft.price, amountMinor: null } },
      'price.amountMinor',
    ],
    ['a price of zero', { price: { ...draft.price, amountMinor: '0' } }, 'price.amountMinor'],
    ['a negative price', { price: { ...draft.price, amountMinor: '-5' } }, 'price.amountMinor'],
    [
      'a session of seven minutes',
      { price: { ...draft.price, model: 'per_session', sessionMinutes: 7 } },
      'price.sessionMinutes',
    ],
    [
      'free help with a price',
      { price: { ...draft.price, model: 'free', sessionMinutes: 30 } },
      'price.amountMinor',
    ],
    ['a currency that is none', { price: { ...draft.price, currency: 'eur' } }, 'price.currency'],
  ])('names the field of %s', (_, change, field) => {
    expect(problemsOf({ ...draft, ...change }).map((problem) => problem.field)).toEqual([field]);
  });
});
