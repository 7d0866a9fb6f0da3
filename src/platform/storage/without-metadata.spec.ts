import fc from 'fast-check';
import { withoutMetadata } from './without-metadata.js';

const SECRET = 'taken at 48.8584 N, 2.2945 E';
const bytes = (...parts: (number[] | string)[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  );
const shown = (picture: Uint8Array): string => Buffer.from(picture).toString('latin1');

const segment = (marker: number, data: string): Uint8Array => {
  const size = data.length + 2;
  return bytes([0xff, marker, size >> 8, size & 0xff], data);
};
const chunk = (name: string, data: string): Uint8Array => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  return Buffer.concat([size, bytes(name, data), bytes('crc.')]);
};
const riff = (name: string, data: string): Uint8Array => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(data.length);
  return Buffer.concat([bytes(name), size, bytes(data, data.length % 2 ? [0] : [])]);
};

const JPEG = Buffer.concat([
  bytes([0xff, 0xd8]),
  segment(0xe0, 'JFIF'),
  segment(0xe1, `Exif ${SECRET}`),
  segment(0xfe, SECRET),
  segment(0xdb, 'tables'),
  segment(0xda, 'head'),
  bytes('colours', [0xff, 0xd9]),
]);
const PNG = Buffer.concat([
  bytes([0x89], 'PNG\r\n\x1a\n'),
  chunk('IHDR', 'size'),
  chunk('tEXt', SECRET),
  chunk('eXIf', SECRET),
  chunk('IDAT', 'colours'),
  chunk('IEND', ''),
]);
const chunks = Buffer.concat([
  riff('VP8X', '\x0c.........'),
  riff('VP8 ', 'colours'),
  riff('EXIF', SECRET),
  riff('XMP ', SECRET),
]);
const WEBP = Buffer.concat([bytes('RIFF....WEBP'), chunks]);

describe('withoutMetadata', () => {
  it.each([
    ['image/jpeg', JPEG],
    ['image/png', PNG],
    ['image/webp', WEBP],
  ])('takes the place and the comments out of %s, and leaves the picture', (kind, picture) => {
    const clean = withoutMetadata(picture, kind);
    expect(shown(clean)).not.toContain('48.8584');
    expect(shown(clean)).toContain('colours');
    expect(shown(withoutMetadata(clean, kind))).toBe(shown(clean));
  });

  it('announces in a WebP only what is still in it, with the length that it has', () => {
    const clean = Buffer.from(withoutMetadata(WEBP, 'image/webp'));
    expect(clean.readUInt32LE(4)).toBe(clean.length - 8);
    expect(clean[20]).toBe(0);
  });

  it('leaves a document as it is', () => {
    const document = bytes('%PDF-1.7', SECRET);
    expect(withoutMetadata(document, 'application/pdf')).toBe(document);
  });

  it('ends, and never grows a picture, whatever bytes come', () => {
    const kinds = fc.constantFrom('image/jpeg', 'image/png', 'image/webp');
    const noise = fc.uint8Array({ minLength: 12, maxLength: 200 });
    fc.assert(
      fc.property(kinds, noise, (kind, picture) => {
        expect(withoutMetadata(picture, kind).length).toBeLessThanOrEqual(picture.length + 12);
      }),
    );
  });
});
