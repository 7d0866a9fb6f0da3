import { Temporal } from 'temporal-polyfill';
import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn } from '../../../platform/database/columns.js';

/** The proof of the books of one night. */
@Entity('billing_proofs')
export class ProofRecord {
  /** ISO date in UTC; whoever inserts it proves. */
  @PrimaryColumn({ type: 'varchar', length: 10 }) day!: string;
  @InstantColumn({ name: 'begun_at' }) begunAt!: Temporal.Instant;
  /** Null while it runs, or when its program was ended. */
  @InstantColumn({ name: 'done_at', nullable: true }) doneAt!: Temporal.Instant | null;
  @JsonColumn() problems!: unknown;
  /** Debits minus credits of each account, decimal strings of minor units, by currency. */
  @JsonColumn() balances!: unknown;
}
