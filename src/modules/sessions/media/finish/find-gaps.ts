import type { RecordingGap } from '../../domain/recording-gaps.js';
import type { JournalLine } from '../recording-files.js';
import type { MediaKindSent } from '../video-port.js';

export interface SourceMoments {
  readonly personId: string;
  readonly source: MediaKindSent;
  /** When something of it was kept, in order, and how long each piece lasts. */
  readonly frames: readonly { readonly atMs: number; readonly lastsMs: number }[];
}

/** Shorter than this is a packet or two; a screen on which nothing moves sends a picture only when it is asked for one. */
const SHORTEST_MS = { microphone: 300, camera: 3_000, screen: 10_000 } as const satisfies Record<
  MediaKindSent,
  number
>;

/**
 * Every stretch of the recording in which nothing of a source was kept, and why.
 *
 * A screen that was not shared is no gap.
 */
export function findGaps(
  all: readonly SourceMoments[],
  journal: readonly JournalLine[],
  durationMs: number,
): RecordingGap[] {
  return all.flatMap(({ personId, source, frames }) => {
    const edges = [{ atMs: 0, lastsMs: 0 }, ...frames, { atMs: durationMs, lastsMs: 0 }];
    return edges.slice(1).flatMap(({ atMs }, index): RecordingGap[] => {
      const before = edges[index];
      const fromMs = Math.round((before?.atMs ?? 0) + (before?.lastsMs ?? 0));
      if (atMs - fromMs < SHORTEST_MS[source]) return [];
      const span = { fromMs, toMs: atMs };
      const reason = reasonOf(journal, { personId, source }, span);
      const isOwnWish = reason === 'off' && source === 'screen';
      return isOwnWish ? [] : [{ personId, source, ...span, reason }];
    });
  });
}

function reasonOf(
  journal: readonly JournalLine[],
  { personId, source }: Pick<SourceMoments, 'personId' | 'source'>,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): RecordingGap['reason'] {
  const isInside = ({ atMs }: JournalLine): boolean => atMs > fromMs && atMs <= toMs;
  const restarts = journal.filter((line) => line.kind === 'began' && line.segment > 1);
  if (restarts.some(isInside)) return 'restart';
  const own = journal.filter(
    (line) => line.kind !== 'began' && line.personId === personId && line.source === source,
  );
  const before = own.filter(({ atMs }) => atMs <= fromMs).at(-1);
  const wasOn = before?.kind === 'on';
  const wentOff = own.some((line) => line.kind === 'off' && isInside(line));
  return !wasOn || wentOff ? 'off' : 'lost';
}
