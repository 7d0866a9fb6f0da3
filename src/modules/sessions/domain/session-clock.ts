import { type Attendance, isPresent, lastSureMs } from './attendance.js';
import { append, billedMs, isRunning, type MeterLog, POOR_LINE, type Sha256 } from './meter.js';
import { pausedMs, PAUSED_MS_MAX, type PausedFor, pauseLine } from './pause.js';
import { type EndReason, isOver, mayBecome, type SessionState } from './session-state.js';

/** Wi-Fi to mobile takes seconds, a frozen phone a minute; longer and the other should not have to wait. */
export const GRACE_MS = 120_000;
/** After the ceiling nobody pays any more; time to say goodbye. */
export const GOODBYE_MS = 60_000;

/** A session at one moment, with everything that decides what happens next. Times are epoch milliseconds. */
export interface SessionSnapshot {
  readonly state: SessionState;
  readonly log: MeterLog;
  readonly learner: Attendance;
  readonly expert: Attendance;
  readonly learnerCame: boolean;
  readonly expertCame: boolean;
  readonly ceilingSeconds: number;
  /** The meter stands although both are there, because one of the two, or the bank, wants it so. */
  readonly pausedFor: PausedFor | null;
  readonly waitUntilMs: number;
  readonly graceEndsAtMs: number | null;
  readonly goodbyeEndsAtMs: number | null;
  readonly endReason: EndReason | null;
  readonly endedAtMs: number | null;
}

/**
 * Brings a session up to now: starts the meter when both are there, stops it at the last sure moment
 * when one is not, at the ceiling to the millisecond, and ends what nobody comes back to.
 */
export function advance(session: SessionSnapshot, nowMs: number, sha256: Sha256): SessionSnapshot {
  if (isOver(session.state)) return session;
  const seen = noteArrivals(session);
  if (seen.goodbyeEndsAtMs !== null) {
    // Who is asked by the bank about more time is not put out meanwhile.
    const isOverNow = nowMs >= seen.goodbyeEndsAtMs && seen.pausedFor !== 'bank';
    return isOverNow ? finish(seen, 'ceiling', nowMs, sha256) : seen;
  }
  const capped = stopAtCeiling(seen, nowMs, sha256);
  if (capped !== seen) return advance(capped, nowMs, sha256);
  const areBothThere = isPresent(seen.learner, nowMs) && isPresent(seen.expert, nowMs);
  if (!areBothThere) return interrupt(seen, nowMs, sha256);
  if (seen.pausedFor !== null) return holdForPause(seen, seen.pausedFor, nowMs, sha256);
  const poorSinceMs = poorLineSinceMs(seen, nowMs);
  return poorSinceMs === null
    ? run(seen, nowMs, sha256)
    : holdForPoorLine(seen, poorSinceMs, sha256);
}

/** Lets the meter stand, or go on; what is over stays as it is. */
export function setPause(
  session: SessionSnapshot,
  pausedFor: PausedFor | null,
  nowMs: number,
  sha256: Sha256,
): SessionSnapshot {
  return isOver(session.state) ? session : advance({ ...session, pausedFor }, nowMs, sha256);
}

/** More time was agreed on: also who is saying goodbye already goes on. */
export function prolong(
  session: SessionSnapshot,
  ceilingSeconds: number,
  nowMs: number,
  sha256: Sha256,
): SessionSnapshot {
  if (isOver(session.state) || ceilingSeconds <= session.ceilingSeconds) return session;
  return advance({ ...session, ceilingSeconds, goodbyeEndsAtMs: null }, nowMs, sha256);
}

/** Ends it because somebody asked for it, or because nobody is left. */
export function finish(
  session: SessionSnapshot,
  reason: EndReason,
  nowMs: number,
  sha256: Sha256,
): SessionSnapshot {
  if (isOver(session.state)) return session;
  const stopped = stopMeter(session, nowMs, reason, sha256);
  const log = append(stopped.log, { kind: 'closed', atMs: nowMs, reason }, sha256);
  return {
    ...moveTo(stopped, 'ended'),
    log,
    endReason: reason,
    endedAtMs: nowMs,
    graceEndsAtMs: null,
    goodbyeEndsAtMs: null,
  };
}

/** The process that ran the meter died: it stops where it was last surely right, and both may come back. */
export function recover(
  session: SessionSnapshot,
  lastRunningMs: number,
  nowMs: number,
  sha256: Sha256,
): SessionSnapshot {
  if (!isRunning(session.log)) return session;
  const log = append(
    session.log,
    { kind: 'stopped', atMs: lastRunningMs, reason: 'restart' },
    sha256,
  );
  return { ...moveTo(session, 'interrupted'), log, graceEndsAtMs: nowMs + GRACE_MS };
}

function noteArrivals(session: SessionSnapshot): SessionSnapshot {
  const learnerCame = session.learnerCame || session.learner.isMediaConnected;
  const expertCame = session.expertCame || session.expert.isMediaConnected;
  return learnerCame === session.learnerCame && expertCame === session.expertCame
    ? session
    : { ...session, learnerCame, expertCame };
}

function stopAtCeiling(session: SessionSnapshot, nowMs: number, sha256: Sha256): SessionSnapshot {
  if (!isRunning(session.log)) return session;
  const overMs = billedMs(session.log, nowMs) - session.ceilingSeconds * 1000;
  if (overMs < 0) return session;
  const ceilingAtMs = nowMs - overMs;
  return {
    ...stopMeter(session, ceilingAtMs, 'ceiling', sha256),
    goodbyeEndsAtMs: ceilingAtMs + GOODBYE_MS,
  };
}

function run(session: SessionSnapshot, nowMs: number, sha256: Sha256): SessionSnapshot {
  if (isRunning(session.log)) return session;
  const log = append(session.log, { kind: 'started', atMs: nowMs, reason: 'both_present' }, sha256);
  return { ...moveTo(session, 'live'), log, graceEndsAtMs: null };
}

/** Since when a line is below the quality floor; null while both are above it. */
function poorLineSinceMs({ learner, expert }: SessionSnapshot, nowMs: number): number | null {
  const poor = [learner.line, expert.line].filter(({ isBelowFloor }) => isBelowFloor);
  if (poor.length === 0) return null;
  return Math.min(...poor.map(({ poorSinceMs }) => poorSinceMs ?? nowMs));
}

/** Both are there but cannot understand each other: nobody pays, from when it began, and nobody has to leave. */
function holdForPoorLine(
  session: SessionSnapshot,
  poorSinceMs: number,
  sha256: Sha256,
): SessionSnapshot {
  return both(stopMeter(session, poorSinceMs, POOR_LINE, sha256));
}

/** Both are there and nothing is counted, until one of them goes on or their pauses are used up. */
function holdForPause(
  session: SessionSnapshot,
  pausedFor: PausedFor,
  nowMs: number,
  sha256: Sha256,
): SessionSnapshot {
  const held = both(notePause(session, pauseLine(pausedFor), nowMs, sha256));
  if (pausedFor === 'bank') return held;
  const overMs = pausedMs(held.log, nowMs) - PAUSED_MS_MAX;
  return overMs < 0 ? held : finish(held, 'paused_too_long', nowMs - overMs, sha256);
}

/** The log names the pause also where the meter stood for another reason before: a stretch without length. */
function notePause(
  session: SessionSnapshot,
  reason: string,
  nowMs: number,
  sha256: Sha256,
): SessionSnapshot {
  if (session.log.at(-1)?.reason === reason) return session;
  const running = isRunning(session.log)
    ? session
    : {
        ...session,
        log: append(session.log, { kind: 'started', atMs: nowMs, reason: 'both_present' }, sha256),
      };
  return stopMeter(running, nowMs, reason, sha256);
}

/** Both are there: nobody is waited for. */
function both(session: SessionSnapshot): SessionSnapshot {
  if (session.state === 'live') return session;
  return { ...moveTo(session, 'live'), graceEndsAtMs: null };
}

function interrupt(session: SessionSnapshot, nowMs: number, sha256: Sha256): SessionSnapshot {
  if (isRunning(session.log)) {
    const { whoLeft, atMs } = firstToLeave(session, nowMs);
    return {
      ...moveTo(stopMeter(session, atMs, `${whoLeft}_gone`, sha256), 'interrupted'),
      graceEndsAtMs: nowMs + GRACE_MS,
    };
  }
  if (session.state === 'live' && session.goodbyeEndsAtMs === null)
    return { ...moveTo(session, 'interrupted'), graceEndsAtMs: nowMs + GRACE_MS };
  if (session.graceEndsAtMs !== null && nowMs >= session.graceEndsAtMs) {
    return finish(session, `${firstToLeave(session, nowMs).whoLeft}_left`, nowMs, sha256);
  }
  if (session.state === 'waiting' && nowMs >= session.waitUntilMs)
    return finish(session, whoNeverCame(session), nowMs, sha256);
  return session;
}

function firstToLeave(
  session: SessionSnapshot,
  nowMs: number,
): { whoLeft: 'learner' | 'expert'; atMs: number } {
  const absences = (['expert', 'learner'] as const)
    .filter((role) => !isPresent(session[role], nowMs))
    .map((role) => ({ whoLeft: role, atMs: lastSureMs(session[role], nowMs) }));
  return absences.reduce(
    (first, next) => (next.atMs < first.atMs ? next : first),
    absences[0] ?? { whoLeft: 'learner', atMs: nowMs },
  );
}

function whoNeverCame({ learnerCame, expertCame }: SessionSnapshot): EndReason {
  if (!learnerCame && !expertCame) return 'nobody_came';
  return expertCame ? 'learner_never_came' : 'expert_never_came';
}

function stopMeter(
  session: SessionSnapshot,
  atMs: number,
  reason: string,
  sha256: Sha256,
): SessionSnapshot {
  if (!isRunning(session.log)) return session;
  return { ...session, log: append(session.log, { kind: 'stopped', atMs, reason }, sha256) };
}

function moveTo(session: SessionSnapshot, state: SessionState): SessionSnapshot {
  if (session.state === state) return session;
  if (!mayBecome(session.state, state))
    throw new RangeError(`a session that is ${session.state} cannot become ${state}`);
  return { ...session, state };
}
