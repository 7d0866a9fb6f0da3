import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DecisionRecord } from './decision.record.js';

@Injectable()
export class DecisionRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws an error for which `isUniqueViolation` holds when the key has its decision already */
  async add(record: DecisionRecord): Promise<void> {
    await this.unitOfWork.manager.insert(DecisionRecord, {
      ...record,
      facts: record.facts as object,
      result: record.result as object,
    });
  }

  byKey(decisionKey: string): Promise<DecisionRecord | null> {
    return this.unitOfWork.manager.findOneBy(DecisionRecord, { decisionKey });
  }

  byId(id: string): Promise<DecisionRecord | null> {
    return this.unitOfWork.manager.findOneBy(DecisionRecord, { id });
  }
}
