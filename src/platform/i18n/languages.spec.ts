import { negotiateLanguage } from './languages.js';

describe('negotiateLanguage', () => {
  it.each([
    ['what the visitor switched to', 'ar', 'fr', 'ar'],
    ['the best of the browser’s list', undefined, 'de, fr;q=0.8, en;q=0.9', 'en'],
    ['a regional form of a language', undefined, 'fr-CA', 'fr'],
    ['English when nothing fits', undefined, 'de, ja', 'en'],
    ['English when nothing is said', undefined, undefined, 'en'],
    ['not a language that is refused by q=0', undefined, 'fr;q=0, ar;q=0.1', 'ar'],
    ['not a choice that does not exist', 'xx', 'fr', 'fr'],
  ])('takes %s', (_, chosen, header, expected) => {
    expect(negotiateLanguage(chosen, header)).toBe(expected);
  });
});
