import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  MinorColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { ProviderStanding } from '../domain/payment.js';

/** The sandbox provider's own book; nothing but its adapter reads it. */
@Entity('billing_sandbox_intents')
export class SandboxIntentRecord {
  @IdColumn() id!: string;
  @TextColumn({ name: 'call_key', length: 150 }) callKey!: string;
  @RefColumn() reference!: string;
  @MinorColumn({ name: 'amount_minor' }) amountMinor!: bigint;
  @TextColumn({ length: 3 }) currency!: string;
  @MinorColumn({ name: 'captured_minor' }) capturedMinor!: bigint;
  @MinorColumn({ name: 'refunded_minor' }) refundedMinor!: bigint;
  @TextColumn({ length: 24 }) state!: ProviderStanding['state'];
  @TextColumn({ length: 60, nullable: true }) failure!: string | null;
  /** Which test card was used. */
  @TextColumn({ length: 24 }) behaviour!: string;
  @TextColumn({ name: 'card_brand', length: 20 }) cardBrand!: string;
  @TextColumn({ name: 'card_last_four', length: 4 }) cardLastFour!: string;
  @InstantColumn({ name: 'hold_ends_at' }) holdEndsAt!: Temporal.Instant;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}

/** Keys of calls that changed an intent, so that the same call again changes nothing. */
@Entity('billing_sandbox_operations')
export class SandboxOperationRecord {
  @IdColumn() id!: string;
  @TextColumn({ name: 'call_key', length: 150 }) callKey!: string;
  @RefColumn({ name: 'intent_id' }) intentId!: string;
  @TextColumn({ length: 16 }) operation!: string;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}

/** An expert's account at the sandbox: a number that is known by heart, and what becomes of money sent there. */
@Entity('billing_sandbox_accounts')
export class SandboxAccountRecord {
  @IdColumn() id!: string;
  /** Of the expert. */
  @RefColumn() reference!: string;
  @TextColumn({ name: 'account_number', length: 40, nullable: true }) accountNumber!: string | null;
  @TextColumn({ length: 24 }) behaviour!: string;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}

@Entity('billing_sandbox_transfers')
export class SandboxTransferRecord {
  @IdColumn() id!: string;
  @TextColumn({ name: 'call_key', length: 150 }) callKey!: string;
  /** Of the payout. */
  @RefColumn() reference!: string;
  @RefColumn({ name: 'account_id' }) accountId!: string;
  @MinorColumn({ name: 'amount_minor' }) amountMinor!: bigint;
  @TextColumn({ length: 3 }) currency!: string;
  /** As it will be once the bank has it. */
  @TextColumn({ length: 12 }) state!: 'paid' | 'returned';
  @TextColumn({ length: 60, nullable: true }) failure!: string | null;
  @InstantColumn({ name: 'arrives_at' }) arrivesAt!: Temporal.Instant;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}
