import { inflateRawSync } from 'node:zlib';

const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_BYTES = 46;
const LOCAL_HEADER_BYTES = 30;
const DEFLATED = 8;

/**
 * How many bytes a zip file holds, found by unpacking and not by what it says of itself.
 *
 * @param bytesMax unpacking stops beyond it
 * @returns null beyond the limit, and for what is no whole zip file
 */
export function unpackedSize(zip: Uint8Array, bytesMax: number): number | null {
  const buffer = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  let sum = 0;
  let at = buffer.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  if (at < 0) return null;
  try {
    while (at + DIRECTORY_BYTES <= buffer.length && buffer.readUInt32LE(at) === DIRECTORY_ENTRY) {
      sum += sizeOfEntry(buffer, at, bytesMax - sum);
      if (sum > bytesMax) return null;
      const extras = [28, 30, 32].map((field) => buffer.readUInt16LE(at + field));
      at += extras.reduce((total, length) => total + length, DIRECTORY_BYTES);
    }
  } catch {
    return null;
  }
  return sum;
}

function sizeOfEntry(buffer: Buffer, at: number, bytesMax: number): number {
  const packed = buffer.readUInt32LE(at + 20);
  const header = buffer.readUInt32LE(at + 42);
  const start =
    header +
    LOCAL_HEADER_BYTES +
    buffer.readUInt16LE(header + 26) +
    buffer.readUInt16LE(header + 28);
  if (buffer.readUInt16LE(at + 10) !== DEFLATED) return packed;
  const content = buffer.subarray(start, start + packed);
  return inflateRawSync(content, { maxOutputLength: Math.max(1, bytesMax) }).byteLength;
}
