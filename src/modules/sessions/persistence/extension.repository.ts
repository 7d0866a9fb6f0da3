import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import { type ExtensionState, isClosed, mayBecome } from '../domain/extension.js';
import { ExtensionRecord } from './extension.record.js';
import { SessionRecord } from './session.records.js';

@Injectable()
export class ExtensionRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** To be called in a transaction. @returns false when the session has an open one */
  async add(record: ExtensionRecord): Promise<boolean> {
    try {
      await this.unitOfWork.manager.insert(ExtensionRecord, record);
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  /** @throws NotFoundError */
  async load(id: string): Promise<ExtensionRecord> {
    const record = await this.unitOfWork.manager.findOneBy(ExtensionRecord, { id });
    if (!record) throw new NotFoundError('extension');
    return record;
  }

  /** The last one of a session; null before the first. */
  lastOf(sessionId: string): Promise<ExtensionRecord | null> {
    return this.unitOfWork.manager.findOne(ExtensionRecord, {
      where: { sessionId },
      order: { id: 'DESC' },
    });
  }

  /** Those that count, in their order. */
  granted(sessionId: string): Promise<ExtensionRecord[]> {
    return this.unitOfWork.manager.find(ExtensionRecord, {
      where: { sessionId, state: 'granted' },
      order: { id: 'ASC' },
    });
  }

  /** @returns false when it was not in that state any more */
  async move(
    id: string,
    from: ExtensionState,
    to: ExtensionState,
    changes: Partial<ExtensionRecord> = {},
  ): Promise<boolean> {
    if (!mayBecome(from, to)) throw new RangeError(`an extension that is ${from} cannot be ${to}`);
    const { affected } = await this.unitOfWork.manager.update(
      ExtensionRecord,
      { id, state: from },
      { ...changes, state: to, ...(isClosed(to) ? { openSessionId: null } : {}) },
    );
    return affected === 1;
  }

  /** Of one that both agreed on and that waits for its money. @returns false when it does not any more */
  async note(id: string, attempt: number, changes: Partial<ExtensionRecord>): Promise<boolean> {
    const { affected } = await this.unitOfWork.manager.update(
      ExtensionRecord,
      { id, attempt, state: 'agreed' },
      changes,
    );
    return affected === 1;
  }

  /** Raises what a session may last and cost. @returns false when it is over */
  async raiseCeiling(sessionId: string, seconds: number, addedMinor: bigint): Promise<boolean> {
    const { manager } = this.unitOfWork;
    const where = { id: sessionId, state: In(['waiting', 'live', 'interrupted']) };
    // A row that is locked first: two copies cannot both add to what they have read.
    const { affected } = await manager.increment(SessionRecord, where, 'ceilingSeconds', seconds);
    if (affected !== 1) return false;
    const { ceilingMinor } = await manager.findOneByOrFail(SessionRecord, { id: sessionId });
    await manager.update(SessionRecord, where, {
      goodbyeEndsAt: null,
      ...(addedMinor === 0n ? {} : { ceilingMinor: (ceilingMinor ?? 0n) + addedMinor }),
    });
    return true;
  }
}
