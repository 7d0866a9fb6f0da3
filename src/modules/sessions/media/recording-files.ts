import { join } from 'node:path';
import type { MediaKindSent } from './video-port.js';

/**
 * How the raw media of one recording lies on disk while it is made: a folder named after it, one file for each source of
 * each person and each start of the recorder, and beside them what the recorder noted.
 */
export interface RawTrack {
  readonly personId: string;
  readonly source: MediaKindSent;
  readonly segment: number;
}

/** What the recorder notes: that it began, and when a source came or went. Milliseconds of the recording. */
export type JournalLine =
  | { readonly kind: 'began'; readonly atMs: number; readonly segment: number }
  | {
      readonly kind: 'on' | 'off';
      readonly atMs: number;
      readonly personId: string;
      readonly source: MediaKindSent;
    };

const TRACK_FILE = /^([\w-]+)\.(microphone|camera|screen)\.(\d+)\.webm$/;
const JOURNAL_FILE = /^journal\.\d+\.jsonl$/;

export function rawFolder(root: string, recordingId: string): string {
  return join(root, recordingId);
}

export function nameOfTrack({ personId, source, segment }: RawTrack): string {
  return `${personId}.${source}.${segment}.webm`;
}

export function trackOfName(name: string): RawTrack | null {
  const [, personId, source, segment] = TRACK_FILE.exec(name) ?? [];
  if (personId === undefined) return null;
  return { personId, source: source as MediaKindSent, segment: Number(segment) };
}

export function nameOfJournal(segment: number): string {
  return `journal.${segment}.jsonl`;
}

export function isJournal(name: string): boolean {
  return JOURNAL_FILE.test(name);
}

/** Lines of a journal; one that was cut off by a crash is left out. */
export function readJournal(text: string): JournalLine[] {
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as JournalLine];
    } catch {
      return [];
    }
  });
}
