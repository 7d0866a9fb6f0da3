import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { In } from 'typeorm';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { ListingRules } from '../domain/listing-rules.js';
import { ListingRulesRecord } from './listing-rules.record.js';

@Injectable()
export class ListingRulesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async of(listingId: string): Promise<ListingRules | null> {
    const record = await this.unitOfWork.manager.findOneBy(ListingRulesRecord, { listingId });
    return record?.rules ?? null;
  }

  async ofEach(listingIds: readonly string[]): Promise<ReadonlyMap<string, ListingRules>> {
    if (listingIds.length === 0) return new Map();
    const records = await this.unitOfWork.manager.findBy(ListingRulesRecord, {
      listingId: In([...listingIds]),
    });
    return new Map(records.map(({ listingId, rules }) => [listingId, rules]));
  }

  async set(
    listingId: string,
    expertId: string,
    rules: ListingRules,
    changedAt: Temporal.Instant,
  ): Promise<void> {
    const row = { expertId, rules, changedAt };
    if (await this.update(listingId, row)) return;
    try {
      await this.unitOfWork.manager.insert(ListingRulesRecord, { listingId, ...row });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      await this.update(listingId, row);
    }
  }

  private async update(
    listingId: string,
    row: Omit<ListingRulesRecord, 'listingId'>,
  ): Promise<boolean> {
    const result = await this.unitOfWork.manager.update(ListingRulesRecord, { listingId }, row);
    return result.affected === 1;
  }
}
