import type { FileHandle } from 'node:fs/promises';
import { type ElementHead, HEAD_BYTES_MAX, ID, readHead } from './ebml.js';
import type { TrackKind } from './webm-parts.js';

/** Where one frame stands in a file; its bytes are read when they are wanted. */
export interface FramePlace {
  readonly track: TrackKind;
  readonly atMs: number;
  readonly isKey: boolean;
  readonly at: number;
  readonly length: number;
}

export interface WebmIndex {
  readonly durationMs: number | null;
  readonly width: number;
  readonly height: number;
  readonly hasCues: boolean;
  /** In the order of the file. */
  readonly frames: readonly FramePlace[];
  /** The file ends in the middle of something, as one does whose writer was killed. */
  readonly isCutOff: boolean;
}

/** Elements that are looked into; everything else is passed over. */
const OPENED = new Set<number>([
  ID.segment,
  ID.info,
  ID.tracks,
  ID.trackEntry,
  ID.video,
  ID.cluster,
  ID.blockGroup,
]);
const READ_BYTES = 1 << 20;

/** Of VP8, where a picture says by itself whether it is a key picture, and of what says it in its block. */
const BLOCK_BYTES = 5;

/** Reads where everything stands in a file with one VP8 and one Opus track, whole or cut off. */
export async function readWebm(file: FileHandle): Promise<WebmIndex> {
  const window = await ReadWindow.over(file);
  const found = { durationMs: null as number | null, width: 0, height: 0, hasCues: false };
  const frames: FramePlace[] = [];
  const kinds = new Map<number, TrackKind>();
  let trackNumber = 0;
  let clusterMs = 0;
  let at = 0;
  let isCutOff = false;
  while (at < window.fileBytes) {
    const head = await window.head(at);
    const end = head && head.contentAt + (head.size ?? 0);
    if (!head || end === null || end > window.fileBytes) {
      isCutOff = true;
      // What is left of a piece that was cut is still read as far as it goes.
      if (!head || !OPENED.has(head.id)) break;
    }
    if (OPENED.has(head.id)) {
      at = head.contentAt;
      continue;
    }
    const { id, contentAt, size } = head;
    if (id === ID.duration) found.durationMs = (await window.bytes(contentAt, 8)).readDoubleBE();
    else if (id === ID.pixelWidth) found.width = await window.uint(head);
    else if (id === ID.pixelHeight) found.height = await window.uint(head);
    else if (id === ID.cues) found.hasCues = true;
    else if (id === ID.clusterTimestamp) clusterMs = await window.uint(head);
    else if (id === ID.trackNumber) trackNumber = await window.uint(head);
    else if (id === ID.trackType)
      kinds.set(trackNumber, (await window.uint(head)) === 1 ? 'picture' : 'sound');
    else if ((id === ID.simpleBlock || id === ID.block) && size !== null) {
      const block = await window.bytes(contentAt, Math.min(BLOCK_BYTES, size));
      const track = kinds.get((block[0] ?? 0) & 0x7f) ?? 'sound';
      frames.push({
        track,
        atMs: clusterMs + block.readInt16BE(1),
        isKey: track === 'sound' || ((block[4] ?? 1) & 0x01) === 0,
        at: contentAt + 4,
        length: size - 4,
      });
    }
    at = contentAt + (size ?? 0);
  }
  return { ...found, frames, isCutOff };
}

/** A piece of the file in memory, moved along as it is read. */
export class ReadWindow {
  private from = 0;
  private held = Buffer.alloc(0);

  private constructor(
    private readonly file: FileHandle,
    readonly fileBytes: number,
  ) {}

  static async over(file: FileHandle): Promise<ReadWindow> {
    return new ReadWindow(file, (await file.stat()).size);
  }

  async head(at: number): Promise<ElementHead | null> {
    await this.hold(at, HEAD_BYTES_MAX);
    const read = readHead(this.held, at - this.from);
    return read && { ...read, contentAt: read.contentAt + this.from };
  }

  async bytes(at: number, length: number): Promise<Buffer> {
    await this.hold(at, length);
    return this.held.subarray(at - this.from, at - this.from + length);
  }

  async uint({ contentAt, size }: ElementHead): Promise<number> {
    const bytes = await this.bytes(contentAt, size ?? 0);
    return bytes.reduce((value, byte) => value * 0x100 + byte, 0);
  }

  private async hold(at: number, length: number): Promise<void> {
    const isHeld = at >= this.from && at + length <= this.from + this.held.length;
    if (isHeld || (at >= this.from && this.from + this.held.length >= this.fileBytes)) return;
    const wanted = Math.max(length, READ_BYTES);
    const buffer = Buffer.alloc(wanted);
    const { bytesRead } = await this.file.read(buffer, 0, wanted, at);
    this.from = at;
    this.held = buffer.subarray(0, bytesRead);
  }
}
