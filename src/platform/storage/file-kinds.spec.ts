import fc from 'fast-check';
import {
  contentTypeOf,
  dispositionOf,
  extensionOf,
  FILE_EXTENSIONS,
  isRasterPicture,
  safeFileName,
} from './file-kinds.js';

describe('contentTypeOf', () => {
  it('takes a picture for what its bytes are', () => {
    expect(contentTypeOf('a.jpg', 'image/png', FILE_EXTENSIONS)).toBe('image/png');
  });

  it('refuses a page that calls itself a picture, and a picture that calls itself a document', () => {
    expect(contentTypeOf('a.png', null, FILE_EXTENSIONS)).toBeNull();
    expect(contentTypeOf('a.pdf', 'image/png', FILE_EXTENSIONS)).toBeNull();
  });

  it('gives source, pages among it, as plain text', () => {
    expect(contentTypeOf('index.html', null, FILE_EXTENSIONS)).toBe('text/plain');
    expect(contentTypeOf('Main.java', null, FILE_EXTENSIONS)).toBe('text/plain');
  });

  it('refuses what is not on the list', () => {
    expect(contentTypeOf('setup.exe', null, FILE_EXTENSIONS)).toBeNull();
    expect(contentTypeOf('README', null, FILE_EXTENSIONS)).toBeNull();
    expect(contentTypeOf('a.zip', null, ['md'])).toBeNull();
  });

  it('never shows on our origin what its bytes do not prove to be a picture', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...FILE_EXTENSIONS), (stem, extension) => {
        const type = contentTypeOf(`${stem}.${extension}`, null, FILE_EXTENSIONS);
        expect(type !== null && isRasterPicture(type)).toBe(false);
      }),
    );
  });
});

describe('safeFileName', () => {
  it('keeps names of every script and drops paths and marks that hide an ending', () => {
    expect(safeFileName('../../etc/passwd')).toBe('passwd');
    expect(safeFileName('C:\\photos\\été.png')).toBe('été.png');
    expect(safeFileName('وصفة.md')).toBe('وصفة.md');
    expect(safeFileName('gnp\u202Eexe.md')).toBe('gnpexe.md');
    expect(safeFileName('..')).toBe('file');
  });
});

describe('dispositionOf', () => {
  it('is one line that carries the name, whatever the name is', () => {
    expect(dispositionOf('attachment', 'été (1).md')).toBe(
      'attachment; filename="_t_ (1).md"; filename*=UTF-8\'\'%C3%A9t%C3%A9%20%281%29.md',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(dispositionOf('inline', name)).toMatch(/^[\x20-\x7e]+$/);
      }),
    );
  });
});

describe('extensionOf', () => {
  it('is what follows the last dot, and nothing for a hidden file', () => {
    expect(extensionOf('a.tar.GZ')).toBe('gz');
    expect(extensionOf('.env')).toBe('');
    expect(extensionOf('README')).toBe('');
  });
});
