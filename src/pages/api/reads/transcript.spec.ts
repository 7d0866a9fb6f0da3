import { type Transcript, transcriptPage, transcriptText } from './transcript.js';

const TRANSCRIPT: Transcript = {
  title: 'Bread & <b>salt</b>',
  lead: 'With Eva',
  language: 'ar',
  lines: [
    {
      at: '10:00',
      who: 'Eva "the oven"',
      what: 'wrote',
      words: '<script>alert(1)</script>',
      files: [
        { name: 'crumb.png', path: 'files/1-crumb.png' },
        { name: 'a"b.md', path: 'files/2-a"b.md' },
      ],
    },
    { at: '10:05', who: null, what: 'The meter stood still', words: '', files: [] },
  ],
};

describe('transcriptPage', () => {
  it('shows what people wrote as the text that it is, in the direction of the language', () => {
    const page = transcriptPage(TRANSCRIPT);
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<b>');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('dir="rtl"');
  });

  it('leads to the files beside it, and shows pictures', () => {
    const page = transcriptPage(TRANSCRIPT);
    expect(page).toContain('<img src="files/1-crumb.png" alt="crumb.png">');
    expect(page).toContain('href="files/2-a%22b.md"');
  });
});

describe('transcriptText', () => {
  it('says the same in plain lines', () => {
    expect(transcriptText(TRANSCRIPT)).toContain(
      '[10:00] Eva "the oven" · wrote\n<script>alert(1)</script>\n-> files/1-crumb.png',
    );
  });
});
