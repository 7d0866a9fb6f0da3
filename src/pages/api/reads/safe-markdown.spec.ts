import { toSafeHtml } from './safe-markdown.js';

describe('toSafeHtml', () => {
  it('makes paragraphs, lists, bold and italic', () => {
    expect(toSafeHtml('Hello **you**\nand *me*\n\n- one\n- two')).toBe(
      '<p>Hello <strong>you</strong><br>and <em>me</em></p><ul><li>one</li><li>two</li></ul>',
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '**<b onclick="x">**',
    '[x](javascript:alert(1))',
  ])('lets no element of the writer through: %s', (text) => {
    expect(toSafeHtml(text).replace(/<\/?(p|strong|em|ul|li|br)>/g, '')).not.toMatch(/[<>]/);
  });
});
