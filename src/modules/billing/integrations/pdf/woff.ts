import { inflateSync } from 'node:zlib';

const WOFF = 0x774f4646;
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/**
 * Unpacks a WOFF file into the font inside it. The PDF library would read WOFF too, but unpacks its
 * tables again for every glyph.
 *
 * @source W3C WOFF File Format 1.0, sections 3 to 5
 */
export function fontOfWoff(woff: Buffer): Buffer {
  if (woff.readUInt32BE(0) !== WOFF) throw new RangeError('not a WOFF file');
  const tables = entriesOf(woff);
  const size = tables.reduce((total, { data }) => total + aligned(data.length), 0);
  const font = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * tables.length + size);
  writeHeader(font, woff.readUInt32BE(4), tables.length);
  let offset = SFNT_HEADER + SFNT_ENTRY * tables.length;
  tables.forEach(({ tag, checksum, data }, index) => {
    const entry = SFNT_HEADER + SFNT_ENTRY * index;
    font.writeUInt32BE(tag, entry);
    font.writeUInt32BE(checksum, entry + 4);
    font.writeUInt32BE(offset, entry + 8);
    font.writeUInt32BE(data.length, entry + 12);
    data.copy(font, offset);
    offset += aligned(data.length);
  });
  return font;
}

interface Table {
  readonly tag: number;
  readonly checksum: number;
  readonly data: Buffer;
}

function entriesOf(woff: Buffer): Table[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = WOFF_HEADER + WOFF_ENTRY * index;
    const offset = woff.readUInt32BE(at + 4);
    const packedLength = woff.readUInt32BE(at + 8);
    const packed = woff.subarray(offset, offset + packedLength);
    return {
      tag: woff.readUInt32BE(at),
      checksum: woff.readUInt32BE(at + 16),
      data: packedLength < woff.readUInt32BE(at + 12) ? inflateSync(packed) : packed,
    };
  });
}

function writeHeader(font: Buffer, flavor: number, tables: number): void {
  const power = Math.floor(Math.log2(tables));
  font.writeUInt32BE(flavor, 0);
  font.writeUInt16BE(tables, 4);
  font.writeUInt16BE(16 * 2 ** power, 6);
  font.writeUInt16BE(power, 8);
  font.writeUInt16BE(16 * (tables - 2 ** power), 10);
}

function aligned(length: number): number {
  return Math.ceil(length / 4) * 4;
}
