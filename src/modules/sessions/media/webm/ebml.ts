/**
 * Ids of the elements that a recording is made of.
 *
 * @source RFC 8794 (EBML), RFC 9559 (Matroska) and the WebM container guidelines
 */
export const ID = {
  ebml: 0x1a45dfa3,
  ebmlVersion: 0x4286,
  ebmlReadVersion: 0x42f7,
  ebmlMaxIdLength: 0x42f2,
  ebmlMaxSizeLength: 0x42f3,
  docType: 0x4282,
  docTypeVersion: 0x4287,
  docTypeReadVersion: 0x4285,
  segment: 0x18538067,
  seekHead: 0x114d9b74,
  seek: 0x4dbb,
  seekId: 0x53ab,
  seekPosition: 0x53ac,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  muxingApp: 0x4d80,
  writingApp: 0x5741,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackUid: 0x73c5,
  trackType: 0x83,
  codecId: 0x86,
  codecPrivate: 0x63a2,
  codecDelay: 0x56aa,
  seekPreRoll: 0x56bb,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  audio: 0xe1,
  samplingFrequency: 0xb5,
  channels: 0x9f,
  cluster: 0x1f43b675,
  clusterTimestamp: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  cues: 0x1c53bb6b,
  cuePoint: 0xbb,
  cueTime: 0xb3,
  cueTrackPositions: 0xb7,
  cueTrack: 0xf7,
  cueClusterPosition: 0xf1,
} as const;

/** Says "until the end" in place of a length: of a file that is still being written. */
export const UNKNOWN_SIZE = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);

export function idBytes(id: number): Buffer {
  const hex = id.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}

/** A length in the shortest form that holds it; the form of only ones is kept for "unknown". */
export function sizeBytes(size: number): Buffer {
  for (let width = 1; width <= 8; width += 1) {
    if (size < 2 ** (7 * width) - 1) return sizeBytesOf(size, width);
  }
  throw new RangeError('too long for an EBML element');
}

/** A length in a form of the given width, for places that are filled in later. */
export function sizeBytesOf(size: number, width: number): Buffer {
  const bytes = Buffer.alloc(width);
  bytes.writeUIntBE(size % 2 ** 48, Math.max(0, width - 6), Math.min(width, 6));
  if (width > 6) bytes.writeUIntBE(Math.floor(size / 2 ** 48), 0, width - 6);
  bytes[0] = (bytes[0] ?? 0) | (0x80 >> (width - 1));
  return bytes;
}

export function element(id: number, ...content: readonly Uint8Array[]): Buffer {
  const length = content.reduce((sum, part) => sum + part.byteLength, 0);
  return Buffer.concat([idBytes(id), sizeBytes(length), ...content]);
}

export function uint(id: number, value: number, width = bytesFor(value)): Buffer {
  const bytes = Buffer.alloc(width);
  let rest = value;
  for (let at = width - 1; at >= 0; at -= 1) {
    bytes[at] = rest % 0x100;
    rest = Math.floor(rest / 0x100);
  }
  return element(id, bytes);
}

export function float(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return element(id, bytes);
}

export function text(id: number, value: string): Buffer {
  return element(id, Buffer.from(value, 'utf8'));
}

/** The head of an element: its id, where its content begins, and how long that is (null: unknown). */
export interface ElementHead {
  readonly id: number;
  readonly contentAt: number;
  readonly size: number | null;
}

/** Reads the head of the element at a place; null when the bytes end before it does. */
export function readHead(bytes: Buffer, at: number): ElementHead | null {
  const idWidth = widthAt(bytes, at, 4);
  if (idWidth === null) return null;
  const sizeWidth = widthAt(bytes, at + idWidth, 8);
  if (sizeWidth === null) return null;
  const sizeAt = at + idWidth;
  let size = (bytes[sizeAt] ?? 0) & (0xff >> sizeWidth);
  let areAllOnes = size === 0xff >> sizeWidth;
  for (let index = 1; index < sizeWidth; index += 1) {
    const byte = bytes[sizeAt + index] ?? 0;
    areAllOnes &&= byte === 0xff;
    size = size * 0x100 + byte;
  }
  const id = bytes.readUIntBE(at, idWidth);
  return { id, contentAt: sizeAt + sizeWidth, size: areAllOnes ? null : size };
}

/** Longest head of an element: four bytes of id and eight of length. */
export const HEAD_BYTES_MAX = 12;

function widthAt(bytes: Buffer, at: number, widthMax: number): number | null {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const width = Math.clz32(first) - 23;
  return width > widthMax || at + width > bytes.length ? null : width;
}

function bytesFor(value: number): number {
  let width = 1;
  while (value >= 2 ** (8 * width)) width += 1;
  return width;
}
