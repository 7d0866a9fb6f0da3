import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { PauseRefusedError } from '../domain/extension.errors.js';
import { mayPause, type PausedFor, type PauseReason } from '../domain/pause.js';
import { prolong, setPause } from '../domain/session-clock.js';
import type { SessionRole } from '../domain/session-role.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { RunningSessions } from './running-sessions.js';
import { SessionCopies } from './session-copies.js';
import { snapshotOf } from './session-snapshot.js';
import { sha256 } from './sha256.js';

/** Lets the meter of a session stand and go on, wherever the session is looked after. */
@Injectable()
export class SessionPauses {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly running: RunningSessions,
    private readonly copies: SessionCopies,
    private readonly clock: Clock,
  ) {
    copies.onPause(({ sessionId, pausedFor }) => void this.apply(sessionId, pausedFor));
    copies.onCeiling((sessionId) => void this.takeCeiling(sessionId));
  }

  /** Either lets the meter stand. @throws PauseRefusedError */
  async pause(sessionId: string, by: SessionRole, reason: PauseReason): Promise<void> {
    const verdict = mayPause(await this.snapshot(sessionId), this.clock.now().epochMilliseconds);
    if (!verdict.ok) throw new PauseRefusedError(verdict.refusal);
    await this.set(sessionId, `${by}_${reason}`);
  }

  /** Either lets it go on; the bank's question is nobody's to end but the bank's. */
  async goOn(sessionId: string): Promise<void> {
    if ((await this.snapshot(sessionId)).pausedFor === 'bank') return;
    await this.set(sessionId, null);
  }

  /** @param asks whether the bank has a question about more time just now */
  async bankAsks(sessionId: string, asks: boolean): Promise<void> {
    const { pausedFor } = await this.snapshot(sessionId);
    if (asks === (pausedFor === 'bank')) return;
    await this.set(sessionId, asks ? 'bank' : null);
  }

  /** The row says that it may last longer now. */
  async ceilingRaised(sessionId: string): Promise<void> {
    if (this.running.has(sessionId)) await this.takeCeiling(sessionId);
    else this.copies.tellCeiling(sessionId);
    await this.tellChanged(sessionId);
  }

  /** Both pages look again. */
  async tellChanged(sessionId: string): Promise<void> {
    const record = await this.sessions.load(sessionId);
    this.running.tellBoth(record, 'session.changed', await this.running.view(record));
  }

  private async set(sessionId: string, pausedFor: PausedFor | null): Promise<void> {
    if (this.running.has(sessionId)) await this.apply(sessionId, pausedFor);
    else this.copies.tellPause({ sessionId, pausedFor });
  }

  private apply(sessionId: string, pausedFor: PausedFor | null): Promise<void> {
    return this.running.change(sessionId, (snapshot, nowMs) =>
      setPause(snapshot, pausedFor, nowMs, sha256),
    );
  }

  private async takeCeiling(sessionId: string): Promise<void> {
    const { ceilingSeconds, ceilingMinor } = await this.sessions.load(sessionId);
    const entry = this.running.get(sessionId);
    if (entry) Object.assign(entry.record, { ceilingSeconds, ceilingMinor });
    await this.running.change(sessionId, (snapshot, nowMs) => {
      const on = snapshot.pausedFor === 'bank' ? { ...snapshot, pausedFor: null } : snapshot;
      return prolong(on, ceilingSeconds, nowMs, sha256);
    });
  }

  private async snapshot(sessionId: string): Promise<ReturnType<typeof snapshotOf>> {
    const entry = this.running.get(sessionId);
    if (entry) return entry.snapshot;
    return snapshotOf(await this.sessions.load(sessionId), await this.sessions.log(sessionId));
  }
}
