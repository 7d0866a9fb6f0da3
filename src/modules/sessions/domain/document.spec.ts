import { mayWrite, nameOfFile } from './document.js';

describe('mayWrite', () => {
  it('lets both write, or the author alone', () => {
    expect(mayWrite({ writers: 'both', createdBy: 'a' }, 'b')).toBe(true);
    expect(mayWrite({ writers: 'author', createdBy: 'a' }, 'b')).toBe(false);
    expect(mayWrite({ writers: 'author', createdBy: 'a' }, 'a')).toBe(true);
  });
});

describe('nameOfFile', () => {
  it('keeps the name that a file came with, and gives a document as text a name of a text', () => {
    expect(nameOfFile('a.py', 'text', 'markdown')).toBe('a.py');
    expect(nameOfFile('a.DOCX', 'docx', 'own')).toBe('a.DOCX');
    expect(nameOfFile('a.DOCX', 'docx', 'markdown')).toBe('a.md');
  });
});
