/**
 * A picture without what cameras and programs write beside it: where it was taken, when, with what, by whom.
 * The picture itself is copied byte by byte. What breaks off in the middle is kept as far as it goes.
 *
 * @param contentType as it was told from the bytes; others than pictures come back as they are
 */
export function withoutMetadata(bytes: Uint8Array, contentType: string): Uint8Array {
  switch (contentType) {
    case 'image/jpeg':
      return jpeg(bytes);
    case 'image/png':
      return png(bytes);
    case 'image/webp':
      return webp(bytes);
    default:
      return bytes;
  }
}

const JPEG = { start: 0xd8, scan: 0xda, comment: 0xfe, firstApp: 0xe0, adobe: 0xee, lastApp: 0xef };
/** JFIF and Adobe's say how colours are read; every other application segment is about the picture, not of it. */
const KEPT_APPS = [JPEG.firstApp, JPEG.adobe];

function jpeg(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const end = at + 2 + uint16(bytes, at + 2);
    // After the head of a scan come the colours themselves, to the end.
    if (marker === JPEG.scan) return joined([...kept, bytes.subarray(at)]);
    const isApp = marker >= JPEG.firstApp && marker <= JPEG.lastApp;
    const isDropped = marker === JPEG.comment || (isApp && !KEPT_APPS.includes(marker));
    if (!isDropped) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return joined(kept);
}

const PNG_SIGNATURE_BYTES = 8;
/** Chunks that change how the picture looks; texts, times and Exif are not among them. */
const PNG_KEPT = /^(IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|bKGD|pHYs|acTL|fcTL|fdAT)$/;

function png(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, PNG_SIGNATURE_BYTES)];
  let at = PNG_SIGNATURE_BYTES;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + uint32(bytes, at);
    if (PNG_KEPT.test(ascii(bytes, at + 4))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return joined(kept);
}

const RIFF_HEAD_BYTES = 12;
const WEBP_DROPPED = ['EXIF', 'XMP '];
/** Bits of the extended header that announce Exif and XMP. */
const WEBP_ANNOUNCED = 0b0000_1100;

function webp(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  let at = RIFF_HEAD_BYTES;
  while (at + 8 <= bytes.length) {
    const size = uint32LittleEndian(bytes, at + 4);
    const end = at + 8 + size + (size % 2);
    const name = ascii(bytes, at);
    const chunk = Uint8Array.from(bytes.subarray(at, end));
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~WEBP_ANNOUNCED;
    if (!WEBP_DROPPED.includes(name)) kept.push(chunk);
    at = end;
  }
  const head = Uint8Array.from(bytes.subarray(0, RIFF_HEAD_BYTES));
  const length = kept.reduce((sum, chunk) => sum + chunk.length, 0) + 4;
  new DataView(head.buffer).setUint32(4, length, true);
  return joined([head, ...kept]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function uint32(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at) * 0x10000 + uint16(bytes, at + 2);
}

function uint32LittleEndian(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] ?? 0) +
    (bytes[at + 1] ?? 0) * 0x100 +
    (bytes[at + 2] ?? 0) * 0x10000 +
    (bytes[at + 3] ?? 0) * 0x1000000
  );
}

function ascii(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
