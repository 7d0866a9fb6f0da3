import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  CountColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  MinorColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { MeterEntryKind } from '../domain/meter.js';
import type { PausedFor } from '../domain/pause.js';
import type { EndReason, SessionState } from '../domain/session-state.js';

@Entity('sessions_sessions')
export class SessionRecord {
  @IdColumn() id!: string;
  /** The help request or booking it came from; unique with its kind. */
  @TextColumn({ name: 'source_kind', length: 16 }) sourceKind!: 'help_request' | 'booking';
  @RefColumn({ name: 'source_id' }) sourceId!: string;
  @RefColumn({ name: 'appointment_id' }) appointmentId!: string;
  @RefColumn({ name: 'listing_id' }) listingId!: string;
  @RefColumn({ name: 'learner_id' }) learnerId!: string;
  @RefColumn({ name: 'expert_id' }) expertId!: string;
  @TextColumn({ name: 'listing_title', length: 120 }) listingTitle!: string;
  @LongTextColumn() problem!: string;
  @TextColumn({ length: 12 }) state!: SessionState;
  @TextColumn({ name: 'price_model', length: 12 }) priceModel!:
    'free' | 'per_session' | 'per_minute';
  @MinorColumn({ name: 'unit_minor' }) unitMinor!: bigint;
  @TextColumn({ length: 3 }) currency!: string;
  @CountColumn({ name: 'free_minutes' }) freeMinutes!: number;
  /** Seconds the meter may count at most. */
  @CountColumn({ name: 'ceiling_seconds' }) ceilingSeconds!: number;
  /** What was held; null when help is free. */
  @MinorColumn({ name: 'ceiling_minor', nullable: true }) ceilingMinor!: bigint | null;
  @RefColumn({ name: 'payment_id', nullable: true }) paymentId!: string | null;
  /** A demo expert whose picture and sound the server makes. */
  @FlagColumn({ name: 'expert_is_generated' }) expertIsGenerated!: boolean;
  /** From when the two may enter. */
  @InstantColumn({ name: 'opens_at' }) opensAt!: Temporal.Instant;
  /** Until when whoever has not come may still come. */
  @InstantColumn({ name: 'wait_until' }) waitUntil!: Temporal.Instant;
  @FlagColumn({ name: 'learner_came' }) learnerCame!: boolean;
  @FlagColumn({ name: 'expert_came' }) expertCame!: boolean;
  /** While interrupted: until when the other may come back. */
  @InstantColumn({ name: 'grace_ends_at', nullable: true }) graceEndsAt!: Temporal.Instant | null;
  /** After the ceiling: until when the room stays open to say goodbye. */
  @InstantColumn({ name: 'goodbye_ends_at', nullable: true })
  goodbyeEndsAt!: Temporal.Instant | null;
  /** Last moment the running meter was surely right; where it stops if the process dies. */
  @InstantColumn({ name: 'running_seen_at', nullable: true })
  runningSeenAt!: Temporal.Instant | null;
  @InstantColumn({ name: 'ended_at', nullable: true }) endedAt!: Temporal.Instant | null;
  @TextColumn({ name: 'end_reason', length: 24, nullable: true }) endReason!: EndReason | null;
  /** Why the meter stands although both are there; null while it does not. */
  @TextColumn({ name: 'paused_for', length: 24, nullable: true }) pausedFor!: PausedFor | null;
  /** The copy of the program that looks after it, and until when no other may take it over. */
  @RefColumn({ name: 'kept_by', nullable: true }) keptBy!: string | null;
  @InstantColumn({ name: 'kept_until', nullable: true }) keptUntil!: Temporal.Instant | null;
  /** Proves who the meter's commitment speaks of; erased with the people. */
  @TextColumn({ name: 'meter_salt', length: 64 }) meterSalt!: string;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}

@Entity('sessions_meter_entries')
export class MeterEntryRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'session_id' }) sessionId!: string;
  /** Unique within the session. */
  @CountColumn() seq!: number;
  @TextColumn({ length: 8 }) kind!: MeterEntryKind;
  @InstantColumn() at!: Temporal.Instant;
  @TextColumn({ length: 64 }) reason!: string;
  @TextColumn({ length: 64 }) hash!: string;
}

/** What each source said about who is there, when it changed; heartbeats every ten seconds. */
@Entity('sessions_attendance')
export class AttendanceRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'session_id' }) sessionId!: string;
  @RefColumn({ name: 'person_id' }) personId!: string;
  @TextColumn({ length: 10 }) source!: 'media' | 'poll' | 'heartbeat';
  @FlagColumn({ name: 'is_connected' }) isConnected!: boolean;
  @CountColumn() seq!: number;
  @InstantColumn() at!: Temporal.Instant;
}

@Entity('sessions_messages')
export class MessageRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'session_id' }) sessionId!: string;
  @RefColumn({ name: 'from_id' }) fromId!: string;
  /** Made by the browser; unique with the session, so that a message sent again is not doubled. */
  @TextColumn({ name: 'client_id', length: 64 }) clientId!: string;
  @LongTextColumn() text!: string;
  @InstantColumn({ name: 'sent_at' }) sentAt!: Temporal.Instant;
}

/** A file that came with a message; the bytes are one of the uploads of whoever wrote it. */
@Entity('sessions_message_files')
export class MessageFileRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'session_id' }) sessionId!: string;
  /** Unique with the file. */
  @RefColumn({ name: 'message_id' }) messageId!: string;
  @RefColumn({ name: 'file_id' }) fileId!: string;
  /** Its place among the files of the message. */
  @CountColumn() position!: number;
  @TextColumn({ name: 'file_name', length: 200 }) fileName!: string;
  @TextColumn({ name: 'content_type', length: 100 }) contentType!: string;
  @CountColumn({ name: 'size_bytes' }) sizeBytes!: number;
}

/** What the media server said over HTTP, as it came. */
@Entity('sessions_webhooks')
export class VideoWebhookRecord {
  @IdColumn() id!: string;
  @TextColumn({ length: 10 }) provider!: string;
  /** Unique with the provider: a message that comes again is passed over. */
  @TextColumn({ name: 'provider_event_id', length: 100 }) providerEventId!: string;
  @TextColumn({ name: 'room_id', length: 64 }) roomId!: string;
  @LongTextColumn() body!: string;
  @InstantColumn({ name: 'received_at' }) receivedAt!: Temporal.Instant;
}

/** A frozen picture of the room; the file is one of the uploads of whoever froze it. */
@Entity('sessions_stills')
export class StillRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'session_id' }) sessionId!: string;
  /** Unique: freezing is asked again after a lost answer. */
  @RefColumn({ name: 'file_id' }) fileId!: string;
  @RefColumn({ name: 'frozen_by' }) frozenBy!: string;
  @CountColumn() width!: number;
  @CountColumn() height!: number;
  @InstantColumn({ name: 'frozen_at' }) frozenAt!: Temporal.Instant;
  /** When it was put away; null while both look at it. */
  @InstantColumn({ name: 'closed_at', nullable: true }) closedAt!: Temporal.Instant | null;
}

/** A line on a still; the order of the ids is the order in which they were drawn. */
@Entity('sessions_strokes')
export class StrokeRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'still_id' }) stillId!: string;
  @RefColumn({ name: 'drawn_by' }) drawnBy!: string;
  /** Made by the browser; unique with the still, so that a line that is sent again is not doubled. */
  @TextColumn({ name: 'client_id', length: 64 }) clientId!: string;
  /** See `domain/stroke.ts`. */
  @JsonColumn() points!: readonly number[];
}
