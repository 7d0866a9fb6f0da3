import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { BookingParty, BookingState } from '../domain/booking.js';

@Entity('scheduling_bookings')
export class BookingRecord {
  @IdColumn() id!: string;
  /** Unique with the learner: a repeated call finds the booking it made. */
  @TextColumn({ name: 'idempotency_key', length: 100 }) idempotencyKey!: string;
  @RefColumn({ name: 'appointment_id' }) appointmentId!: string;
  @RefColumn({ name: 'expert_id' }) expertId!: string;
  @RefColumn({ name: 'learner_id' }) learnerId!: string;
  @RefColumn({ name: 'listing_id' }) listingId!: string;
  @TextColumn({ length: 10 }) state!: BookingState;
  @InstantColumn({ name: 'starts_at' }) startsAt!: Temporal.Instant;
  @InstantColumn({ name: 'ends_at' }) endsAt!: Temporal.Instant;
  @InstantColumn({ name: 'hold_ends_at', nullable: true }) holdEndsAt!: Temporal.Instant | null;
  @LongTextColumn() problem!: string;
  @RefColumn({ name: 'payment_id', nullable: true }) paymentId!: string | null;
  @TextColumn({ name: 'agreed_time_zone', length: 60 }) agreedTimeZone!: string;
  /** `YYYY-MM-DDTHH:MM` in that zone. */
  @TextColumn({ name: 'agreed_local', length: 20 }) agreedLocal!: string;
  /** Release of the zone table by which local time and instant were the same. */
  @TextColumn({ name: 'agreed_zones', length: 10 }) agreedZones!: string;
  @CountColumn() sequence!: number;
  @TextColumn({ name: 'moved_by', length: 8, nullable: true }) movedBy!: BookingParty | null;
  /** Version of the rule for calling it off that was shown before booking. */
  @TextColumn({ length: 20 }) policy!: string;
  @TextColumn({ name: 'ended_by', length: 8, nullable: true }) endedBy!: BookingParty | null;
  /** Names of the notices that went out, separated by spaces: each goes out once. */
  @TextColumn({ length: 100 }) told!: string;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}
