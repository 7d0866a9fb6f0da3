import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
} from '../database/columns.js';

@Entity('platform_outbox')
export class OutboxRecord {
  @IdColumn() id!: string;
  @TextColumn({ length: 8 }) kind!: 'event' | 'job';
  @TextColumn({ length: 100 }) name!: string;
  @CountColumn() version!: number;
  /** Rows of one lane are worked off in order; for jobs it is the key. */
  @TextColumn({ length: 150 }) lane!: string;
  /** Set for jobs that are still to be done, null otherwise: the unique key makes a job of a key single. */
  @TextColumn({ name: 'job_key', length: 150, nullable: true }) jobKey!: string | null;
  @JsonColumn() payload!: unknown;
  @InstantColumn({ name: 'occurred_at' }) occurredAt!: Temporal.Instant;
  @InstantColumn({ name: 'due_at' }) dueAt!: Temporal.Instant;
  @CountColumn() attempts!: number;
  @InstantColumn({ name: 'leased_until', nullable: true }) leasedUntil!: Temporal.Instant | null;
  @InstantColumn({ name: 'done_at', nullable: true }) doneAt!: Temporal.Instant | null;
  /** Given up after too many attempts; waits for a person. */
  @InstantColumn({ name: 'failed_at', nullable: true }) failedAt!: Temporal.Instant | null;
  @LongTextColumn({ name: 'last_error', nullable: true }) lastError!: string | null;
}

/** One row per event and handler that has had its effect. */
@Entity('platform_handled_events')
export class HandledEventRecord {
  @IdColumn() id!: string;
  @TextColumn({ length: 36, name: 'event_id' }) eventId!: string;
  @TextColumn({ length: 100 }) handler!: string;
  @InstantColumn({ name: 'handled_at' }) handledAt!: Temporal.Instant;
}
