import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Ids } from '../../../platform/ids.js';
import { Logger } from '../../../platform/logging/logger.js';
import { Realtime } from '../../../platform/realtime/realtime.js';
import {
  EVIDENCE_SECONDS,
  mayRecord,
  type NotRecorded,
  RECORDING_PURPOSES,
  type RecordedRoom,
  type RecordingPurpose,
} from '../domain/recording-rule.js';
import {
  endedInFailure,
  isTaking,
  type RecordingEnd,
  START_ATTEMPTS_MAX,
  START_SECONDS_MAX,
} from '../domain/recording-state.js';
import { isOver } from '../domain/session-state.js';
import type { RecorderReport, RecordingHandle, VideoPort } from '../media/video-port.js';
import type { RecordingConsentRecord, RecordingRecord } from '../persistence/recording.records.js';
import { RecordingRepository } from '../persistence/recording.repository.js';
import type { SessionRecord } from '../persistence/session.records.js';
import { SessionLeases } from '../persistence/session-leases.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { VIDEO_PORT } from './video-port.token.js';

const LOOK_EVERY_MS = 2_000;
/** Both are told that nothing comes in when it lasts this long. */
const STALLED_MS = 6_000;
/** Another copy of the program may have heard an answer. */
const ASK_EVERY_LOOKS = 5;

/**
 * Makes what is recorded follow from what was agreed: looks at every session in which somebody said something about it, and
 * starts or stops whatever is not as `mayRecord` says. Nothing else starts a recording.
 */
@Injectable()
export class RecordingKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly watched = new Map<string, Promise<void>>();
  /** When the last start of a recording was tried, epoch milliseconds. */
  private readonly triedAtMs = new Map<string, number>();
  private timer: NodeJS.Timeout | null = null;
  private looks = 0;

  constructor(
    private readonly recordings: RecordingRepository,
    private readonly sessions: SessionRepository,
    private readonly leases: SessionLeases,
    private readonly realtime: Realtime,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly logger: Logger,
    @Inject(VIDEO_PORT) private readonly video: VideoPort,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.watchWhatIsOpen();
    this.timer = setInterval(() => void this.lookAround(), LOOK_EVERY_MS);
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
    this.watched.clear();
  }

  /** Looks now, and from now on. Looks at one session happen one after the other. */
  watch(sessionId: string): Promise<void> {
    const before = this.watched.get(sessionId) ?? Promise.resolve();
    const turn = before
      .then(() => this.look(sessionId))
      .catch((error: unknown) => {
        this.logger.error('a recording could not be looked after', error, { sessionId });
      });
    this.watched.set(sessionId, turn);
    return turn;
  }

  /** Ends what is being recorded for a purpose and keeps it; goes on anew if it may. */
  async cut(sessionId: string, purpose: RecordingPurpose, reason: RecordingEnd): Promise<void> {
    await this.watched.get(sessionId);
    const active = await this.recordings.latest(sessionId, purpose);
    if (active && isTaking(active.state)) await this.end(active, reason);
    await this.watch(sessionId);
  }

  /** Pages ask again. */
  tell({ id, learnerId, expertId }: SessionRecord): void {
    for (const personId of [learnerId, expertId])
      this.realtime.toPerson(personId, 'recording.changed', { sessionId: id });
  }

  private async lookAround(): Promise<void> {
    this.looks += 1;
    if (this.looks % ASK_EVERY_LOOKS === 0 && !this.leases.isOnlyCopy)
      await this.watchWhatIsOpen().catch((error: unknown) => {
        this.logger.error('what is to be recorded could not be asked', error);
      });
    for (const id of this.watched.keys()) void this.watch(id);
  }

  private async watchWhatIsOpen(): Promise<void> {
    for (const id of await this.recordings.sessionsToWatch())
      if (!this.watched.has(id)) this.watched.set(id, Promise.resolve());
  }

  private async look(sessionId: string): Promise<void> {
    const session = await this.sessions.load(sessionId);
    const consents = await this.recordings.consentsOf(sessionId);
    const room = await this.roomOf(session, consents);
    let isAnyTaken = false;
    for (const purpose of RECORDING_PURPOSES) {
      const verdict = mayRecord(room, purpose);
      const latest = await this.recordings.latest(sessionId, purpose);
      const active = latest && isTaking(latest.state) ? latest : null;
      if (active && verdict.ok) await this.checkOwn(session, active);
      else if (active && !verdict.ok) await this.end(active, endOf(session, verdict.refusal));
      else if (verdict.ok && !hasFailedForGood(latest, consents))
        await this.begin(session, purpose);
      else continue;
      isAnyTaken = true;
      if (!active || !verdict.ok) this.tell(session);
    }
    if (isOver(session.state) && !isAnyTaken) this.watched.delete(sessionId);
  }

  private async roomOf(
    { id, learnerId, expertId, expertIsGenerated, state }: SessionRecord,
    consents: readonly RecordingConsentRecord[],
  ): Promise<RecordedRoom> {
    return {
      terms: await this.recordings.termsOf(id),
      people: expertIsGenerated ? [learnerId] : [learnerId, expertId],
      consents,
      isTogether: state === 'live' || state === 'interrupted',
    };
  }

  private async begin(session: SessionRecord, purpose: RecordingPurpose): Promise<void> {
    const recording: RecordingRecord = {
      id: this.ids.next(),
      sessionId: session.id,
      purpose,
      state: 'starting',
      activeKey: `${session.id}:${purpose}`,
      segments: 0,
      attempts: 0,
      media: this.video.kind,
      handle: null,
      baseAt: this.clock.now(),
      startedAt: null,
      endedAt: null,
      endReason: null,
      failure: null,
      durationMs: null,
      gaps: null,
      keepUntil: null,
      keepRule: null,
    };
    if (await this.recordings.add(recording)) await this.start(session, recording);
  }

  /** One more start within a recording: the first, after a failure, or after whoever records was started again. */
  private async start(session: SessionRecord, recording: RecordingRecord): Promise<void> {
    const { id, sessionId, purpose, baseAt } = recording;
    const segment = recording.segments + 1;
    const attempts = recording.attempts + 1;
    if (attempts > START_ATTEMPTS_MAX) return this.giveUp(session, recording);
    await this.recordings.change(id, ['starting', 'recording'], { segments: segment, attempts });
    const nowMs = this.clock.now().epochMilliseconds;
    this.triedAtMs.set(id, nowMs);
    const elapsedMs = nowMs - baseAt.epochMilliseconds;
    const windowSeconds = purpose === 'evidence' ? EVIDENCE_SECONDS : null;
    try {
      const refs = await this.video.startRecording(sessionId, {
        recordingId: id,
        segment,
        elapsedMs,
        people: [session.learnerId, session.expertId],
        windowSeconds,
      });
      await this.recordings.change(id, ['starting', 'recording'], {
        handle: [...(recording.handle ?? []), ...refs],
      });
    } catch (error) {
      this.logger.warn('a recording did not start', { sessionId, attempts, reason: String(error) });
      await this.recordings.change(id, ['starting', 'recording'], { failure: 'start_refused' });
      // At once, so that whoever agrees anew after seeing it is not taken for somebody who agreed before.
      if (attempts === START_ATTEMPTS_MAX) await this.giveUp(session, recording);
    }
  }

  /** Ending is for every copy; looking after it is for the one that looks after the session. */
  private async checkOwn(session: SessionRecord, recording: RecordingRecord): Promise<void> {
    const isOwn = this.leases.isOnlyCopy || session.keptBy === this.leases.copyId;
    if (isOwn) await this.check(session, recording);
  }

  /** A start is believed when media is seen coming in; one that brings none is tried again, and then given up. */
  private async check(session: SessionRecord, recording: RecordingRecord): Promise<void> {
    const report = await this.video.recordingReport(handleOf(recording)).catch(() => null);
    if (report === null) return this.retryStart(session, recording);
    const problem = problemOf(report);
    if (problem !== recording.failure && recording.state === 'recording') {
      await this.recordings.change(recording.id, ['recording'], { failure: problem });
      this.tell(session);
    }
    if (report.state === 'taking' && report.frames > 0) return this.believe(session, recording);
    if (report.state === 'taking' && !this.isLate(recording)) return;
    await this.retryStart(session, recording);
  }

  private async believe(session: SessionRecord, recording: RecordingRecord): Promise<void> {
    if (recording.state === 'recording' && recording.attempts === 0) return;
    const startedAt = recording.startedAt ?? this.clock.now();
    await this.recordings.change(recording.id, ['starting', 'recording'], {
      state: 'recording',
      startedAt,
      attempts: 0,
    });
    this.tell(session);
  }

  private async retryStart(session: SessionRecord, recording: RecordingRecord): Promise<void> {
    await this.stop(recording, true);
    await this.start(session, recording);
    this.tell(session);
  }

  private isLate({ id, baseAt }: RecordingRecord): boolean {
    const triedAtMs = this.triedAtMs.get(id) ?? baseAt.epochMilliseconds;
    return this.clock.now().epochMilliseconds - triedAtMs > 1000 * START_SECONDS_MAX;
  }

  private async giveUp(session: SessionRecord, recording: RecordingRecord): Promise<void> {
    const hasBegun = recording.startedAt !== null;
    await this.close(recording, hasBegun ? 'broke_off' : 'could_not_start');
    this.tell(session);
  }

  private async end(recording: RecordingRecord, reason: RecordingEnd): Promise<void> {
    await this.stop(recording, keepsWindow(reason));
    await this.close(recording, reason);
    this.triedAtMs.delete(recording.id);
  }

  private async close(recording: RecordingRecord, endReason: RecordingEnd): Promise<void> {
    await this.recordings.change(recording.id, ['starting', 'recording'], {
      state: 'finishing',
      activeKey: null,
      attempts: 0,
      endedAt: this.clock.now(),
      endReason,
    });
  }

  private async stop(recording: RecordingRecord, keeps: boolean): Promise<void> {
    await this.video.stopRecording(handleOf(recording), keeps).catch((error: unknown) => {
      this.logger.warn('a recording did not stop', { id: recording.id, reason: String(error) });
    });
  }
}

/** What was only held in memory is forgotten when somebody takes the consent to it back. */
export function keepsWindow(reason: RecordingEnd | null): boolean {
  return reason !== 'consent_withdrawn';
}

export function handleOf({ id, sessionId, handle }: RecordingRecord): RecordingHandle {
  return { roomId: sessionId, recordingId: id, refs: handle ?? [] };
}

function endOf(session: SessionRecord, refusal: NotRecorded): RecordingEnd {
  if (isOver(session.state)) return 'session_over';
  return refusal === 'not_together' ? 'not_together' : 'consent_withdrawn';
}

function problemOf({ state, lastMediaAgoMs }: RecorderReport): string | null {
  if (state === 'unknown') return 'recorder_lost';
  if (state === 'failed') return 'write_failed';
  return lastMediaAgoMs !== null && lastMediaAgoMs > STALLED_MS ? 'nothing_comes_in' : null;
}

/** It failed, and nobody has agreed again since. */
function hasFailedForGood(
  latest: RecordingRecord | null,
  consents: readonly RecordingConsentRecord[],
): boolean {
  if (latest === null || latest.endedAt === null) return false;
  if (!endedInFailure(latest.endReason)) return false;
  const endedMs = latest.endedAt.epochMilliseconds;
  return !consents.some(
    ({ purpose, hasAgreed, at }) =>
      purpose === latest.purpose && hasAgreed && at.epochMilliseconds > endedMs,
  );
}
