import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import type { CalendarProblem, ImportedCalendar } from '../domain/calendar.js';
import { CalendarRecord } from './calendar.records.js';

@Injectable()
export class CalendarRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(calendar: ImportedCalendar): Promise<void> {
    await this.unitOfWork.manager.insert(CalendarRecord, { ...calendar });
  }

  /** First one first. */
  async ofExpert(expertId: string): Promise<ImportedCalendar[]> {
    return this.unitOfWork.manager.find(CalendarRecord, {
      where: { expertId },
      order: { id: 'ASC' },
    });
  }

  async byId(id: string): Promise<ImportedCalendar | null> {
    return this.unitOfWork.manager.findOneBy(CalendarRecord, { id });
  }

  /** @throws NotFoundError also when it is somebody else's */
  async remove(id: string, expertId: string): Promise<void> {
    const result = await this.unitOfWork.manager.delete(CalendarRecord, { id, expertId });
    if (result.affected !== 1) throw new NotFoundError('calendar');
  }

  /** @returns false when it was removed meanwhile */
  async markRead(id: string, busyCount: number, fetchedAt: Temporal.Instant): Promise<boolean> {
    const change = { state: 'fine' as const, problem: null, busyCount, fetchedAt };
    const result = await this.unitOfWork.manager.update(CalendarRecord, { id }, change);
    return result.affected === 1;
  }

  async markFailing(id: string, problem: CalendarProblem): Promise<void> {
    await this.unitOfWork.manager.update(CalendarRecord, { id }, { state: 'failing', problem });
  }
}
