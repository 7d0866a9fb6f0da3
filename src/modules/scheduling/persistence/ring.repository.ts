import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import type { Ring, RingOutcome } from '../domain/help-request.js';
import { RingRecord } from './help-request.record.js';

@Injectable()
export class RingRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(ring: Ring): Promise<void> {
    await this.unitOfWork.manager.insert(RingRecord, { ...ring, offer: ring.offer as object });
  }

  /** @throws NotFoundError */
  async byId(id: string): Promise<Ring> {
    const record = await this.unitOfWork.manager.findOneBy(RingRecord, { id });
    if (!record) throw new NotFoundError('ring');
    return { ...record };
  }

  /** What rings at this expert's now, if anything. */
  async rungFor(expertId: string): Promise<Ring | null> {
    const record = await this.unitOfWork.manager.findOne(RingRecord, {
      where: { expertId, state: 'rung' },
      order: { startedAt: 'DESC' },
    });
    return record ? { ...record } : null;
  }

  countOf(helpRequestId: string): Promise<number> {
    return this.unitOfWork.manager.countBy(RingRecord, { helpRequestId });
  }

  /** @returns whether it still rang */
  async end(id: string, outcome: RingOutcome, endedAt: Temporal.Instant): Promise<boolean> {
    const result = await this.unitOfWork.manager.update(
      RingRecord,
      { id, state: 'rung' },
      { state: outcome, endedAt },
    );
    return result.affected === 1;
  }
}
