import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Logger } from '../../../platform/logging/logger.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { Realtime } from '../../../platform/realtime/realtime.js';
import { isPresent } from '../domain/attendance.js';
import { billedSeconds } from '../domain/meter.js';
import type { SessionSnapshot } from '../domain/session-clock.js';
import { isOver } from '../domain/session-state.js';
import type { SessionBegan, SessionEnded } from '../domain/sessions.events.js';
import type { VideoPort } from '../media/video-port.js';
import type { SessionRecord } from '../persistence/session.records.js';
import { SessionLeases } from '../persistence/session-leases.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { AttendanceLog } from './attendance-log.js';
import { SessionCopies } from './session-copies.js';
import { changesOf, isUnchanged, snapshotOf } from './session-snapshot.js';
import { type SessionView, sessionViewOf } from './session-view.js';
import { VIDEO_PORT } from './video-port.token.js';

/** A session that this copy looks after. */
export interface Running {
  readonly record: SessionRecord;
  snapshot: SessionSnapshot;
  /** Changes of one session happen one after the other. */
  queue: Promise<unknown>;
}

export type Change = (snapshot: SessionSnapshot, nowMs: number) => SessionSnapshot;

/** The sessions that this copy looks after: one change after the other, written down, then told to both pages. */
@Injectable()
export class RunningSessions {
  private readonly running = new Map<string, Running>();

  constructor(
    private readonly sessions: SessionRepository,
    private readonly leases: SessionLeases,
    private readonly copies: SessionCopies,
    private readonly attendance: AttendanceLog,
    private readonly outbox: Outbox,
    private readonly realtime: Realtime,
    private readonly clock: Clock,
    private readonly logger: Logger,
    @Inject(VIDEO_PORT) private readonly video: VideoPort,
  ) {}

  has(sessionId: string): boolean {
    return this.running.has(sessionId);
  }

  get(sessionId: string): Running | undefined {
    return this.running.get(sessionId);
  }

  all(): readonly Running[] {
    return [...this.running.values()];
  }

  async adopt(record: SessionRecord): Promise<void> {
    const snapshot = snapshotOf(record, await this.sessions.log(record.id));
    this.running.set(record.id, { record, snapshot, queue: Promise.resolve() });
  }

  drop(sessionId: string): void {
    this.running.delete(sessionId);
  }

  /** The session as it is at this moment. */
  async view(record: SessionRecord): Promise<SessionView> {
    const entry = this.running.get(record.id);
    if (entry) return sessionViewOf(entry.record, entry.snapshot, this.nowMs());
    const snapshot = snapshotOf(record, await this.sessions.log(record.id));
    const view = sessionViewOf(record, snapshot, this.nowMs());
    const here = isOver(record.state) ? null : this.copies.whoIsHere(record.id);
    return here ? { ...view, learnerPresent: here.learner, expertPresent: here.expert } : view;
  }

  /** Applies a change after those before it, writes down what came of it, then tells everybody. */
  change(sessionId: string, change: Change): Promise<void> {
    const entry = this.running.get(sessionId);
    if (!entry) return Promise.resolve();
    const turn = entry.queue.then(() => this.apply(entry, change));
    entry.queue = turn.catch(() => undefined);
    return turn;
  }

  tellCopies({ record, snapshot }: Running): void {
    const nowMs = this.nowMs();
    this.copies.tellWhoIsHere({
      sessionId: record.id,
      learner: isPresent(snapshot.learner, nowMs),
      expert: isPresent(snapshot.expert, nowMs),
    });
  }

  tellBoth(record: SessionRecord, event: string, payload: object): void {
    for (const personId of [record.learnerId, record.expertId])
      this.realtime.toPerson(personId, event, payload);
  }

  /** Another copy looks after it by now. */
  loseTo({ record }: Running): void {
    this.running.delete(record.id);
    this.attendance.forget(record.id);
    this.logger.warn('another copy looks after a session', { sessionId: record.id });
  }

  private async apply(entry: Running, change: Change): Promise<void> {
    const before = entry.snapshot;
    if (isOver(before.state)) return;
    const after = change(before, this.nowMs());
    if (isUnchanged(before, after)) {
      entry.snapshot = after;
      return;
    }
    const isSaved = await this.sessions.save(
      entry.record.id,
      this.leases.copyId,
      changesOf(after),
      after.log.slice(before.log.length),
      () => this.announce(entry.record, before, after),
    );
    if (!isSaved) return this.loseTo(entry);
    entry.snapshot = after;
    this.tellCopies(entry);
    Object.assign(entry.record, changesOf(after));
    this.tellBoth(
      entry.record,
      'session.changed',
      sessionViewOf(entry.record, after, this.nowMs()),
    );
    if (isOver(after.state)) await this.letGo(entry);
  }

  private async announce(
    record: SessionRecord,
    before: SessionSnapshot,
    after: SessionSnapshot,
  ): Promise<void> {
    const isFirstStart = before.state === 'waiting' && after.state === 'live';
    const { id: sessionId, learnerId, expertId } = record;
    const people = { sessionId, learnerId, expertId };
    if (isFirstStart)
      await this.outbox.publish<SessionBegan>({
        name: 'sessions.session.began',
        aggregateId: sessionId,
        data: people,
      });
    if (after.state === 'ended' && after.endReason) {
      const seconds = Math.min(billedSeconds(after.log, this.nowMs()), record.ceilingSeconds);
      await this.outbox.publish<SessionEnded>({
        name: 'sessions.session.ended',
        aggregateId: sessionId,
        data: { ...people, reason: after.endReason, billedSeconds: seconds },
      });
    }
  }

  private async letGo({ record }: Running): Promise<void> {
    this.running.delete(record.id);
    this.attendance.forget(record.id);
    await this.video.closeRoom(record.id);
  }

  private nowMs(): number {
    return this.clock.now().epochMilliseconds;
  }
}
