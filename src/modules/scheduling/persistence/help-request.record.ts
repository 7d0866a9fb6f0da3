import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { Audience, Candidate, HelpRequestState, RingState } from '../domain/help-request.js';

@Entity('scheduling_help_requests')
export class HelpRequestRecord {
  @IdColumn() id!: string;
  /** Unique with the learner: a repeated call finds the request it made. */
  @TextColumn({ name: 'idempotency_key', length: 100 }) idempotencyKey!: string;
  @RefColumn({ name: 'learner_id' }) learnerId!: string;
  /** The learner while the request is open, null after: the unique key allows one open request each. */
  @RefColumn({ name: 'open_learner_id', nullable: true }) openLearnerId!: string | null;
  /** The fingerprint of the card, and the address marked, while the request is open: as with the learner. */
  @TextColumn({ name: 'open_card', length: 64, nullable: true }) openCard!: string | null;
  @TextColumn({ name: 'open_address', length: 64, nullable: true }) openAddress!: string | null;
  @RefColumn({ name: 'listing_id' }) listingId!: string;
  @TextColumn({ length: 12 }) state!: HelpRequestState;
  @LongTextColumn() problem!: string;
  @RefColumn({ name: 'photo_file_id', nullable: true }) photoFileId!: string | null;
  @TextColumn({ length: 8 }) language!: string;
  @CountColumn({ name: 'ceiling_minutes' }) ceilingMinutes!: number;
  @JsonColumn() candidates!: readonly Candidate[];
  @CountColumn({ name: 'next_candidate' }) nextCandidate!: number;
  /** How many may be rung at the same time. */
  @CountColumn({ name: 'at_once' }) atOnce!: number;
  /** How many are being rung. */
  @CountColumn({ name: 'open_rings' }) openRings!: number;
  @TextColumn({ length: 10 }) audience!: Audience;
  /** The ring that was accepted; of requests of earlier days also the one that rang last. */
  @RefColumn({ name: 'current_ring_id', nullable: true }) acceptedRingId!: string | null;
  @RefColumn({ name: 'payment_id', nullable: true }) paymentId!: string | null;
  @TextColumn({ name: 'failure_code', length: 100, nullable: true }) failureCode!: string | null;
  @RefColumn({ name: 'appointment_id', nullable: true }) appointmentId!: string | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}

@Entity('scheduling_rings')
export class RingRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'help_request_id' }) helpRequestId!: string;
  @RefColumn({ name: 'appointment_id' }) appointmentId!: string;
  @RefColumn({ name: 'expert_id' }) expertId!: string;
  @RefColumn({ name: 'listing_id' }) listingId!: string;
  @TextColumn({ length: 10 }) state!: RingState;
  /** The request once this ring was accepted, else null: the unique key allows one of each request. */
  @RefColumn({ name: 'accepted_request_id', nullable: true }) acceptedRequestId!: string | null;
  @InstantColumn({ name: 'started_at' }) startedAt!: Temporal.Instant;
  @InstantColumn({ name: 'ends_at' }) endsAt!: Temporal.Instant;
  @InstantColumn({ name: 'ended_at', nullable: true }) endedAt!: Temporal.Instant | null;
  @CountColumn({ name: 'ceiling_minutes' }) ceilingMinutes!: number;
  @JsonColumn() offer!: Readonly<Record<string, unknown>>;
}
