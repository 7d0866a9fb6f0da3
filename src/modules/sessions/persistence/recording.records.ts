import { Temporal } from 'temporal-polyfill';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { DeletionCause } from '../domain/recording-deletion.js';
import type { RecordingGap } from '../domain/recording-gaps.js';
import type { RecordingPurpose } from '../domain/recording-rule.js';
import type { RecordingEnd, RecordingState } from '../domain/recording-state.js';
import type { VideoPort } from '../media/video-port.js';

/** What held for recording when the room was made. A session without such a row is never recorded. */
@Entity('sessions_recording_terms')
export class RecordingTermsRecord {
  @PrimaryColumn({ name: 'session_id', type: 'varchar', length: 36 }) sessionId!: string;
  @FlagColumn({ name: 'is_for_child' }) isForChild!: boolean;
  @FlagColumn({ name: 'category_forbids' }) categoryForbids!: boolean;
  @FlagColumn({ name: 'offer_forbids' }) offerForbids!: boolean;
  /** Slugs of the category of the offer and of those above it. */
  @JsonColumn() categories!: readonly string[];
  /** Of both people, as they were then. */
  @JsonColumn() countries!: readonly string[];
}

/** Somebody agreed or took it back. Append-only: the newest row of a person and purpose counts. */
@Entity('sessions_recording_consents')
export class RecordingConsentRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'session_id' }) sessionId!: string;
  @RefColumn({ name: 'person_id' }) personId!: string;
  @TextColumn({ length: 12 }) purpose!: RecordingPurpose;
  @FlagColumn({ name: 'has_agreed' }) hasAgreed!: boolean;
  /** Which words were shown, and in which language. */
  @TextColumn({ length: 24 }) wording!: string;
  @TextColumn({ length: 12 }) language!: string;
  @InstantColumn() at!: Temporal.Instant;
}

@Entity('sessions_recordings')
export class RecordingRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'session_id' }) sessionId!: string;
  @TextColumn({ length: 12 }) purpose!: RecordingPurpose;
  @TextColumn({ length: 12 }) state!: RecordingState;
  /** Session and purpose while media may come in, null after it; unique, so that there is one at a time. */
  @TextColumn({ name: 'active_key', length: 60, nullable: true }) activeKey!: string | null;
  /** How often recording began within this one: again after every restart of whoever records. */
  @CountColumn() segments!: number;
  /** Starts that failed one after the other. */
  @CountColumn() attempts!: number;
  @TextColumn({ length: 10 }) media!: VideoPort['kind'];
  /** How the media server calls it. */
  @JsonColumn({ nullable: true }) handle!: readonly string[] | null;
  /** Where its time begins. */
  @InstantColumn({ name: 'base_at' }) baseAt!: Temporal.Instant;
  /** When media was first seen coming in. */
  @InstantColumn({ name: 'started_at', nullable: true }) startedAt!: Temporal.Instant | null;
  @InstantColumn({ name: 'ended_at', nullable: true }) endedAt!: Temporal.Instant | null;
  @TextColumn({ name: 'end_reason', length: 24, nullable: true }) endReason!: RecordingEnd | null;
  /** What is wrong with it, or was when it ended. */
  @TextColumn({ length: 40, nullable: true }) failure!: string | null;
  @CountColumn({ name: 'duration_ms', nullable: true }) durationMs!: number | null;
  @JsonColumn({ nullable: true }) gaps!: readonly RecordingGap[] | null;
  @InstantColumn({ name: 'keep_until', nullable: true }) keepUntil!: Temporal.Instant | null;
  /** The line of the retention table that it follows. */
  @TextColumn({ name: 'keep_rule', length: 160, nullable: true }) keepRule!: string | null;
}

@Entity('sessions_recording_files')
export class RecordingFileRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'recording_id' }) recordingId!: string;
  @RefColumn({ name: 'person_id' }) personId!: string;
  /** Camera and microphone in one file, a shared screen in another. */
  @TextColumn({ length: 8 }) kind!: 'person' | 'screen';
  @TextColumn({ name: 'storage_key', length: 120 }) storageKey!: string;
  @CountColumn({ name: 'size_kib' }) sizeKib!: number;
  @TextColumn({ length: 64 }) sha256!: string;
  @CountColumn() pictures!: number;
  @CountColumn() sounds!: number;
  @CountColumn() width!: number;
  @CountColumn() height!: number;
  /** More than filled-in silence. */
  @FlagColumn({ name: 'has_sound' }) hasSound!: boolean;
}

/** What was deleted, when, and by which rule. Append-only. */
@Entity('sessions_deletion_certificates')
export class DeletionCertificateRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'session_id' }) sessionId!: string;
  @RefColumn({ name: 'recording_id' }) recordingId!: string;
  @TextColumn({ length: 12 }) purpose!: RecordingPurpose;
  @JsonColumn() files!: readonly { readonly sha256: string; readonly sizeKib: number }[];
  @TextColumn({ length: 24 }) cause!: DeletionCause;
  @TextColumn({ length: 160 }) rule!: string;
  @InstantColumn({ name: 'deleted_at' }) deletedAt!: Temporal.Instant;
}

/** Somebody reported the other. While it is open, nothing of the session is deleted. */
@Entity('sessions_reports')
export class ReportRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'session_id' }) sessionId!: string;
  @RefColumn({ name: 'reported_by' }) reportedBy!: string;
  @TextColumn({ length: 24 }) reason!: string;
  @LongTextColumn() text!: string;
  @TextColumn({ length: 12 }) state!: 'open' | 'closed';
  @InstantColumn({ name: 'reported_at' }) reportedAt!: Temporal.Instant;
  @InstantColumn({ name: 'closed_at', nullable: true }) closedAt!: Temporal.Instant | null;
}
