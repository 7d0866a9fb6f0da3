import { Temporal } from 'temporal-polyfill';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  MinorColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { EarningState, PayoutAccountState, PayoutState } from '../domain/payout.js';

/** What a sale brought its expert, or what a reversal takes back once that was paid out. */
@Entity('billing_earnings')
export class EarningRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'sale_id' }) saleId!: string;
  /** The sale or the reversal; unique. */
  @RefColumn({ name: 'cause_id' }) causeId!: string;
  @RefColumn({ name: 'expert_id' }) expertId!: string;
  /** Below zero for what is owed back. */
  @MinorColumn({ name: 'amount_minor' }) amountMinor!: bigint;
  @TextColumn({ length: 3 }) currency!: string;
  @TextColumn({ length: 12 }) state!: EarningState;
  @RefColumn({ name: 'payout_id', nullable: true }) payoutId!: string | null;
  /** When the guarantee's window closes. */
  @InstantColumn({ name: 'due_at' }) dueAt!: Temporal.Instant;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}

@Entity('billing_payouts')
export class PayoutRecord {
  /** Also the key of the call to the provider. */
  @IdColumn() id!: string;
  @RefColumn({ name: 'expert_id' }) expertId!: string;
  @MinorColumn({ name: 'amount_minor' }) amountMinor!: bigint;
  @TextColumn({ length: 3 }) currency!: string;
  @TextColumn({ length: 12 }) state!: PayoutState;
  /** Of expert and currency while it is not certain whether it has left; unique. */
  @TextColumn({ name: 'open_key', length: 60, nullable: true }) openKey!: string | null;
  @TextColumn({ length: 20 }) provider!: string;
  @TextColumn({ name: 'account_ref', length: 100 }) accountRef!: string;
  /** Where to, as it may be shown: the last digits. */
  @TextColumn({ length: 60, nullable: true }) destination!: string | null;
  @TextColumn({ name: 'provider_ref', length: 100, nullable: true }) providerRef!: string | null;
  @TextColumn({ length: 60, nullable: true }) failure!: string | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
  @InstantColumn({ name: 'sent_at', nullable: true }) sentAt!: Temporal.Instant | null;
  @InstantColumn({ name: 'closed_at', nullable: true }) closedAt!: Temporal.Instant | null;
}

/** An expert's account at the payment provider. The numbers of the bank stay there. */
@Entity('billing_payout_accounts')
export class PayoutAccountRecord {
  @PrimaryColumn({ name: 'expert_id', type: 'varchar', length: 36 }) expertId!: string;
  @TextColumn({ length: 20 }) provider!: string;
  /** Null until the provider has made it. */
  @TextColumn({ name: 'provider_ref', length: 100, nullable: true }) providerRef!: string | null;
  @TextColumn({ length: 12 }) state!: PayoutAccountState;
  /** What the provider still asks for, by its own names. */
  @JsonColumn() requirements!: unknown;
  @TextColumn({ length: 60, nullable: true }) destination!: string | null;
  /** Where its owner was told of the last change; told of the next one too. */
  @TextColumn({ length: 320 }) contact!: string;
  @InstantColumn({ name: 'frozen_until', nullable: true }) frozenUntil!: Temporal.Instant | null;
  @InstantColumn({ name: 'changed_at' }) changedAt!: Temporal.Instant;
}

/** Staff keeps an expert's money back, with the reason. */
@Entity('billing_payout_holds')
export class PayoutHoldRecord {
  @PrimaryColumn({ name: 'expert_id', type: 'varchar', length: 36 }) expertId!: string;
  @TextColumn({ length: 500 }) reason!: string;
  @RefColumn({ name: 'held_by' }) heldBy!: string;
  @InstantColumn({ name: 'held_at' }) heldAt!: Temporal.Instant;
}
