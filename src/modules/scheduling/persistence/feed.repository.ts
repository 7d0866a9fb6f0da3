import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FeedRecord, ReminderChoiceRecord } from './calendar.records.js';

/** What single people have chosen about calendars and reminders. */
@Injectable()
export class FeedRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async feedOf(personId: string): Promise<string | null> {
    const record = await this.unitOfWork.manager.findOneBy(FeedRecord, { personId });
    return record?.feedId ?? null;
  }

  async personOf(feedId: string): Promise<string | null> {
    const record = await this.unitOfWork.manager.findOneBy(FeedRecord, { feedId });
    return record?.personId ?? null;
  }

  /** Takes the place of the feed there was, whose address is dead from then on. */
  async setFeed(personId: string, feedId: string, createdAt: Temporal.Instant): Promise<void> {
    const result = await this.unitOfWork.manager.update(
      FeedRecord,
      { personId },
      { feedId, createdAt },
    );
    if (result.affected === 1) return;
    try {
      await this.unitOfWork.manager.insert(FeedRecord, { personId, feedId, createdAt });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      await this.unitOfWork.manager.update(FeedRecord, { personId }, { feedId, createdAt });
    }
  }

  async removeFeed(personId: string): Promise<void> {
    await this.unitOfWork.manager.delete(FeedRecord, { personId });
  }

  /** Null until the person chose. */
  async remindersOf(personId: string): Promise<readonly number[] | null> {
    const record = await this.unitOfWork.manager.findOneBy(ReminderChoiceRecord, { personId });
    return record?.minutes ?? null;
  }

  async setReminders(
    personId: string,
    minutes: readonly number[],
    changedAt: Temporal.Instant,
  ): Promise<void> {
    const change = { minutes: [...minutes], changedAt };
    const result = await this.unitOfWork.manager.update(ReminderChoiceRecord, { personId }, change);
    if (result.affected === 1) return;
    try {
      await this.unitOfWork.manager.insert(ReminderChoiceRecord, { personId, ...change });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      await this.unitOfWork.manager.update(ReminderChoiceRecord, { personId }, change);
    }
  }
}
