import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import type { MeterLog } from '../domain/meter.js';
import { MeterEntryRecord, SessionRecord } from './session.records.js';

/** Another copy of the program looks after the session by now. */
class KeptElsewhere extends Error {}

@Injectable()
export class SessionRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /** @returns false when the source has its session already */
  async add(record: SessionRecord, log: MeterLog): Promise<boolean> {
    try {
      await this.unitOfWork.run(async () => {
        await this.unitOfWork.manager.insert(SessionRecord, record);
        await this.addEntries(record.id, log);
      });
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  /** @throws NotFoundError */
  async load(id: string): Promise<SessionRecord> {
    const record = await this.unitOfWork.manager.findOneBy(SessionRecord, { id });
    if (!record) throw new NotFoundError('session');
    return record;
  }

  bySource(
    sourceKind: SessionRecord['sourceKind'],
    sourceId: string,
  ): Promise<SessionRecord | null> {
    return this.unitOfWork.manager.findOneBy(SessionRecord, { sourceKind, sourceId });
  }

  /** Ended, but not yet paid for. */
  unsettled(): Promise<SessionRecord[]> {
    return this.unitOfWork.manager.findBy(SessionRecord, { state: 'ended' });
  }

  of(personId: string, role: 'learner' | 'expert', limit: number): Promise<SessionRecord[]> {
    const where = role === 'learner' ? { learnerId: personId } : { expertId: personId };
    return this.unitOfWork.manager.find(SessionRecord, {
      where,
      order: { id: 'DESC' },
      take: limit,
    });
  }

  async log(sessionId: string): Promise<MeterLog> {
    const entries = await this.unitOfWork.manager.find(MeterEntryRecord, {
      where: { sessionId },
      order: { seq: 'ASC' },
    });
    return entries.map(({ seq, kind, at, reason, hash }) => ({
      seq,
      kind,
      atMs: at.epochMilliseconds,
      reason,
      hash,
    }));
  }

  /**
   * The new lines and the changed session in one transaction.
   *
   * @param keptBy the copy that believes that it looks after the session
   * @returns false when another copy does: nothing was written
   */
  async save(
    id: string,
    keptBy: string,
    changes: Partial<SessionRecord>,
    newEntries: MeterLog,
    alsoInTransaction: () => Promise<void>,
  ): Promise<boolean> {
    try {
      await this.unitOfWork.run(async () => {
        const { manager } = this.unitOfWork;
        if (!(await manager.existsBy(SessionRecord, { id, keptBy }))) throw new KeptElsewhere();
        await this.addEntries(id, newEntries);
        await manager.update(SessionRecord, { id, keptBy }, changes);
        await alsoInTransaction();
      });
      return true;
    } catch (error) {
      // The unique key on the number of a line keeps a second writer out.
      if (error instanceof KeptElsewhere || isUniqueViolation(error)) return false;
      throw error;
    }
  }

  async touchRunning(id: string, at: Temporal.Instant): Promise<void> {
    await this.unitOfWork.manager.update(SessionRecord, { id }, { runningSeenAt: at });
  }

  /** @returns false when somebody settled it before */
  async markSettled(id: string): Promise<boolean> {
    const result = await this.unitOfWork.manager.update(
      SessionRecord,
      { id, state: 'ended' },
      { state: 'settled' },
    );
    return result.affected === 1;
  }

  private async addEntries(sessionId: string, entries: MeterLog): Promise<void> {
    for (const { seq, kind, atMs, reason, hash } of entries) {
      await this.unitOfWork.manager.insert(MeterEntryRecord, {
        id: this.ids.next(),
        sessionId,
        seq,
        kind,
        at: Temporal.Instant.fromEpochMilliseconds(atMs),
        reason,
        hash,
      });
    }
  }
}
