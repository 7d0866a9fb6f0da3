import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { In, LessThan, MoreThan } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { type HalfOpenRange, rangeOf } from '../../../shared/time/half-open-range.js';
import { instantOfTick, type Tick, ticksOf } from '../domain/ticks.js';
import { BusyTimeRecord } from './calendar.records.js';

const ROWS_PER_INSERT = 200;

/** What people's calendars elsewhere say of their time. */
@Injectable()
export class BusyTimeRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /** Inside a transaction: what was known of the calendar gives way to what it says now. */
  async replace(
    calendarId: string,
    expertId: string,
    ranges: readonly HalfOpenRange[],
  ): Promise<void> {
    await this.forget(calendarId);
    const rows = ranges.map(({ start, end }) => ({
      id: this.ids.next(),
      calendarId,
      expertId,
      startsAt: start,
      endsAt: end,
    }));
    for (let from = 0; from < rows.length; from += ROWS_PER_INSERT)
      await this.unitOfWork.manager.insert(
        BusyTimeRecord,
        rows.slice(from, from + ROWS_PER_INSERT),
      );
  }

  async forget(calendarId: string): Promise<void> {
    await this.unitOfWork.manager.delete(BusyTimeRecord, { calendarId });
  }

  /** What overlaps the range, in order. */
  async within(expertId: string, { start, end }: HalfOpenRange): Promise<HalfOpenRange[]> {
    const records = await this.unitOfWork.manager.find(BusyTimeRecord, {
      where: { expertId, endsAt: MoreThan(start), startsAt: LessThan(end) },
      order: { startsAt: 'ASC' },
    });
    return records.map(({ startsAt, endsAt }) => rangeOf(startsAt, endsAt));
  }

  /** Ticks in [from, until) on which the person is busy elsewhere. */
  async ticks(expertId: string, from: Tick, until: Tick): Promise<Tick[]> {
    if (until <= from) return [];
    const asked = rangeOf(instantOfTick(from), instantOfTick(until));
    const ranges = await this.within(expertId, asked);
    return ranges.flatMap((range) => ticksOf(cut(range, asked)));
  }

  /** The same for many people, by person. */
  async ticksOfEach(
    expertIds: readonly string[],
    from: Tick,
    until: Tick,
  ): Promise<ReadonlyMap<string, Tick[]>> {
    const ticks = new Map<string, Tick[]>();
    if (until <= from || expertIds.length === 0) return ticks;
    const asked = rangeOf(instantOfTick(from), instantOfTick(until));
    const records = await this.unitOfWork.manager.findBy(BusyTimeRecord, {
      expertId: In([...expertIds]),
      endsAt: MoreThan(asked.start),
      startsAt: LessThan(asked.end),
    });
    for (const { expertId, startsAt, endsAt } of records)
      ticks.set(expertId, [
        ...(ticks.get(expertId) ?? []),
        ...ticksOf(cut(rangeOf(startsAt, endsAt), asked)),
      ]);
    return ticks;
  }
}

function cut(range: HalfOpenRange, { start, end }: HalfOpenRange): HalfOpenRange {
  const later = Temporal.Instant.compare(range.start, start) > 0 ? range.start : start;
  const earlier = Temporal.Instant.compare(range.end, end) < 0 ? range.end : end;
  return rangeOf(later, earlier);
}
