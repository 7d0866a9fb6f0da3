import { Temporal } from 'temporal-polyfill';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  countTransformer,
  IdColumn,
  InstantColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { AppointmentState } from '../domain/appointment.js';

@Entity('scheduling_appointments')
export class AppointmentRecord {
  @IdColumn() id!: string;
  @TextColumn({ length: 12 }) kind!: 'booking' | 'help_request';
  @RefColumn({ name: 'expert_id' }) expertId!: string;
  @RefColumn({ name: 'listing_id' }) listingId!: string;
  @TextColumn({ length: 8 }) state!: AppointmentState;
  @InstantColumn({ name: 'starts_at' }) startsAt!: Temporal.Instant;
  @InstantColumn({ name: 'ends_at' }) endsAt!: Temporal.Instant;
  @CountColumn({ name: 'buffer_minutes' }) bufferMinutes!: number;
  @CountColumn({ name: 'ceiling_minutes' }) ceilingMinutes!: number;
  /** When it was over, however early; null before that, and for those of earlier days. */
  @InstantColumn({ name: 'ended_at', nullable: true }) endedAt!: Temporal.Instant | null;
}

/** A person's five minutes, taken. The primary key is what makes double booking impossible. */
@Entity('scheduling_claims')
export class ClaimRecord {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 }) personId!: string;
  /** Whole five minutes since 1970 in UTC. */
  @PrimaryColumn({ type: 'int', transformer: countTransformer }) tick!: number;
  @RefColumn({ name: 'appointment_id' }) appointmentId!: string;
  /** From then on anybody may clear it away; null once the appointment is kept. */
  @InstantColumn({ name: 'hold_ends_at', nullable: true }) holdEndsAt!: Temporal.Instant | null;
}
