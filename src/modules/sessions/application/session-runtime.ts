import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Logger } from '../../../platform/logging/logger.js';
import { type Evidence, witness } from '../domain/attendance.js';
import { isRunning } from '../domain/meter.js';
import { advance, finish, recover } from '../domain/session-clock.js';
import { type EndReason } from '../domain/session-state.js';
import type { MediaEvent, VideoPort } from '../media/video-port.js';
import type { SessionRecord } from '../persistence/session.records.js';
import { SessionLeases } from '../persistence/session-leases.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { AttendanceLog } from './attendance-log.js';
import { type Running, RunningSessions } from './running-sessions.js';
import { SessionCopies } from './session-copies.js';
import { sha256 } from './sha256.js';
import { meterViewOf, type SessionRole, type SessionView } from './session-view.js';
import { VIDEO_PORT } from './video-port.token.js';

/** How often a running meter is written down: what a crash may cost the expert at most. */
const PERSIST_EVERY_TICKS = 5;
const POLL_EVERY_TICKS = 5;
const TICK_MS = 1_000;
/** A meter that was not written down for so long has nobody who runs it. */
const UNTENDED_MS = (PERSIST_EVERY_TICKS + 2) * TICK_MS;

/** Looks after every session that is not over: takes evidence in, ticks, writes down, tells both pages. */
@Injectable()
export class SessionRuntime implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private ticks = 0;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly leases: SessionLeases,
    private readonly copies: SessionCopies,
    private readonly attendance: AttendanceLog,
    private readonly running: RunningSessions,
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
    this.copies.onTaken((id) => this.running.drop(id));
    await this.takeOverWhatLapsed();
    this.timer = setInterval(() => this.notLost('a tick', this.tick()), TICK_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await Promise.all(this.running.all().map((entry) => this.writeDownRunning(entry)));
    await this.leases.release();
    await this.video.close();
  }

  /** What a session that is opened here is kept by. */
  own(): ReturnType<SessionLeases['own']> {
    return this.leases.own();
  }

  /** Begins to look after a session that was just opened. */
  async begin(record: SessionRecord): Promise<void> {
    await this.running.adopt(record);
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
    await this.running.change(sessionId, (snapshot, nowMs) =>
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
    await this.running.change(sessionId, (snapshot, nowMs) =>
      finish(snapshot, reason, nowMs, sha256),
    );
  }

  /** The session as it is at this moment. */
  view(record: SessionRecord): Promise<SessionView> {
    return this.running.view(record);
  }

  /** One second has passed: ceilings, graces and silences take effect, both pages see the meter. */
  async tick(): Promise<void> {
    this.ticks += 1;
    if (this.ticks % POLL_EVERY_TICKS === 0) {
      await this.keepLeases();
      await Promise.all(this.running.all().map(({ record }) => this.poll(record.id)));
    }
    await Promise.all(this.running.all().map((entry) => this.tickOne(entry)));
  }

  private async tickOne(entry: Running): Promise<void> {
    await this.running.change(entry.record.id, (snapshot, nowMs) =>
      advance(snapshot, nowMs, sha256),
    );
    if (!isRunning(entry.snapshot.log)) return;
    this.running.tellBoth(entry.record, 'meter.tick', {
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

  private async keepLeases(): Promise<void> {
    if (this.leases.isOnlyCopy) return;
    const kept = await this.leases.renew(this.running.all().map(({ record }) => record.id));
    for (const entry of this.running.all())
      if (!kept.has(entry.record.id)) this.running.loseTo(entry);
      else this.running.tellCopies(entry);
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
    await this.running.adopt(record);
    const lastMs = record.runningSeenAt?.epochMilliseconds ?? 0;
    // Before the room opens: whoever is in it at once would find a meter that seems to run still.
    await this.running.change(record.id, (snapshot, nowMs) =>
      recover(snapshot, lastMs, nowMs, sha256),
    );
    await this.openRoom(record);
  }

  private async writeDownRunning({ record, snapshot }: Running): Promise<void> {
    if (isRunning(snapshot.log)) await this.sessions.touchRunning(record.id, this.clock.now());
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

/** Each demo expert always has the same drawn face. */
function lookOf(personId: string): number {
  return Number.parseInt(personId.slice(-4), 16);
}
