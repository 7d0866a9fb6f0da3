import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import type { Evidence } from '../domain/attendance.js';
import { AttendanceRecord } from '../persistence/session.records.js';

/** Signed heartbeats come every two seconds; one in ten seconds is enough to prove afterwards that they came. */
const HEARTBEAT_EVERY_MS = 10_000;

/** Keeps what each source said about who is there: every change, and heartbeats now and then. */
@Injectable()
export class AttendanceLog {
  private readonly last = new Map<string, { isConnected: boolean; atMs: number }>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /** @param saysConnected what the browser says of itself with a heartbeat: kept, never believed */
  noteEvidence(
    sessionId: string,
    personId: string,
    evidence: Evidence,
    saysConnected: boolean,
  ): Promise<void> {
    const { source, atMs } = evidence;
    switch (source) {
      case 'media':
        return this.note(sessionId, personId, source, evidence.kind === 'connected', 0, atMs);
      case 'poll':
        return this.note(sessionId, personId, source, evidence.isConnected, 0, atMs);
      case 'heartbeat':
        return this.note(sessionId, personId, source, saysConnected, evidence.seq, atMs);
      case 'line':
        return Promise.resolve(); // the meter's own log says when a line was too poor
    }
  }

  private async note(
    sessionId: string,
    personId: string,
    source: AttendanceRecord['source'],
    isConnected: boolean,
    seq: number,
    atMs: number,
  ): Promise<void> {
    const key = `${sessionId}|${personId}|${source}`;
    const last = this.last.get(key);
    const isNews =
      last?.isConnected !== isConnected ||
      (source === 'heartbeat' && atMs - last.atMs >= HEARTBEAT_EVERY_MS);
    if (!isNews) return;
    this.last.set(key, { isConnected, atMs });
    await this.unitOfWork.manager.insert(AttendanceRecord, {
      id: this.ids.next(),
      sessionId,
      personId,
      source,
      isConnected,
      seq,
      at: Temporal.Instant.fromEpochMilliseconds(atMs),
    });
  }

  /** The session is over: nothing more will come. */
  forget(sessionId: string): void {
    for (const key of this.last.keys()) if (key.startsWith(`${sessionId}|`)) this.last.delete(key);
  }

  async of(sessionId: string): Promise<AttendanceRecord[]> {
    return this.unitOfWork.manager.find(AttendanceRecord, {
      where: { sessionId },
      order: { at: 'ASC', id: 'ASC' },
    });
  }
}
