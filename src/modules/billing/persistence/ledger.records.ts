import { Temporal } from 'temporal-polyfill';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  MinorColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { Posting, PostingReason } from '../domain/posting.js';

/** Append-only: triggers refuse changes and deletions. */
@Entity('billing_postings')
export class PostingRecord {
  @IdColumn() id!: string;
  @TextColumn({ length: 3 }) currency!: string;
  /** Unique within the currency, from one. */
  @CountColumn() seq!: number;
  @TextColumn({ name: 'debit_account', length: 80 }) debit!: string;
  @TextColumn({ name: 'credit_account', length: 80 }) credit!: string;
  @MinorColumn({ name: 'amount_minor' }) amountMinor!: bigint;
  @TextColumn({ length: 40 }) reason!: PostingReason;
  @TextColumn({ name: 'cause_kind', length: 12 }) causeKind!: Posting['causeKind'];
  @RefColumn({ name: 'cause_id' }) causeId!: string;
  @TextColumn({ name: 'posting_key', length: 150 }) postingKey!: string;
  @TextColumn({ length: 64 }) hash!: string;
  @InstantColumn({ name: 'posted_at' }) postedAt!: Temporal.Instant;
}

/** End of the chain of one currency; whoever appends takes it first. */
@Entity('billing_ledger_heads')
export class LedgerHeadRecord {
  @PrimaryColumn({ type: 'varchar', length: 3 }) currency!: string;
  @CountColumn() seq!: number;
  @TextColumn({ length: 64 }) hash!: string;
}
