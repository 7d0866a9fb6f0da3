import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { ClaimReason, ClaimState, GuaranteeRule } from '../domain/guarantee.js';

/** A learner was not satisfied; one claim a session. */
@Entity('billing_claims')
export class ClaimRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'session_id' }) sessionId!: string;
  @RefColumn({ name: 'sale_id' }) saleId!: string;
  @RefColumn({ name: 'learner_id' }) learnerId!: string;
  @RefColumn({ name: 'expert_id' }) expertId!: string;
  @TextColumn({ length: 20 }) reason!: ClaimReason;
  @LongTextColumn() text!: string;
  @TextColumn({ length: 16 }) state!: ClaimState;
  /** The rule that settled it, when one did. */
  @TextColumn({ length: 40, nullable: true }) rule!: GuaranteeRule | null;
  @RefColumn({ name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @InstantColumn({ name: 'opened_at' }) openedAt!: Temporal.Instant;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt!: Temporal.Instant | null;
}
