import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  MinorColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { SaleState } from '../domain/sale.js';

@Entity('billing_sales')
export class SaleRecord {
  @IdColumn() id!: string;
  /** Unique: a session is paid for once. */
  @RefColumn({ name: 'session_id' }) sessionId!: string;
  @RefColumn({ name: 'payment_id', nullable: true }) paymentId!: string | null;
  @RefColumn({ name: 'learner_id' }) learnerId!: string;
  @RefColumn({ name: 'expert_id' }) expertId!: string;
  @TextColumn({ length: 12 }) state!: SaleState;
  @TextColumn({ length: 3 }) currency!: string;
  /** What the meter said. */
  @MinorColumn({ name: 'gross_minor' }) grossMinor!: bigint;
  /** Everything that was asked and everything the answer rests on, frozen at the beginning. */
  @JsonColumn() terms!: unknown;
  @RefColumn({ name: 'sale_decision_id', nullable: true }) saleDecisionId!: string | null;
  @RefColumn({ name: 'commission_decision_id', nullable: true })
  commissionDecisionId!: string | null;
  /** Parts of what was collected; zero until settled. */
  @MinorColumn({ name: 'collected_minor' }) collectedMinor!: bigint;
  @MinorColumn({ name: 'payout_minor' }) payoutMinor!: bigint;
  @MinorColumn({ name: 'commission_minor' }) commissionMinor!: bigint;
  @MinorColumn({ name: 'commission_tax_minor' }) commissionTaxMinor!: bigint;
  @MinorColumn({ name: 'withheld_minor' }) withheldMinor!: bigint;
  @MinorColumn({ name: 'tax_owed_minor' }) taxOwedMinor!: bigint;
  @MinorColumn({ name: 'refunded_minor' }) refundedMinor!: bigint;
  /** Share of the sale that reversals took back, `n/d`. */
  @TextColumn({ name: 'reversed_share', length: 100 }) reversedShare!: string;
  @InstantColumn({ name: 'performed_at' }) performedAt!: Temporal.Instant;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
  @InstantColumn({ name: 'settled_at', nullable: true }) settledAt!: Temporal.Instant | null;
}

@Entity('billing_reversals')
export class ReversalRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'sale_id' }) saleId!: string;
  /** The caller's; unique. */
  @TextColumn({ name: 'reversal_key', length: 150 }) reversalKey!: string;
  @TextColumn({ length: 200 }) reason!: string;
  @TextColumn({ length: 10 }) state!: 'open' | 'done';
  /** Shares of the sale that were taken back before and are taken back after, `n/d`. */
  @TextColumn({ name: 'share_before', length: 100 }) shareBefore!: string;
  @TextColumn({ name: 'share_until', length: 100 }) shareUntil!: string;
  @MinorColumn({ name: 'refund_minor' }) refundMinor!: bigint;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
  @InstantColumn({ name: 'done_at', nullable: true }) doneAt!: Temporal.Instant | null;
}
