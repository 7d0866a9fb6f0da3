import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { In } from 'typeorm';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Availability } from '../domain/availability.js';
import { AvailabilityRecord } from './availability.record.js';

@Injectable()
export class AvailabilityRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async of(expertId: string): Promise<Availability | null> {
    const record = await this.unitOfWork.manager.findOneBy(AvailabilityRecord, { expertId });
    return record ? availabilityOf(record) : null;
  }

  async ofEach(expertIds: readonly string[]): Promise<ReadonlyMap<string, Availability>> {
    if (expertIds.length === 0) return new Map();
    const records = await this.unitOfWork.manager.findBy(AvailabilityRecord, {
      expertId: In([...new Set(expertIds)]),
    });
    return new Map(records.map((record) => [record.expertId, availabilityOf(record)]));
  }

  async set(expertId: string, rules: Availability, changedAt: Temporal.Instant): Promise<void> {
    const row = {
      ...rules,
      weekly: [...rules.weekly],
      exceptions: [...rules.exceptions],
      daysOff: [...(rules.daysOff ?? [])],
      maxPerDay: rules.maxPerDay ?? null,
      maxPerWeek: rules.maxPerWeek ?? null,
      changedAt,
    };
    if (await this.update(expertId, row)) return;
    try {
      await this.unitOfWork.manager.insert(AvailabilityRecord, { expertId, ...row });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      await this.update(expertId, row);
    }
  }

  /** Inside a transaction: others who lock the same expert's rules wait for its end. */
  async lock(expertId: string): Promise<void> {
    await this.unitOfWork.manager
      .createQueryBuilder()
      .update(AvailabilityRecord)
      .set({ changedAt: () => 'changed_at' })
      .where('expert_id = :expertId', { expertId })
      .execute();
  }

  private async update(
    expertId: string,
    row: Omit<AvailabilityRecord, 'expertId'>,
  ): Promise<boolean> {
    const result = await this.unitOfWork.manager.update(AvailabilityRecord, { expertId }, row);
    return result.affected === 1;
  }
}

function availabilityOf(record: AvailabilityRecord): Availability {
  return {
    timeZone: record.timeZone,
    weekly: record.weekly,
    exceptions: record.exceptions,
    daysOff: record.daysOff ?? [],
    noticeMinutes: record.noticeMinutes,
    bufferMinutes: record.bufferMinutes,
    stepMinutes: record.stepMinutes,
    horizonDays: record.horizonDays,
    maxPerDay: record.maxPerDay,
    maxPerWeek: record.maxPerWeek,
  };
}
