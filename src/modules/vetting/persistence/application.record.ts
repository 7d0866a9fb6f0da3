import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { ApplicationState, Requirement } from '../domain/application.js';

@Entity('vetting_applications')
export class ApplicationRecord {
  @IdColumn() id!: string;
  /** Unique: one application per person; later ones reopen it. */
  @RefColumn({ name: 'account_id' }) accountId!: string;
  @RefColumn({ name: 'category_id' }) categoryId!: string;
  @TextColumn({ length: 20 }) state!: ApplicationState;
  @LongTextColumn() about!: string;
  @JsonColumn() answers!: Readonly<Record<string, string>>;
  @JsonColumn() evidence!: Readonly<Record<string, string>>;
  /** What the category asked when this was last saved. */
  @JsonColumn() requirements!: readonly Requirement[];
  /** The first offer, in the words of the module that owns offers. */
  @JsonColumn() listing!: unknown;
  @LongTextColumn({ nullable: true }) reasons!: string | null;
  @RefColumn({ name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @InstantColumn({ name: 'submitted_at', nullable: true }) submittedAt!: Temporal.Instant | null;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt!: Temporal.Instant | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}

/** Who changed an application, when, why, from what to what; never changed. */
@Entity('vetting_decisions')
export class DecisionRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'application_id' }) applicationId!: string;
  @TextColumn({ name: 'from_state', length: 20 }) fromState!: ApplicationState;
  @TextColumn({ name: 'to_state', length: 20 }) toState!: ApplicationState;
  @RefColumn({ name: 'decided_by' }) decidedBy!: string;
  @LongTextColumn({ nullable: true }) reasons!: string | null;
  @InstantColumn({ name: 'decided_at' }) decidedAt!: Temporal.Instant;
}
