import { canonicalJson } from '../../../shared/canonical-json.js';
import { accept, refuse, type Verdict } from '../../../shared/verdict.js';

/** Hex SHA-256 of the text; given in, so that the rules stay free of libraries. */
export type Sha256 = (text: string) => string;

export type MeterEntryKind = 'opened' | 'started' | 'stopped' | 'closed';

/** One line of the meter's log. Times are epoch milliseconds by the server's clock. */
export interface MeterEntry {
  /** 0 for the first, without holes. */
  readonly seq: number;
  readonly kind: MeterEntryKind;
  readonly atMs: number;
  /** Why: `both_present`, `learner_gone`, `ceiling` ...; in the first entry the commitment to who took part. */
  readonly reason: string;
  /** Hash of this line and of the one before it. */
  readonly hash: string;
}

export type MeterLog = readonly MeterEntry[];

/** Why the meter stopped although both were there: see `shared/quality-floor.ts`. */
export const POOR_LINE = 'line_poor';

/** What stands before the first line. */
const GENESIS = '0'.repeat(64);

const NEXT_KINDS = {
  opened: ['started', 'closed'],
  started: ['stopped'],
  stopped: ['started', 'closed'],
  closed: [],
} as const satisfies Record<MeterEntryKind, readonly MeterEntryKind[]>;

/**
 * Commits to the people and the session without naming them: whoever holds the salt can prove who took
 * part; when the salt is erased the chain still holds and tells nobody.
 */
export function commitmentOf(
  facts: { sessionId: string; learnerId: string; expertId: string; salt: string },
  sha256: Sha256,
): string {
  return sha256(canonicalJson(facts));
}

/** The log with one more line; a line never lies before the one it follows. */
export function append(
  log: MeterLog,
  line: { kind: MeterEntryKind; atMs: number; reason: string },
  sha256: Sha256,
): MeterLog {
  const last = log.at(-1);
  if (!isNext(last, line.kind))
    throw new RangeError(`the meter cannot be ${line.kind} after ${last?.kind ?? 'nothing'}`);
  const atMs = Math.max(line.atMs, last?.atMs ?? line.atMs);
  const unsigned = { seq: log.length, kind: line.kind, atMs, reason: line.reason };
  return [...log, { ...unsigned, hash: hashOf(unsigned, last?.hash ?? GENESIS, sha256) }];
}

export function isRunning(log: MeterLog): boolean {
  return log.at(-1)?.kind === 'started';
}

/**
 * Whole seconds in which both were there: the stretches between `started` and `stopped` summed in
 * milliseconds and floored once. A stretch that is still running counts up to `nowMs`.
 */
export function billedSeconds(log: MeterLog, nowMs: number): number {
  return Math.floor(billedMs(log, nowMs) / 1000);
}

export function billedMs(log: MeterLog, nowMs: number): number {
  let total = 0;
  log.forEach((entry, index) => {
    if (entry.kind === 'started')
      total += Math.max(0, (log[index + 1]?.atMs ?? nowMs) - entry.atMs);
  });
  return total;
}

/** Whole seconds that were not counted because a line was too poor, until it went on or was over. */
export function poorSeconds(log: MeterLog, nowMs: number): number {
  let total = 0;
  log.forEach((entry, index) => {
    if (entry.kind === 'stopped' && entry.reason === POOR_LINE)
      total += Math.max(0, (log[index + 1]?.atMs ?? nowMs) - entry.atMs);
  });
  return Math.floor(total / 1000);
}

export type BrokenLog = {
  readonly seq: number;
  readonly problem: 'hash' | 'order' | 'time' | 'sequence';
};

/** Recomputes the chain from its beginning; refuses with the first line that does not fit. */
export function verifyLog(log: MeterLog, sha256: Sha256): Verdict<{ head: string }, BrokenLog> {
  let previous: MeterEntry | undefined;
  for (const [index, entry] of log.entries()) {
    if (entry.seq !== index) return refuse({ seq: index, problem: 'sequence' });
    if (!isNext(previous, entry.kind)) return refuse({ seq: index, problem: 'order' });
    if (previous && entry.atMs < previous.atMs) return refuse({ seq: index, problem: 'time' });
    const { hash, ...unsigned } = entry;
    if (hashOf(unsigned, previous?.hash ?? GENESIS, sha256) !== hash)
      return refuse({ seq: index, problem: 'hash' });
    previous = entry;
  }
  return accept({ head: previous?.hash ?? GENESIS });
}

function isNext(last: MeterEntry | undefined, kind: MeterEntryKind): boolean {
  return last
    ? (NEXT_KINDS[last.kind] as readonly MeterEntryKind[]).includes(kind)
    : kind === 'opened';
}

function hashOf(
  { seq, kind, atMs, reason }: Omit<MeterEntry, 'hash'>,
  previous: string,
  sha256: Sha256,
): string {
  return sha256(`${previous}|${canonicalJson({ seq, kind, atMs, reason })}`);
}
