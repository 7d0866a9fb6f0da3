import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { Logger } from '../../../platform/logging/logger.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { Realtime } from '../../../platform/realtime/realtime.js';
import { type Evidence, isPresent, nobodyYet, witness } from '../domain/attendance.js';
import { billedSeconds, isRunning } from '../domain/meter.js';
import { advance, finish, recover, type SessionSnapshot } from '../domain/session-clock.js';
import { type EndReason, isOver } from '../domain/session-state.js';
import type { SessionBegan, SessionEnded } from '../domain/sessions.events.js';
import type { MediaEvent, VideoPort } from '../media/video-port.js';
import type { SessionRecord } from '../persistence/session.records.js';
import { SessionLeases } from '../persistence/session-leases.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { AttendanceLog } from './attendance-log.js';
import { SessionCopies } from './session-copies.js';
import { sha256 } from './sha256.js';
import { meterViewOf, type SessionRole, type SessionView, sessionViewOf } from './session-view.js';
import { VIDEO_PORT } from './video-port.token.js';

/** How often a running meter is written down: what a crash may cost the expert at most. */
const PERSIST_EVERY_TICKS = 5;
const POLL_EVERY_TICKS = 5;
const TICK_MS = 1_000;
/** A meter that was not written down for so long has nobody who runs it. */
const UNTENDED_MS = (PERSIST_EVERY_TICKS + 2) * TICK_MS;

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
    private readonly leases: SessionLeases,
    private readonly copies: SessionCopies,
    private readonly attendance: AttendanceLog,
    private readonly outbox: Outbox,
    private readonly realtime: Realtime,
    private readonly clock: Clock,
    private readonly logger: Logger,
    @Inject(VIDEO_PORT) private readonly video: VideoPort,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.video.onEvent((event) => this.notLost('a media event', this.hear(event)));
    this.copies.onEvidence(({ sessionId, personId, evidence, saysConnected }) => {
      if (this.running.has(sessionId))
        this.notLost('evidence', this.witness(sessionId, personId, evidence, saysConnected));
    });
    this.copies.onLook((id) => this.notLost('a look', this.poll(id)));
    this.copies.onTaken((id) => this.running.delete(id));
    await this.takeOverWhatLapsed();
    this.timer = setInterval(() => this.notLost('a tick', this.tick()), TICK_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await Promise.all([...this.running.values()].map((entry) => this.writeDownRunning(entry)));
    await this.leases.release();
    await this.video.close();
  }

  /** What a session that is opened here is kept by. */
  own(): ReturnType<SessionLeases['own']> {
    return this.leases.own();
  }

  /** Begins to look after a session that was just opened. */
  async begin(record: SessionRecord): Promise<void> {
    await this.adopt(record);
    await this.openRoom(record);
  }

  /** Evidence that somebody is there or not; it may come to any copy, and goes to the one that looks after the session. */
  async witness(
    sessionId: string,
    personId: string,
    evidence: Evidence,
    saysConnected = true,
  ): Promise<void> {
    const entry = this.running.get(sessionId);
    if (!entry) return this.copies.pass({ sessionId, personId, evidence, saysConnected });
    const role = roleIn(entry.record, personId);
    if (!role) return;
    await this.attendance.noteEvidence(sessionId, personId, evidence, saysConnected);
    await this.change(sessionId, (snapshot, nowMs) =>
      advance({ ...snapshot, [role]: witness(snapshot[role], evidence) }, nowMs, sha256),
    );
  }

  /** What the media server saw. */
  async hear(event: MediaEvent): Promise<void> {
    const { kind, roomId, participantId, atMs } = event;
    if (kind === 'quality') {
      const { audioLossPercent } = event;
      await this.witness(roomId, participantId, { source: 'line', audioLossPercent, atMs });
    }
    if (kind !== 'connected' && kind !== 'disconnected') return;
    await this.witness(roomId, participantId, { source: 'media', kind, atMs });
  }

  /** Asks the media server how the room is, here or where it is looked after. */
  async look(sessionId: string): Promise<void> {
    if (this.running.has(sessionId)) await this.poll(sessionId);
    else this.copies.askToLook(sessionId);
  }

  async end(sessionId: string, reason: EndReason): Promise<void> {
    if (!this.running.has(sessionId)) await this.seize(sessionId);
    await this.change(sessionId, (snapshot, nowMs) => finish(snapshot, reason, nowMs, sha256));
  }

  /** The session as it is at this moment. */
  async view(record: SessionRecord): Promise<SessionView> {
    const entry = this.running.get(record.id);
    if (entry) return sessionViewOf(record, entry.snapshot, this.nowMs());
    const view = sessionViewOf(record, await this.snapshotOf(record), this.nowMs());
    const here = isOver(record.state) ? null : this.copies.whoIsHere(record.id);
    return here ? { ...view, learnerPresent: here.learner, expertPresent: here.expert } : view;
  }

  /** One second has passed: ceilings, graces and silences take effect, both pages see the meter. */
  async tick(): Promise<void> {
    this.ticks += 1;
    if (this.ticks % POLL_EVERY_TICKS === 0) {
      await this.keepLeases();
      await Promise.all([...this.running.keys()].map((id) => this.poll(id)));
    }
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

  private async poll(sessionId: string): Promise<void> {
    const record = this.running.get(sessionId)?.record;
    if (!record) return;
    const people = [record.learnerId, record.expertId];
    // A server that cannot be asked says nothing about who is there.
    const statuses = await this.video.participants(sessionId, people).catch(() => null);
    if (statuses === null) return;
    // Rooms of a media server are lost when it starts again.
    if (statuses.length === 0) await this.openRoom(record);
    const atMs = this.nowMs();
    for (const { participantId, connected: isConnected, lastPacketAtMs } of statuses)
      await this.witness(sessionId, participantId, {
        source: 'poll',
        isConnected,
        lastPacketAtMs,
        atMs,
      });
  }

  /** A media server that is away for a moment is asked again with the next poll. */
  private async openRoom({ id, expertId, expertIsGenerated }: SessionRecord): Promise<void> {
    try {
      await this.video.openRoom(id);
      if (expertIsGenerated) await this.video.joinGenerated(id, expertId, lookOf(expertId));
    } catch (error) {
      this.logger.error('the room of a session could not be opened yet', error, { sessionId: id });
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

  /** Another copy looks after it by now. */
  private loseTo({ record }: Running): void {
    this.running.delete(record.id);
    this.attendance.forget(record.id);
    this.logger.warn('another copy looks after a session', { sessionId: record.id });
  }

  private async keepLeases(): Promise<void> {
    if (this.leases.isOnlyCopy) return;
    const kept = await this.leases.renew([...this.running.keys()]);
    for (const entry of [...this.running.values()])
      if (!kept.has(entry.record.id)) this.loseTo(entry);
      else this.tellCopies(entry);
    await this.takeOverWhatLapsed();
  }

  /** Sessions whose process died, or that no copy looks after any more. */
  private async takeOverWhatLapsed(): Promise<void> {
    for (const record of await this.leases.lapsed())
      if (await this.leases.take(record)) await this.resume(record);
  }

  /** Takes a session from the copy that has it. */
  private async seize(sessionId: string): Promise<void> {
    if (!(await this.leases.seize(sessionId))) return;
    this.copies.tellTaken(sessionId);
    const record = await this.sessions.load(sessionId);
    const seenMs = record.runningSeenAt?.epochMilliseconds ?? 0;
    if (this.nowMs() - seenMs > UNTENDED_MS) await this.resume(record);
    else await this.begin(record);
  }

  /** After a restart: the meter stops where it was last surely right, and both may come back. */
  private async resume(record: SessionRecord): Promise<void> {
    this.copies.forget(record.id);
    await this.adopt(record);
    const lastMs = record.runningSeenAt?.epochMilliseconds ?? 0;
    // Before the room opens: whoever is in it at once would find a meter that seems to run still.
    await this.change(record.id, (snapshot, nowMs) => recover(snapshot, lastMs, nowMs, sha256));
    await this.openRoom(record);
  }

  private async adopt(record: SessionRecord): Promise<void> {
    const snapshot = await this.snapshotOf(record);
    this.running.set(record.id, { record, snapshot, queue: Promise.resolve() });
  }

  private tellCopies({ record, snapshot }: Running): void {
    const nowMs = this.nowMs();
    this.copies.tellWhoIsHere({
      sessionId: record.id,
      learner: isPresent(snapshot.learner, nowMs),
      expert: isPresent(snapshot.expert, nowMs),
    });
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

  private notLost(what: string, work: Promise<unknown>): void {
    work.catch((error: unknown) => this.logger.error(`${what} was lost`, error));
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
