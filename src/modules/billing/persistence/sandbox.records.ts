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
