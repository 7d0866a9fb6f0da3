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

export type WorkflowRunState = 'running' | 'undoing' | 'done' | 'undone';

@Entity('platform_workflow_runs')
export class WorkflowRunRecord {
  @IdColumn() id!: string;
  @TextColumn({ length: 50 }) name!: string;
  /** Unique with the name: a second start with the same key joins the first run. */
  @TextColumn({ name: 'run_key', length: 150 }) runKey!: string;
  @TextColumn({ length: 10 }) state!: WorkflowRunState;
  /** Steps that are done, from the front. */
  @CountColumn({ name: 'steps_done' }) stepsDone!: number;
  @JsonColumn() input!: unknown;
  /** What each done step gave back, by its name. */
  @JsonColumn() results!: Record<string, unknown>;
  @LongTextColumn({ name: 'last_error', nullable: true }) lastError!: string | null;
  @InstantColumn({ name: 'started_at' }) startedAt!: Temporal.Instant;
  @InstantColumn({ name: 'changed_at' }) changedAt!: Temporal.Instant;
}
