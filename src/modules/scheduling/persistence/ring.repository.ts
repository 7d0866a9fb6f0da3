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
    await this.unitOfWork.manager.insert(RingRecord, {
      ...ring,
      offer: ring.offer as object,
      acceptedRequestId: null,
    });
  }

  /** @throws NotFoundError */
  async byId(id: string): Promise<Ring> {
    const record = await this.unitOfWork.manager.findOneBy(RingRecord, { id });
    if (!record) throw new NotFoundError('ring');
    return ringOf(record);
  }

  /** What rings at this expert's now, if anything. */
  async rungFor(expertId: string): Promise<Ring | null> {
    const record = await this.unitOfWork.manager.findOne(RingRecord, {
      where: { expertId, state: 'rung' },
      order: { startedAt: 'DESC' },
    });
    return record ? ringOf(record) : null;
  }

  /** What rings for a request now, in the order of the experts: whoever locks several locks them in this one. */
  async rungOf(helpRequestId: string): Promise<Ring[]> {
    const records = await this.unitOfWork.manager.find(RingRecord, {
      where: { helpRequestId, state: 'rung' },
      order: { expertId: 'ASC' },
    });
    return records.map(ringOf);
  }

  /** Answered and missed rings of each expert since then, those who missed most first. */
  async missedSince(
    since: Temporal.Instant,
    expertId?: string,
  ): Promise<{ expertId: string; rung: number; missed: number }[]> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(RingRecord, 'ring')
      .select('ring.expert_id', 'expertId')
      .addSelect('COUNT(*)', 'rung')
      .addSelect("SUM(CASE WHEN ring.state = 'timed_out' THEN 1 ELSE 0 END)", 'missed')
      .where("ring.state IN ('accepted', 'declined', 'timed_out')")
      .andWhere('ring.ended_at >= :since', { since: since.epochMilliseconds.toString() })
      .groupBy('ring.expert_id')
      .orderBy('missed', 'DESC')
      .addOrderBy('ring.expert_id', 'ASC');
    if (expertId !== undefined) query.andWhere('ring.expert_id = :expertId', { expertId });
    const rows = await query.getRawMany<{ expertId: string; rung: unknown; missed: unknown }>();
    return rows.map((row) => ({
      expertId: row.expertId,
      rung: Number(row.rung),
      missed: Number(row.missed),
    }));
  }

  countOf(helpRequestId: string): Promise<number> {
    return this.unitOfWork.manager.countBy(RingRecord, { helpRequestId });
  }

  /** @returns whether it still rang */
  async end(ring: Ring, outcome: RingOutcome, endedAt: Temporal.Instant): Promise<boolean> {
    const acceptedRequestId = outcome === 'accepted' ? ring.helpRequestId : null;
    const result = await this.unitOfWork.manager.update(
      RingRecord,
      { id: ring.id, state: 'rung' },
      { state: outcome, endedAt, acceptedRequestId },
    );
    return result.affected === 1;
  }
}

function ringOf({ acceptedRequestId: _, ...ring }: RingRecord): Ring {
  return ring;
}
