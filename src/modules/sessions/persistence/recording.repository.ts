import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { In, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { RecordingPurpose } from '../domain/recording-rule.js';
import type { RecordingState } from '../domain/recording-state.js';
import {
  DeletionCertificateRecord,
  RecordingConsentRecord,
  RecordingFileRecord,
  RecordingRecord,
  RecordingTermsRecord,
  ReportRecord,
} from './recording.records.js';
import { SessionRecord } from './session.records.js';

/** What is kept about recordings: terms, consents, the recordings themselves, certificates, reports. */
@Injectable()
export class RecordingRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  // --- terms and consents

  /** The first that are set stay. */
  async setTerms(terms: RecordingTermsRecord): Promise<void> {
    await this.insertOnce(() => this.manager.insert(RecordingTermsRecord, terms));
  }

  termsOf(sessionId: string): Promise<RecordingTermsRecord | null> {
    return this.manager.findOneBy(RecordingTermsRecord, { sessionId });
  }

  async addConsent(consent: RecordingConsentRecord): Promise<void> {
    await this.manager.insert(RecordingConsentRecord, consent);
  }

  /** Oldest first. */
  consentsOf(sessionId: string): Promise<RecordingConsentRecord[]> {
    return this.manager.find(RecordingConsentRecord, {
      where: { sessionId },
      order: { id: 'ASC' },
    });
  }

  /** Sessions that may have to be recorded, or are: for whoever starts anew. */
  async sessionsToWatch(): Promise<string[]> {
    const taking = await this.manager.findBy(RecordingRecord, { activeKey: Not(IsNull()) });
    const open = await this.manager
      .createQueryBuilder(RecordingConsentRecord, 'consent')
      .innerJoin(SessionRecord, 'session', 'session.id = consent.sessionId')
      .where('session.state IN (:...states)', { states: ['waiting', 'live', 'interrupted'] })
      .select('DISTINCT consent.session_id', 'id')
      .getRawMany<{ id: string }>();
    return [...new Set([...taking.map(({ sessionId }) => sessionId), ...open.map(({ id }) => id)])];
  }

  // --- recordings

  /** @returns false when one for the same purpose is being made already */
  add(recording: RecordingRecord): Promise<boolean> {
    return this.insertOnce(() => this.manager.insert(RecordingRecord, recording));
  }

  /** Changes a recording that is still in one of the states. @returns false when it is not */
  async change(
    id: string,
    states: readonly RecordingState[],
    change: Partial<RecordingRecord>,
  ): Promise<boolean> {
    const { affected } = await this.manager.update(
      RecordingRecord,
      { id, state: In([...states]) },
      change,
    );
    return affected === 1;
  }

  byId(id: string): Promise<RecordingRecord | null> {
    return this.manager.findOneBy(RecordingRecord, { id });
  }

  /** Oldest first. */
  of(sessionId: string): Promise<RecordingRecord[]> {
    return this.manager.find(RecordingRecord, { where: { sessionId }, order: { id: 'ASC' } });
  }

  latest(sessionId: string, purpose: RecordingPurpose): Promise<RecordingRecord | null> {
    return this.manager.findOne(RecordingRecord, {
      where: { sessionId, purpose },
      order: { id: 'DESC' },
    });
  }

  /** Nothing more comes in; they wait to be made playable. */
  ended(): Promise<RecordingRecord[]> {
    return this.manager.find(RecordingRecord, {
      where: { state: 'finishing' },
      order: { id: 'ASC' },
    });
  }

  /** Kept longer than they may be. */
  due(now: Temporal.Instant, limit: number): Promise<RecordingRecord[]> {
    return this.manager.find(RecordingRecord, {
      where: { state: 'ready', keepUntil: LessThanOrEqual(now) },
      order: { keepUntil: 'ASC' },
      take: limit,
    });
  }

  // --- files and certificates

  async addFiles(files: readonly RecordingFileRecord[]): Promise<void> {
    await this.manager.insert(RecordingFileRecord, [...files]);
  }

  filesOf(recordingIds: readonly string[]): Promise<RecordingFileRecord[]> {
    return this.manager.find(RecordingFileRecord, {
      where: { recordingId: In([...recordingIds]) },
      order: { id: 'ASC' },
    });
  }

  file(id: string): Promise<RecordingFileRecord | null> {
    return this.manager.findOneBy(RecordingFileRecord, { id });
  }

  async deleteFiles(recordingId: string): Promise<void> {
    await this.manager.delete(RecordingFileRecord, { recordingId });
  }

  async certify(certificate: DeletionCertificateRecord): Promise<void> {
    await this.insertOnce(() => this.manager.insert(DeletionCertificateRecord, certificate));
  }

  certificatesOf(sessionId: string): Promise<DeletionCertificateRecord[]> {
    return this.manager.find(DeletionCertificateRecord, {
      where: { sessionId },
      order: { id: 'ASC' },
    });
  }

  // --- reports

  /** @returns false when this person has reported this session already */
  report(report: ReportRecord): Promise<boolean> {
    return this.insertOnce(() => this.manager.insert(ReportRecord, report));
  }

  hasOpenReport(sessionId: string): Promise<boolean> {
    return this.manager.existsBy(ReportRecord, { sessionId, state: 'open' });
  }

  hasReported(sessionId: string, reportedBy: string): Promise<boolean> {
    return this.manager.existsBy(ReportRecord, { sessionId, reportedBy });
  }

  private get manager(): UnitOfWork['manager'] {
    return this.unitOfWork.manager;
  }

  private async insertOnce(insert: () => Promise<unknown>): Promise<boolean> {
    try {
      await insert();
      return true;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return false;
    }
  }
}
