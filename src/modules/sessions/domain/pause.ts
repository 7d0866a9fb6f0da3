import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import type { MeterLog } from './meter.js';

/** Why one of the two lets the meter stand: a rest, somebody at the door, something to fetch, trouble with a device. */
export const PAUSE_REASONS = ['rest', 'door', 'fetch', 'device'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Whose pause it is and why; `bank` while the learner's bank asks about more time. */
export type PausedFor = `${'learner' | 'expert'}_${PauseReason}` | 'bank';

/** All pauses of one session together: the expert's time is taken while the meter stands. */
export const PAUSED_MS_MAX = 15 * 60_000;

const MARK = 'paused_';

/** What the log says of it. */
export function pauseLine(pausedFor: PausedFor): string {
  return `${MARK}${pausedFor}`;
}

/** Milliseconds in which the meter stood because one of the two wanted it so; the bank's questions do not count. */
export function pausedMs(log: MeterLog, nowMs: number): number {
  let total = 0;
  log.forEach((entry, index) => {
    if (entry.kind === 'stopped' && isOfAPerson(entry.reason))
      total += Math.max(0, (log[index + 1]?.atMs ?? nowMs) - entry.atMs);
  });
  return total;
}

/** A pause is possible while both are there and time is left for it; there is one at a time. */
export function mayPause(
  session: {
    readonly state: string;
    readonly log: MeterLog;
    readonly pausedFor: PausedFor | null;
    readonly goodbyeEndsAtMs: number | null;
  },
  nowMs: number,
): Verdict<null, 'not_live' | 'used_up'> {
  if (session.state !== 'live' || session.goodbyeEndsAtMs !== null || session.pausedFor !== null)
    return refuse('not_live');
  return pausedMs(session.log, nowMs) < PAUSED_MS_MAX ? accept(null) : refuse('used_up');
}

function isOfAPerson(reason: string): boolean {
  return reason.startsWith(MARK) && reason !== pauseLine('bank');
}
