import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { Ids } from '../../../platform/ids.js';
import { Logger } from '../../../platform/logging/logger.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { Realtime } from '../../../platform/realtime/realtime.js';
import { type Evidence, nobodyYet, witness } from '../domain/attendance.js';
import { billedSeconds, isRunning } from '../domain/meter.js';
import { advance, finish, recover, type SessionSnapshot } from '../domain/session-clock.js';
import { type EndReason, isOver } from '../domain/session-state.js';
import type { SessionBegan, SessionEnded } from '../domain/sessions.events.js';
import type { MediaEvent, VideoPort } from '../media/video-port.js';
import type { SessionRecord } from '../persistence/session.records.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { AttendanceLog } from './attendance-log.js';
import { sha256 } from './sha256.js';
import { meterViewOf, type SessionRole, type SessionView, sessionViewOf } from './session-view.js';
import { VIDEO_PORT } from './video-port.token.js';

/** How often a running meter is written down: what a crash may cost the expert at most. */
const PERSIST_EVERY_TICKS = 5;
const POLL_EVERY_TICKS = 5;
const TICK_MS = 1_000;

interface Running {
  readonly record: SessionRecord;
  snapshot: SessionSnapshot;
  /** Changes of one session happen one after the other. */
  queue: Promise<unknown>;
}

type Change = (snapshot: SessionSnapshot, nowMs: number) => SessionSnapshot;

/** Looks after every session that is not over: takes evidence in, ticks, writes down, tells both pages. */
@Injectable()
export class SessionRuntime implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly running = new Map<string, Running>();
  private timer: NodeJS.Timeout | null = null;
  private ticks = 0;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly attendance: AttendanceLog,
    private readonly outbox: Outbox,
    private readonly realtime: Realtime,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly logger: Logger,
    @Inject(VIDEO_PORT) private readonly video: VideoPort,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.video.onEvent(
      (event) =>
        void this.onMedia(event).catch((error: unknown) =>
          this.logger.error('a media event was lost', error),
        ),
    );
    for (const record of await this.sessions.notOver()) await this.resume(record);
    this.timer = setInterval(
      () => void this.tick().catch((error: unknown) => this.logger.error('a tick failed', error)),
      TICK_MS,
    );
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await Promise.all([...this.running.values()].map((entry) => this.writeDownRunning(entry)));
    await this.video.close();
  }

  /** Begins to look after a session that was just opened. */
  async begin(record: SessionRecord): Promise<void> {
    await this.video.openRoom(record.id);
    this.running.set(record.id, {
      record,
      snapshot: await this.snapshotOf(record),
      queue: Promise.resolve(),
    });
    if (record.expertIsGenerated)
      await this.video.joinGenerated(record.id, record.expertId, lookOf(record.expertId));
  }

  /** Evidence that somebody is there or not. */
  async witness(sessionId: string, personId: string, evidence: Evidence): Promise<void> {
    const role = roleIn(this.running.get(sessionId)?.record, personId);
    if (!role) return;
    await this.change(sessionId, (snapshot, nowMs) =>
      advance({ ...snapshot, [role]: witness(snapshot[role], evidence) }, nowMs, sha256),
    );
  }

  async end(sessionId: string, reason: EndReason): Promise<void> {
    await this.change(sessionId, (snapshot, nowMs) => finish(snapshot, reason, nowMs, sha256));
  }

  /** The session as it is at this moment. */
  async view(record: SessionRecord): Promise<SessionView> {
    const entry = this.running.get(record.id);
    return sessionViewOf(record, entry?.snapshot ?? (await this.snapshotOf(record)), this.nowMs());
  }

  /** One second has passed: ceilings, graces and silences take effect, both pages see the meter. */
  async tick(): Promise<void> {
    this.ticks += 1;
    if (this.ticks % POLL_EVERY_TICKS === 0)
      await Promise.all([...this.running.keys()].map((id) => this.poll(id)));
    await Promise.all([...this.running.values()].map((entry) => this.tickOne(entry)));
  }

  private async tickOne(entry: Running): Promise<void> {
    await this.change(entry.record.id, (snapshot, nowMs) => advance(snapshot, nowMs, sha256));
    if (!isRunning(entry.snapshot.log)) return;
    this.tellBoth(entry.record, 'meter.tick', {
      sessionId: entry.record.id,
      ...meterViewOf(entry.record, entry.snapshot, this.nowMs()),
    });
    if (this.ticks % PERSIST_EVERY_TICKS === 0) await this.writeDownRunning(entry);
  }

  private async onMedia(event: MediaEvent): Promise<void> {
    if (event.kind !== 'connected' && event.kind !== 'disconnected') return;
    await this.attendance.note(
      event.roomId,
      event.participantId,
      'media',
      event.kind === 'connected',
      0,
      event.atMs,
    );
    await this.witness(event.roomId, event.participantId, {
      source: 'media',
      kind: event.kind,
      atMs: event.atMs,
    });
  }

  private async poll(sessionId: string): Promise<void> {
    const statuses = await this.video.participants(sessionId).catch(() => []);
    for (const status of statuses) {
      const { connected: isConnected, lastPacketAtMs } = status;
      await this.attendance.note(
        sessionId,
        status.participantId,
        'poll',
        isConnected,
        0,
        this.nowMs(),
      );
      await this.witness(sessionId, status.participantId, {
        source: 'poll',
        isConnected,
        lastPacketAtMs,
        atMs: this.nowMs(),
      });
    }
  }

  /** Applies a change after those before it, writes down what came of it, then tells everybody. */
  private change(sessionId: string, change: Change): Promise<void> {
    const entry = this.running.get(sessionId);
    if (!entry) return Promise.resolve();
    const turn = entry.queue.then(() => this.apply(entry, change));
    entry.queue = turn.catch(() => undefined);
    return turn;
  }

  private async apply(entry: Running, change: Change): Promise<void> {
    const before = entry.snapshot;
    if (isOver(before.state)) return;
    const after = change(before, this.nowMs());
    if (isUnchanged(before, after)) {
      entry.snapshot = after;
      return;
    }
    await this.sessions.save(
      entry.record.id,
      changesOf(after),
      after.log.slice(before.log.length),
      () => this.announce(entry.record, before, after),
    );
    entry.snapshot = after;
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
    if (isFirstStart)
      await this.outbox.publish(this.event<SessionBegan>('sessions.session.began', record, {}));
    if (after.state === 'ended' && after.endReason) {
      const facts = {
        reason: after.endReason,
        billedSeconds: Math.min(billedSeconds(after.log, this.nowMs()), record.ceilingSeconds),
      };
      await this.outbox.publish(this.event<SessionEnded>('sessions.session.ended', record, facts));
    }
  }

  private event<T extends SessionBegan | SessionEnded>(
    name: T['name'],
    record: SessionRecord,
    more: object,
  ): T {
    return {
      name,
      version: 1,
      eventId: this.ids.next(),
      occurredAt: this.clock.now().toString(),
      aggregateId: record.id,
      data: {
        sessionId: record.id,
        learnerId: record.learnerId,
        expertId: record.expertId,
        ...more,
      },
    } as T;
  }

  private async letGo({ record }: Running): Promise<void> {
    this.running.delete(record.id);
    this.attendance.forget(record.id);
    await this.video.closeRoom(record.id);
  }

  /** After a restart: the meter stops where it was last surely right, and both may come back. */
  private async resume(record: SessionRecord): Promise<void> {
    await this.begin(record);
    const lastMs = record.runningSeenAt?.epochMilliseconds ?? 0;
    await this.change(record.id, (snapshot, nowMs) => recover(snapshot, lastMs, nowMs, sha256));
  }

  private async writeDownRunning({ record, snapshot }: Running): Promise<void> {
    if (isRunning(snapshot.log)) await this.sessions.touchRunning(record.id, this.clock.now());
  }

  private async snapshotOf(record: SessionRecord): Promise<SessionSnapshot> {
    return {
      state: record.state,
      log: await this.sessions.log(record.id),
      learner: nobodyYet(true),
      expert: nobodyYet(!record.expertIsGenerated),
      learnerCame: record.learnerCame,
      expertCame: record.expertCame,
      ceilingSeconds: record.ceilingSeconds,
      waitUntilMs: record.waitUntil.epochMilliseconds,
      graceEndsAtMs: record.graceEndsAt?.epochMilliseconds ?? null,
      goodbyeEndsAtMs: record.goodbyeEndsAt?.epochMilliseconds ?? null,
      endReason: record.endReason,
      endedAtMs: record.endedAt?.epochMilliseconds ?? null,
    };
  }

  private tellBoth(record: SessionRecord, event: string, payload: object): void {
    for (const personId of [record.learnerId, record.expertId])
      this.realtime.toPerson(personId, event, payload);
  }

  private nowMs(): number {
    return this.clock.now().epochMilliseconds;
  }
}

function roleIn(record: SessionRecord | undefined, personId: string): SessionRole | null {
  if (record?.learnerId === personId) return 'learner';
  return record?.expertId === personId ? 'expert' : null;
}

/** Who is there is not written down with the session; everything else is. */
function isUnchanged(before: SessionSnapshot, after: SessionSnapshot): boolean {
  return (
    before.log === after.log &&
    before.state === after.state &&
    before.learnerCame === after.learnerCame &&
    before.expertCame === after.expertCame &&
    before.learner.isMediaConnected === after.learner.isMediaConnected &&
    before.expert.isMediaConnected === after.expert.isMediaConnected &&
    before.goodbyeEndsAtMs === after.goodbyeEndsAtMs &&
    before.graceEndsAtMs === after.graceEndsAtMs
  );
}

function changesOf(snapshot: SessionSnapshot): Partial<SessionRecord> {
  return {
    state: snapshot.state,
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

/** Each demo expert always has the same drawn face. */
function lookOf(personId: string): number {
  return Number.parseInt(personId.slice(-4), 16);
}
