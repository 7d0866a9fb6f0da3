import fc from 'fast-check';
import { toSafeHtml } from './safe-markdown.js';

const ATTACKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '**<b onclick="x">**',
  '[x](javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '![x](https://elsewhere.example/pixel.gif)',
  '<a href="https://x.example" onmouseover="x">y</a>',
  '[x](https://x.example "\\" onmouseover=\\"x")',
];
const ALLOWED =
  /<\/?(p|br|strong|em|s|ul|ol|li|blockquote|code|pre|hr|h[345]|a)( \/)?>|<a( href="(https?:|mailto:)[^"<>]*")? rel="nofollow ugc noopener noreferrer">|<ol start="\d+">/g;

describe('toSafeHtml', () => {
  it('makes paragraphs, lists, bold and italic', () => {
    expect(toSafeHtml('Hello **you**\nand *me*\n\n- one\n- two')).toBe(
      '<p>Hello <strong>you</strong><br />\nand <em>me</em></p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>',
    );
  });

  it('lends links no weight and tells the other side nothing', () => {
    expect(toSafeHtml('[mine](https://bread.example/a)')).toBe(
      '<p><a href="https://bread.example/a" rel="nofollow ugc noopener noreferrer">mine</a></p>',
    );
  });

  it('keeps the first two levels of headings for the page', () => {
    expect(toSafeHtml('# Big\n\n## Smaller')).toBe('<h3>Big</h3>\n<h4>Smaller</h4>');
  });

  it.each(ATTACKS)('lets no element of the writer through: %s', (text) => {
    expect(toSafeHtml(text).replace(ALLOWED, '')).not.toMatch(/[<>]/);
  });

  it('makes nothing but the allowed elements of whatever is typed', () => {
    const piece = fc.constantFrom(
      ...ATTACKS,
      '# ',
      '- ',
      '1. ',
      '**',
      '`',
      '\n',
      '> ',
      '&lt;',
      'a ',
      '[',
      '](',
      ')',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(toSafeHtml(pieces.join('')).replace(ALLOWED, '')).not.toMatch(/[<>]/);
      }),
    );
  });
});
