import { htmlToMarkdown } from './html-to-markdown.js';

describe('htmlToMarkdown', () => {
  it('keeps headings, emphasis, lists and links', () => {
    expect(
      htmlToMarkdown(
        '<h1>Bread &amp; salt</h1><p>Mix <strong>well</strong>, <em>slowly</em>.</p>' +
          '<ul><li>flour<ol><li>white</li></ol></li><li>water</li></ul>' +
          '<p>See <a href="https://visavis.example/a?b=1&amp;c=2">this</a>.</p>',
      ),
    ).toBe(
      '# Bread & salt\n\nMix **well**, *slowly*.\n\n- flour\n  1. white\n- water\n\n' +
        'See [this](https://visavis.example/a?b=1&c=2).',
    );
  });

  it('writes a table with its first row as the head', () => {
    expect(
      htmlToMarkdown(
        '<table><tr><td><p>a</p></td><td><p>b</p></td></tr><tr><td>1</td><td>2 | 3</td></tr></table>',
      ),
    ).toBe('| a | b |\n| --- | --- |\n| 1 | 2 / 3 |');
  });

  it('leaves the text of what it does not know, and text that looks like a mark', () => {
    expect(htmlToMarkdown('<p>5 * 3 &lt; <sup>2</sup><img src="x" />&lt;b&gt;</p>')).toBe(
      '5 * 3 < 2<b>',
    );
  });
});
