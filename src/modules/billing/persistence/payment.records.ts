import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  MinorColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { PaymentState } from '../domain/payment.js';

@Entity('billing_payments')
export class PaymentRecord {
  @IdColumn() id!: string;
  /** The caller's idempotency key; unique. */
  @TextColumn({ name: 'request_key', length: 150 }) requestKey!: string;
  @RefColumn({ name: 'payer_id' }) payerId!: string;
  @TextColumn({ name: 'purpose_kind', length: 16 }) purposeKind!:
    'help_request' | 'booking' | 'extension';
  @RefColumn({ name: 'purpose_id' }) purposeId!: string;
  /** What was to be held. */
  @MinorColumn({ name: 'amount_minor' }) amountMinor!: bigint;
  @TextColumn({ length: 3 }) currency!: string;
  @MinorColumn({ name: 'captured_minor' }) capturedMinor!: bigint;
  @MinorColumn({ name: 'refunded_minor' }) refundedMinor!: bigint;
  @TextColumn({ length: 24 }) state!: PaymentState;
  @TextColumn({ length: 60, nullable: true }) failure!: string | null;
  @TextColumn({ length: 20 }) provider!: string;
  /** The provider's id; null until it has answered once. Unique. */
  @TextColumn({ name: 'provider_ref', length: 100, nullable: true }) providerRef!: string | null;
  @TextColumn({ name: 'card_brand', length: 20 }) cardBrand!: string;
  @TextColumn({ name: 'card_last_four', length: 4 }) cardLastFour!: string;
  @InstantColumn({ name: 'hold_ends_at', nullable: true }) holdEndsAt!: Temporal.Instant | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
  @InstantColumn({ name: 'changed_at' }) changedAt!: Temporal.Instant;
}

/** A call to the provider, written before it was sent. */
@Entity('billing_gateway_calls')
export class GatewayCallRecord {
  @IdColumn() id!: string;
  /** The key that the provider knows the call by; unique. */
  @TextColumn({ name: 'call_key', length: 150 }) callKey!: string;
  @RefColumn({ name: 'payment_id' }) paymentId!: string;
  @TextColumn({ length: 16 }) operation!: string;
  /** Of what was asked, so that one key cannot mean two things. */
  @TextColumn({ name: 'request_hash', length: 64 }) requestHash!: string;
  @JsonColumn({ nullable: true }) answer!: object | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
  @InstantColumn({ name: 'answered_at', nullable: true }) answeredAt!: Temporal.Instant | null;
}

/** A webhook as it came, byte for byte. */
@Entity('billing_webhooks')
export class WebhookRecord {
  @IdColumn() id!: string;
  @TextColumn({ length: 20 }) provider!: string;
  /** Unique with the provider. */
  @TextColumn({ name: 'provider_event_id', length: 100 }) providerEventId!: string;
  @TextColumn({ name: 'provider_ref', length: 100 }) providerRef!: string;
  @TextColumn({ length: 60 }) type!: string;
  @LongTextColumn() body!: string;
  @InstantColumn({ name: 'received_at' }) receivedAt!: Temporal.Instant;
  @InstantColumn({ name: 'handled_at', nullable: true }) handledAt!: Temporal.Instant | null;
}
