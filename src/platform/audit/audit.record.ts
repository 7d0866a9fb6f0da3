import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, RefColumn, TextColumn } from '../database/columns.js';

@Entity('platform_audit')
export class AuditRecord {
  @IdColumn() id!: string;
  @InstantColumn() at!: Temporal.Instant;
  @RefColumn({ name: 'actor_id' }) actorId!: string;
  @TextColumn({ length: 100 }) action!: string;
  @TextColumn({ name: 'subject_kind', length: 60 }) subjectKind!: string;
  /** Null when the action was about a list. */
  @RefColumn({ name: 'subject_id', nullable: true }) subjectId!: string | null;
  @JsonColumn() facts!: Readonly<Record<string, unknown>>;
}
