import { Temporal } from 'temporal-polyfill';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { CalendarProblem, CalendarState } from '../domain/calendar.js';

/** A calendar of the expert's that is kept elsewhere and read for when they are busy. */
@Entity('scheduling_calendars')
export class CalendarRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'expert_id' }) expertId!: string;
  @TextColumn({ length: 80 }) name!: string;
  /** Often a secret in itself: shown to its expert only, never logged. */
  @LongTextColumn() address!: string;
  @TextColumn({ length: 12 }) state!: CalendarState;
  @TextColumn({ length: 40, nullable: true }) problem!: CalendarProblem | null;
  @CountColumn({ name: 'busy_count' }) busyCount!: number;
  /** When it was last read to its end; null until then. */
  @InstantColumn({ name: 'fetched_at', nullable: true }) fetchedAt!: Temporal.Instant | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}

/** When a calendar says that its expert is busy. What for is not kept. */
@Entity('scheduling_busy_times')
export class BusyTimeRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'calendar_id' }) calendarId!: string;
  @RefColumn({ name: 'expert_id' }) expertId!: string;
  @InstantColumn({ name: 'starts_at' }) startsAt!: Temporal.Instant;
  @InstantColumn({ name: 'ends_at' }) endsAt!: Temporal.Instant;
}

/** The secret address under which a person's bookings can be subscribed to. */
@Entity('scheduling_feeds')
export class FeedRecord {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 }) personId!: string;
  @RefColumn({ name: 'feed_id' }) feedId!: string;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}

/** Which reminders a person wants; without a row all of them. */
@Entity('scheduling_reminder_choices')
export class ReminderChoiceRecord {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 }) personId!: string;
  /** Minutes before the start. */
  @JsonColumn() minutes!: readonly number[];
  @InstantColumn({ name: 'changed_at' }) changedAt!: Temporal.Instant;
}
