import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { nameOfTrack } from '../recording-files.js';
import type { MediaKindSent } from '../video-port.js';
import { ReadWindow, readWebm } from '../webm/webm-reader.js';
import type { TrackKind } from '../webm/webm-parts.js';
import { WebmWriter } from '../webm/webm-writer.js';

export interface ForeignWebm {
  readonly path: string;
  readonly personId: string;
  /** What its pictures are; its sound is the microphone's. */
  readonly picture: 'camera' | 'screen';
  readonly segment: number;
  /** Where it begins within the recording. */
  readonly offsetMs: number;
}

/** Takes a file that a media server wrote apart, into one raw file for each source, at its place in the recording. */
export async function importWebm(
  { path, personId, picture, segment, offsetMs }: ForeignWebm,
  folder: string,
): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { frames, width, height } = await readWebm(file);
    const window = await ReadWindow.over(file);
    const sourceOf: Record<TrackKind, MediaKindSent> = { picture, sound: 'microphone' };
    for (const kind of ['picture', 'sound'] as const) {
      const own = frames.filter(({ track }) => track === kind);
      const begin = own.findIndex(({ isKey }) => isKey);
      if (begin < 0) continue;
      const name = nameOfTrack({ personId, source: sourceOf[kind], segment });
      const track = kind === 'picture' ? ({ kind, width, height } as const) : ({ kind } as const);
      const writer = await WebmWriter.create(join(folder, name), [track], null);
      for (const { at, length, atMs, isKey } of own.slice(begin)) {
        const data = Buffer.from(await window.bytes(at, length));
        await writer.add(kind, { atMs: atMs + offsetMs, isKey, data });
      }
      await writer.close();
    }
  } finally {
    await file.close();
  }
}
