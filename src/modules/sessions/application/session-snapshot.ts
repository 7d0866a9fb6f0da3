import { Temporal } from 'temporal-polyfill';
import { nobodyYet } from '../domain/attendance.js';
import { isRunning, type MeterLog } from '../domain/meter.js';
import type { SessionSnapshot } from '../domain/session-clock.js';
import type { SessionRecord } from '../persistence/session.records.js';

/** A session as it was written down; who is there has to be seen anew. */
export function snapshotOf(record: SessionRecord, log: MeterLog): SessionSnapshot {
  return {
    state: record.state,
    log,
    learner: nobodyYet(true),
    expert: nobodyYet(!record.expertIsGenerated),
    learnerCame: record.learnerCame,
    expertCame: record.expertCame,
    ceilingSeconds: record.ceilingSeconds,
    pausedFor: record.pausedFor,
    waitUntilMs: record.waitUntil.epochMilliseconds,
    graceEndsAtMs: record.graceEndsAt?.epochMilliseconds ?? null,
    goodbyeEndsAtMs: record.goodbyeEndsAt?.epochMilliseconds ?? null,
    endReason: record.endReason,
    endedAtMs: record.endedAt?.epochMilliseconds ?? null,
  };
}

/** Who is there is not written down with the session; everything else is. */
export function isUnchanged(before: SessionSnapshot, after: SessionSnapshot): boolean {
  return (
    before.log === after.log &&
    before.state === after.state &&
    before.pausedFor === after.pausedFor &&
    before.ceilingSeconds === after.ceilingSeconds &&
    before.learnerCame === after.learnerCame &&
    before.expertCame === after.expertCame &&
    before.learner.isMediaConnected === after.learner.isMediaConnected &&
    before.expert.isMediaConnected === after.expert.isMediaConnected &&
    before.goodbyeEndsAtMs === after.goodbyeEndsAtMs &&
    before.graceEndsAtMs === after.graceEndsAtMs
  );
}

/** What is written down. The ceiling is not among it: it is changed in the row alone, and read from there. */
export function changesOf(snapshot: SessionSnapshot): Partial<SessionRecord> {
  return {
    state: snapshot.state,
    pausedFor: snapshot.pausedFor,
    learnerCame: snapshot.learnerCame,
    expertCame: snapshot.expertCame,
    graceEndsAt: instantOf(snapshot.graceEndsAtMs),
    goodbyeEndsAt: instantOf(snapshot.goodbyeEndsAtMs),
    endedAt: instantOf(snapshot.endedAtMs),
    endReason: snapshot.endReason,
    ...(isRunning(snapshot.log)
      ? { runningSeenAt: instantOf(snapshot.log.at(-1)?.atMs ?? null) }
      : {}),
  };
}

function instantOf(epochMs: number | null): Temporal.Instant | null {
  return epochMs === null ? null : Temporal.Instant.fromEpochMilliseconds(epochMs);
}
