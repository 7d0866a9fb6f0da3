import { open, readdir, readFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import {
  isJournal,
  type JournalLine,
  type RawTrack,
  readJournal,
  trackOfName,
} from '../recording-files.js';
import { type FramePlace, ReadWindow, readWebm } from '../webm/webm-reader.js';

/** A frame of a raw file, with what reads its bytes. */
export interface RawFrame extends FramePlace {
  readonly window: ReadWindow;
}

export interface RawSource extends Pick<RawTrack, 'personId' | 'source'> {
  /** In the order of their times; pictures begin with a key picture. */
  readonly frames: RawFrame[];
  width: number;
  height: number;
}

/** The raw media of one recording, opened for reading. */
export class RawMedia {
  readonly journal: JournalLine[] = [];
  private readonly bySource = new Map<string, RawSource>();
  private readonly handles: FileHandle[] = [];

  private constructor() {}

  /** What a killed recorder left in the middle of a piece is passed over. */
  static async read(folder: string): Promise<RawMedia> {
    const media = new RawMedia();
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter(isJournal))
      media.journal.push(...readJournal(await readFile(join(folder, name), 'utf8')));
    media.journal.sort((one, other) => one.atMs - other.atMs);
    const tracks = names.flatMap((name) => {
      const track = trackOfName(name);
      return track ? [{ name, track }] : [];
    });
    tracks.sort((one, other) => one.track.segment - other.track.segment);
    for (const { name, track } of tracks) await media.add(join(folder, name), track);
    return media;
  }

  get sources(): readonly RawSource[] {
    return [...this.bySource.values()].filter(({ frames }) => frames.length > 0);
  }

  async close(): Promise<void> {
    for (const handle of this.handles) await handle.close();
  }

  private async add(path: string, { personId, source }: RawTrack): Promise<void> {
    const handle = await open(path, 'r');
    this.handles.push(handle);
    const { frames, width, height } = await readWebm(handle);
    const window = await ReadWindow.over(handle);
    const key = `${personId}.${source}`;
    const known = this.bySource.get(key) ?? { personId, source, frames: [], width: 0, height: 0 };
    this.bySource.set(key, known);
    known.width = Math.max(known.width, width);
    known.height = Math.max(known.height, height);
    const lastMs = known.frames.at(-1)?.atMs ?? -1;
    const begin = frames.findIndex(({ isKey, atMs }) => isKey && atMs > lastMs);
    if (begin < 0) return;
    for (const frame of frames.slice(begin)) known.frames.push({ ...frame, window });
  }
}
