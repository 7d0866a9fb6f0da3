import { keptWords } from './empty-search.js';

describe('keptWords', () => {
  it('is the same for the same words in another order', () => {
    expect(keptWords(['zither', 'repair', 'zither'])).toBe('repair zither');
  });

  it.each([
    ['a telephone number', ['call', '0612345678'], 'call'],
    ['a mail address', ['ada@home.example', 'help'], 'help'],
    ['a name of a host', ['my.router.lan', 'router'], 'router'],
    ['nothing but numbers', ['4242', '12/30'], null],
    ['a key', ['k'.repeat(40)], null],
  ])('keeps nothing of %s', (_, terms, kept) => {
    expect(keptWords(terms)).toBe(kept);
  });

  it('keeps words of every script', () => {
    expect(keptWords(['饺子', 'عود', 'château'])).toBe('château عود 饺子');
  });
});
