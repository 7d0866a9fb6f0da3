import fc from 'fast-check';
import { splitLinks } from './split-links';

const linksOf = (text: string) =>
  splitLinks(text).flatMap((part) => (part.isLink ? [part.text] : []));

describe('splitLinks', () => {
  it('finds the address in a sentence, without the sign that ends it', () => {
    expect(linksOf('see https://visavis.example/a?b=1, then (http://other.example).')).toEqual([
      'https://visavis.example/a?b=1',
      'http://other.example',
    ]);
  });

  it('makes no link of anything that is not an address of the web', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,x',
      'www.visavis.example',
      'https://',
    ])
      expect(linksOf(text)).toEqual([]);
  });

  it('loses nothing of the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const whole = `${text} https://visavis.example/ ${text}`;
        expect(
          splitLinks(whole)
            .map((part) => part.text)
            .join(''),
        ).toBe(whole);
      }),
    );
  });
});
