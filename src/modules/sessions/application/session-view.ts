import { priceOf, type PriceTerms } from '../../../shared/metered-price.js';
import { money, type MoneyJson, toMoneyJson } from '../../../shared/money.js';
import type { Attendance } from '../domain/attendance.js';
import { isPresent } from '../domain/attendance.js';
import { billedSeconds, isRunning, poorSeconds } from '../domain/meter.js';
import type { PausedFor } from '../domain/pause.js';
import type { SessionSnapshot } from '../domain/session-clock.js';
import type { EndReason, SessionState } from '../domain/session-state.js';
import type { SessionRecord } from '../persistence/session.records.js';

export type { SessionRole } from '../domain/session-role.js';

export interface MeterView {
  readonly running: boolean;
  readonly billedSeconds: number;
  readonly cost: MoneyJson;
  readonly remainingSeconds: number;
  /** Not counted because a line was below the quality floor. */
  readonly poorSeconds: number;
  /** RFC 3339, UTC. */
  readonly asOf: string;
}

/** A session as its two people see it; times are RFC 3339, UTC. */
export interface SessionView {
  readonly id: string;
  readonly sourceKind: 'help_request' | 'booking';
  readonly sourceId: string;
  readonly state: SessionState;
  readonly appointmentId: string;
  readonly listingId: string;
  readonly listingTitle: string;
  readonly problem: string;
  readonly learnerId: string;
  readonly expertId: string;
  readonly priceModel: PriceTerms['model'];
  readonly unit: MoneyJson;
  readonly freeMinutes: number;
  readonly ceilingSeconds: number;
  readonly ceiling: MoneyJson | null;
  readonly meter: MeterView;
  /** Why the meter stands although both are there. */
  readonly pausedFor: PausedFor | null;
  readonly learnerPresent: boolean;
  readonly expertPresent: boolean;
  readonly opensAt: string;
  readonly waitUntil: string;
  readonly graceEndsAt: string | null;
  readonly goodbyeEndsAt: string | null;
  readonly endedAt: string | null;
  readonly endedReason: EndReason | null;
}

export function termsOf(record: SessionRecord): PriceTerms {
  return {
    model: record.priceModel,
    unit: money(record.unitMinor, record.currency),
    freeMinutes: record.freeMinutes,
  };
}

export function meterViewOf(
  record: SessionRecord,
  snapshot: SessionSnapshot,
  nowMs: number,
): MeterView {
  const seconds = Math.min(billedSeconds(snapshot.log, nowMs), record.ceilingSeconds);
  const ceiling = record.ceilingMinor === null ? null : money(record.ceilingMinor, record.currency);
  return {
    running: isRunning(snapshot.log),
    billedSeconds: seconds,
    cost: toMoneyJson(priceOf(termsOf(record), seconds, ceiling)),
    remainingSeconds: record.ceilingSeconds - seconds,
    poorSeconds: poorSeconds(snapshot.log, nowMs),
    asOf: new Date(nowMs).toISOString(),
  };
}

export function sessionViewOf(
  record: SessionRecord,
  snapshot: SessionSnapshot,
  nowMs: number,
): SessionView {
  const isThere = (attendance: Attendance): boolean => isPresent(attendance, nowMs);
  return {
    id: record.id,
    sourceKind: record.sourceKind,
    sourceId: record.sourceId,
    state: snapshot.state,
    appointmentId: record.appointmentId,
    listingId: record.listingId,
    listingTitle: record.listingTitle,
    problem: record.problem,
    learnerId: record.learnerId,
    expertId: record.expertId,
    priceModel: record.priceModel,
    unit: { amountMinor: record.unitMinor.toString(), currency: record.currency },
    freeMinutes: record.freeMinutes,
    ceilingSeconds: record.ceilingSeconds,
    ceiling:
      record.ceilingMinor === null
        ? null
        : { amountMinor: record.ceilingMinor.toString(), currency: record.currency },
    meter: meterViewOf(record, snapshot, nowMs),
    pausedFor: snapshot.pausedFor,
    learnerPresent: isThere(snapshot.learner),
    expertPresent: isThere(snapshot.expert),
    opensAt: record.opensAt.toString(),
    waitUntil: record.waitUntil.toString(),
    graceEndsAt: isoOf(snapshot.graceEndsAtMs),
    goodbyeEndsAt: isoOf(snapshot.goodbyeEndsAtMs),
    endedAt: isoOf(snapshot.endedAtMs),
    endedReason: snapshot.endReason,
  };
}

function isoOf(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
