import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** A final decision with everything it rested on; triggers refuse change and deletion. */
@Entity('tax_decisions')
export class DecisionRecord {
  @IdColumn() id!: string;
  /** Given by the caller; the same key never makes a second decision. */
  @TextColumn({ name: 'decision_key', length: 150 }) decisionKey!: string;
  @TextColumn({ length: 12 }) kind!: 'sale' | 'commission';
  /** Of facts and date, to tell a retry from another question under the same key. */
  @TextColumn({ name: 'question_hash', length: 64 }) questionHash!: string;
  @JsonColumn() facts!: unknown;
  @JsonColumn() result!: unknown;
  @InstantColumn({ name: 'decided_at' }) decidedAt!: Temporal.Instant;
}
