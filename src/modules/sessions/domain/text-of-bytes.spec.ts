import fc from 'fast-check';
import { textOfBytes, withPlainLines } from './text-of-bytes.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('textOfBytes', () => {
  it('reads what people save texts as', () => {
    expect(textOfBytes(Buffer.from('œuf مرحبا 🙂'))).toBe('œuf مرحبا 🙂');
    expect(textOfBytes(Buffer.from('\ufeffwith a mark'))).toBe('with a mark');
    expect(textOfBytes(Buffer.concat([bytes(0xff, 0xfe), utf16('recette')]))).toBe('recette');
    expect(textOfBytes(Buffer.concat([bytes(0xfe, 0xff), utf16('ok').swap16()]))).toBe('ok');
    expect(textOfBytes(utf16('without a mark'))).toBe('without a mark');
    expect(textOfBytes(bytes(0x63, 0x61, 0x66, 0xe9))).toBe('café');
    expect(textOfBytes(bytes())).toBe('');
  });

  it('refuses what is no text', () => {
    expect(textOfBytes(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBeNull();
    expect(textOfBytes(bytes(0x50, 0x4b, 3, 4, 0, 0, 0, 1))).toBeNull();
    expect(textOfBytes(bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0))).toBeNull();
  });

  it('gives every text back that was written as UTF-8, with the ends of lines of editors', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', 'ب', '🙂', '\n', '\r\n', '\t') });
    fc.assert(
      fc.property(text, (written) => {
        expect(textOfBytes(Buffer.from(written))).toBe(withPlainLines(written));
      }),
    );
  });
});
