import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { OnJob } from '../../../platform/outbox/handlers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { InvalidInputError } from '../../../shared/domain-error.js';
import { rangeOf, type HalfOpenRange } from '../../../shared/time/half-open-range.js';
import { refuse, type Verdict } from '../../../shared/verdict.js';
import {
  type CalendarProblem,
  CALENDARS_MAX,
  type ImportedCalendar,
  REFRESH_MINUTES,
} from '../domain/calendar.js';
import { CalendarFetcher } from '../integrations/calendar-fetcher.js';
import { CalendarReader } from '../integrations/calendar-reader.js';
import { BusyTimeRepository } from '../persistence/busy-time.repository.js';
import { CalendarRepository } from '../persistence/calendar.repository.js';
import { Availabilities } from './availabilities.js';

const REFRESH_JOB = 'scheduling.refresh-calendar';
/** As far as anybody may offer time, and the longest booking behind it. */
const AHEAD_DAYS = 190;
const NAME_LENGTH_MAX = 80;
const ADDRESS_LENGTH_MAX = 2_000;

/** Calendars that experts keep elsewhere: read again and again for when they are busy. */
@Injectable()
export class Calendars {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly busyTimes: BusyTimeRepository,
    private readonly availabilities: Availabilities,
    private readonly fetcher: CalendarFetcher,
    private readonly reader: CalendarReader,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  of(expertId: string): Promise<ImportedCalendar[]> {
    return this.calendars.ofExpert(expertId);
  }

  /** Reads it at once; that it cannot be read is told by its state. @throws InvalidInputError */
  async add(expertId: string, name: string, address: string): Promise<void> {
    const problems = [
      ...(name.trim() === '' || name.length > NAME_LENGTH_MAX
        ? [{ field: 'name', rule: 'length', facts: { min: 1, max: NAME_LENGTH_MAX } }]
        : []),
      ...(address.length <= ADDRESS_LENGTH_MAX && this.fetcher.isAllowed(address.trim())
        ? []
        : [{ field: 'address', rule: 'https_address' }]),
      ...((await this.calendars.ofExpert(expertId)).length < CALENDARS_MAX
        ? []
        : [{ field: 'address', rule: 'too_many', facts: { max: CALENDARS_MAX } }]),
    ];
    if (problems.length > 0) throw new InvalidInputError(problems);
    const calendar: ImportedCalendar = {
      id: this.ids.next(),
      expertId,
      name: name.trim(),
      address: address.trim(),
      state: 'new',
      problem: null,
      busyCount: 0,
      fetchedAt: null,
      createdAt: this.clock.now(),
    };
    await this.unitOfWork.run(async () => {
      await this.calendars.add(calendar);
      await this.plan(calendar.id);
    });
    await this.read(calendar);
  }

  /** Its busy times are forgotten with it. @throws NotFoundError */
  async remove(expertId: string, id: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.calendars.remove(id, expertId);
      await this.busyTimes.forget(id);
      await this.outbox.cancel(jobKey(id));
    });
  }

  /** Reads all of an expert's calendars now. */
  async refresh(expertId: string): Promise<void> {
    for (const calendar of await this.calendars.ofExpert(expertId)) await this.read(calendar);
  }

  /** When the expert is busy elsewhere, as it was read last. */
  busyWithin(expertId: string, range: HalfOpenRange): Promise<HalfOpenRange[]> {
    return this.busyTimes.within(expertId, range);
  }

  @OnJob(REFRESH_JOB)
  async refreshOne({ calendarId }: { calendarId: string }): Promise<void> {
    const calendar = await this.calendars.byId(calendarId);
    if (!calendar) return;
    await this.unitOfWork.run(() => this.plan(calendarId));
    await this.read(calendar);
  }

  /** What cannot be read now leaves what was known as it was: better busy by yesterday's calendar than free by none. */
  private async read(calendar: ImportedCalendar): Promise<void> {
    const found = await this.fetch(calendar);
    if (!found.ok) return this.calendars.markFailing(calendar.id, found.refusal);
    const ranges = found.value;
    await this.unitOfWork.run(async () => {
      const isThere = await this.calendars.markRead(calendar.id, ranges.length, this.clock.now());
      if (isThere) await this.busyTimes.replace(calendar.id, calendar.expertId, ranges);
    });
  }

  private async fetch({
    address,
    expertId,
  }: ImportedCalendar): Promise<Verdict<HalfOpenRange[], CalendarProblem>> {
    const text = await this.fetcher.fetch(address);
    if (!text.ok) return refuse(text.refusal);
    const { timeZone } = await this.availabilities.of(expertId);
    return this.reader.busyTimes(text.value, this.window(), timeZone);
  }

  private window(): HalfOpenRange {
    const now: Temporal.Instant = this.clock.now();
    return rangeOf(now.subtract({ hours: 24 }), now.add({ hours: 24 * AHEAD_DAYS }));
  }

  private plan(calendarId: string): Promise<void> {
    return this.outbox.schedule({
      name: REFRESH_JOB,
      key: jobKey(calendarId),
      dueAt: this.clock.now().add({ minutes: REFRESH_MINUTES }).toString(),
      payload: { calendarId },
    });
  }
}

function jobKey(calendarId: string): string {
  return `${REFRESH_JOB}:${calendarId}`;
}
