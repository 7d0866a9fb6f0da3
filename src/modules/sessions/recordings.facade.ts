import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Ids } from '../../platform/ids.js';
import { FileStore, type StoredFile } from '../../platform/storage/file-store.js';
import { NotFoundError } from '../../shared/domain-error.js';
import { type ConsentAnswer, RecordingConsents } from './application/recording-consents.js';
import { RecordingKeeper } from './application/recording-keeper.js';
import { type LinkUse, type RecordingLink, RecordingLinks } from './application/recording-links.js';
import {
  type CertificateView,
  certificateViewOf,
  recordingViewOf,
  type RecordingView,
  roomViewOf,
  type RoomRecordingView,
} from './application/recording-views.js';
import type { DeletionCause, Freeze } from './domain/recording-deletion.js';
import {
  AlreadyReportedError,
  EvidenceStaysError,
  RecordingFrozenError,
} from './domain/recording.errors.js';
import type { RecordingTerms } from './domain/recording-rule.js';
import type { RecordingRecord } from './persistence/recording.records.js';
import { RecordingRepository } from './persistence/recording.repository.js';
import type { SessionRecord } from './persistence/session.records.js';
import { SessionRepository } from './persistence/session.repository.js';

export interface SessionRecordingTerms extends RecordingTerms {
  readonly sessionId: string;
  /** Slugs of the category of the offer and of those above it. */
  readonly categories: readonly string[];
  /** ISO 3166-1 alpha-2 of both people. */
  readonly countries: readonly string[];
}

export interface ReportInput {
  readonly reason: string;
  readonly text: string;
}

/** A file to be sent, and how it is called when it is kept. */
export interface OpenedRecording {
  readonly file: StoredFile;
  readonly fileName: string;
  readonly use: LinkUse;
}

/** Recordings of sessions: who agreed, what is kept, for whom and how long. */
@Injectable()
export class RecordingsFacade {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly sessions: SessionRepository,
    private readonly consents: RecordingConsents,
    private readonly keeper: RecordingKeeper,
    private readonly links: RecordingLinks,
    private readonly files: FileStore,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Says what holds for a session; the first word stays. A session of which nothing was said is never recorded. */
  setTerms(terms: SessionRecordingTerms): Promise<void> {
    return this.recordings.setTerms(terms);
  }

  /** @throws NotFoundError also for a person who is not part of it */
  async room(sessionId: string, personId: string): Promise<RoomRecordingView> {
    const session = await this.ofPerson(sessionId, personId);
    const all = await this.recordings.of(sessionId);
    const latest = new Map(all.map((recording) => [recording.purpose, recording]));
    const terms = await this.recordings.termsOf(sessionId);
    const consents = await this.recordings.consentsOf(sessionId);
    return roomViewOf(session, personId, terms, consents, latest);
  }

  /**
   * Agrees or takes it back; after a withdrawal has been answered nothing more is recorded.
   *
   * @throws NotFoundError, SessionOverError, RecordingForbiddenError, OldRecordingWordingError
   */
  async answer(
    sessionId: string,
    personId: string,
    answer: ConsentAnswer,
  ): Promise<RoomRecordingView> {
    await this.consents.answer(await this.ofPerson(sessionId, personId), personId, answer);
    return this.room(sessionId, personId);
  }

  /** Oldest first, without those that left nothing. @param hasOpenClaim billing knows. @throws NotFoundError */
  async of(sessionId: string, personId: string, hasOpenClaim: boolean): Promise<RecordingView[]> {
    await this.ofPerson(sessionId, personId);
    const all = await this.recordings.of(sessionId);
    const files = await this.recordings.filesOf(all.map(({ id }) => id));
    const freeze = await this.freezeOf(sessionId, hasOpenClaim);
    return all.flatMap((recording) => recordingViewOf(recording, files, freeze));
  }

  /** @throws NotFoundError */
  async certificatesOf(sessionId: string, personId: string): Promise<CertificateView[]> {
    await this.ofPerson(sessionId, personId);
    return (await this.recordings.certificatesOf(sessionId)).map(certificateViewOf);
  }

  /** Addresses of all its files, for this person alone; that they were asked for is written down. @throws NotFoundError */
  async open(recordingId: string, personId: string, use: LinkUse): Promise<RecordingLink[]> {
    const recording = await this.ready(recordingId, personId);
    const files = await this.recordings.filesOf([recording.id]);
    await this.audit.record({
      actorId: personId,
      action: use === 'play' ? 'sessions.recording.view' : 'sessions.recording.download',
      subjectKind: 'recording',
      subjectId: recording.id,
      facts: { sessionId: recording.sessionId, files: files.length },
    });
    return files.map(({ id }) => this.links.make(id, personId, use));
  }

  /** What an address opens. @throws NotFoundError, RecordingLinkOverError */
  async read(link: RecordingLink, personId: string): Promise<OpenedRecording> {
    const record = await this.recordings.file(link.fileId);
    if (!record) throw new NotFoundError('recording');
    await this.ready(record.recordingId, personId);
    this.links.verify(link, personId);
    const file = await this.files.get(record.storageKey);
    if (!file) throw new NotFoundError('recording');
    return { file, fileName: `${record.kind}-${record.id.slice(-8)}.webm`, use: link.use };
  }

  /**
   * Reports the other person. What is held as evidence is kept from now on; without consent to evidence there is the log of
   * what happened, and no more.
   *
   * @throws NotFoundError, AlreadyReportedError
   */
  async report(sessionId: string, personId: string, { reason, text }: ReportInput): Promise<void> {
    const session = await this.ofPerson(sessionId, personId);
    const isFirst = await this.recordings.report({
      id: this.ids.next(),
      sessionId,
      reportedBy: personId,
      reason,
      text,
      state: 'open',
      reportedAt: this.clock.now(),
      closedAt: null,
    });
    if (!isFirst) throw new AlreadyReportedError();
    await this.keeper.cut(session.id, 'evidence', 'reported');
  }

  hasReported(sessionId: string, personId: string): Promise<boolean> {
    return this.recordings.hasReported(sessionId, personId);
  }

  /** Session and id of what is kept longer than it may be; oldest first. */
  async due(limit: number): Promise<{ readonly id: string; readonly sessionId: string }[]> {
    const due = await this.recordings.due(this.clock.now(), limit);
    return due.map(({ id, sessionId }) => ({ id, sessionId }));
  }

  /** Of a recording that this person may delete for both. @throws NotFoundError */
  async sessionOf(recordingId: string, personId: string): Promise<string> {
    return (await this.ready(recordingId, personId)).sessionId;
  }

  /**
   * Deletes the files and writes the certificate; again is nothing.
   *
   * @param by           the person who asked, null when its time is up
   * @param hasOpenClaim billing knows
   * @throws EvidenceStaysError when somebody asks, RecordingFrozenError while an open claim or report needs it
   */
  async delete(recordingId: string, by: string | null, hasOpenClaim: boolean): Promise<void> {
    const recording = await this.recordings.byId(recordingId);
    if (!recording || recording.state !== 'ready') return;
    if (by !== null && recording.purpose === 'evidence') throw new EvidenceStaysError();
    const session = await this.sessions.load(recording.sessionId);
    const freeze = await this.freezeOf(session.id, hasOpenClaim);
    if (freeze !== null) throw new RecordingFrozenError(freeze);
    const files = await this.recordings.filesOf([recordingId]);
    for (const { storageKey } of files) await this.files.delete(storageKey);
    await this.unitOfWork.run(async () => {
      await this.recordings.certify({
        id: this.ids.next(),
        sessionId: session.id,
        recordingId,
        purpose: recording.purpose,
        files: files.map(({ sha256, sizeKib }) => ({ sha256, sizeKib })),
        cause: causeOf(session, by),
        rule: recording.keepRule ?? '',
        deletedAt: this.clock.now(),
      });
      await this.recordings.deleteFiles(recordingId);
      await this.recordings.change(recordingId, ['ready'], { state: 'deleted' });
    });
    this.keeper.tell(session);
  }

  private async freezeOf(sessionId: string, hasOpenClaim: boolean): Promise<Freeze | null> {
    if (await this.recordings.hasOpenReport(sessionId)) return 'open_report';
    return hasOpenClaim ? 'open_claim' : null;
  }

  private async ready(recordingId: string, personId: string): Promise<RecordingRecord> {
    const recording = await this.recordings.byId(recordingId);
    if (!recording || recording.state !== 'ready') throw new NotFoundError('recording');
    await this.ofPerson(recording.sessionId, personId, 'recording');
    return recording;
  }

  private async ofPerson(
    sessionId: string,
    personId: string,
    what = 'session',
  ): Promise<SessionRecord> {
    const session = await this.sessions.load(sessionId);
    if (session.learnerId !== personId && session.expertId !== personId)
      throw new NotFoundError(what);
    return session;
  }
}

function causeOf({ learnerId }: SessionRecord, by: string | null): DeletionCause {
  if (by === null) return 'time_is_up';
  return by === learnerId ? 'asked_by_learner' : 'asked_by_expert';
}
