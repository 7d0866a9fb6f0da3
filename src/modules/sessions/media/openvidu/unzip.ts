import { createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

export class NotAZipError extends Error {}

interface Entry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly packedBytes: number;
  readonly headAt: number;
}

const END = { signature: 0x06054b50, bytes: 22, commentBytesMax: 0xffff };
const LISTED = { signature: 0x02014b50, bytes: 46 };
const LOCAL_BYTES = 30;

/**
 * Unpacks a ZIP file into one folder; the folders inside it are left out, so that no name leads elsewhere.
 *
 * @returns the names of the files
 * @throws NotAZipError
 * @source PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16; ZIP64 is not read
 */
export async function unzip(path: string, folder: string): Promise<string[]> {
  const file = await open(path, 'r');
  try {
    await mkdir(folder, { recursive: true });
    const entries = await listOf(file);
    for (const entry of entries) await unpack(file, entry, join(folder, entry.name));
    return entries.map(({ name }) => name);
  } finally {
    await file.close();
  }
}

async function listOf(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  const tail = await read(file, Math.max(0, size - END.bytes - END.commentBytesMax), size);
  let at = tail.length - END.bytes;
  while (at >= 0 && tail.readUInt32LE(at) !== END.signature) at -= 1;
  if (at < 0) throw new NotAZipError('no end of central directory');
  const count = tail.readUInt16LE(at + 10);
  const listAt = tail.readUInt32LE(at + 16);
  const list = await read(file, listAt, listAt + tail.readUInt32LE(at + 12));
  const entries: Entry[] = [];
  for (let place = 0; entries.length < count;) {
    if (list.length < place + LISTED.bytes || list.readUInt32LE(place) !== LISTED.signature)
      throw new NotAZipError('the list of files is cut off');
    const [nameBytes, moreBytes, noteBytes] = [28, 30, 32].map((field) =>
      list.readUInt16LE(place + field),
    ) as [number, number, number];
    const nameAt = place + LISTED.bytes;
    entries.push({
      name: basename(list.toString('utf8', nameAt, nameAt + nameBytes)),
      isDeflated: list.readUInt16LE(place + 10) === 8,
      packedBytes: list.readUInt32LE(place + 20),
      headAt: list.readUInt32LE(place + 42),
    });
    place = nameAt + nameBytes + moreBytes + noteBytes;
  }
  return entries.filter(({ name, packedBytes }) => name !== '' && packedBytes > 0);
}

async function unpack(file: FileHandle, entry: Entry, path: string): Promise<void> {
  const head = await read(file, entry.headAt, entry.headAt + LOCAL_BYTES);
  const start = entry.headAt + LOCAL_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = file.createReadStream({
    start,
    end: start + entry.packedBytes - 1,
    autoClose: false,
  });
  const through = entry.isDeflated ? createInflateRaw() : new PassThrough();
  await pipeline(packed, through, createWriteStream(path));
}

async function read(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, to - from));
  const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
  return bytes.subarray(0, bytesRead);
}
