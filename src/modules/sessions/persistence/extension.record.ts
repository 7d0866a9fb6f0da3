import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  MinorColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { ExtensionState } from '../domain/extension.js';
import type { SessionRole } from '../domain/session-role.js';

/** More time for a session: proposed by one, agreed to by the other, granted once its money is held. */
@Entity('sessions_extensions')
export class ExtensionRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'session_id' }) sessionId!: string;
  /** The session while this is open, null after: the unique key allows one open proposal each. */
  @RefColumn({ name: 'open_session_id', nullable: true }) openSessionId!: string | null;
  @TextColumn({ length: 10 }) state!: ExtensionState;
  @TextColumn({ name: 'proposed_by', length: 8 }) proposedBy!: SessionRole;
  @CountColumn() minutes!: number;
  /** What is to be held besides; null when the minutes cost nothing. */
  @MinorColumn({ name: 'added_minor', nullable: true }) addedMinor!: bigint | null;
  /** How long the call may last, pauses apart, with these minutes: what is taken of both people's time. */
  @CountColumn({ name: 'taken_until_minutes' }) takenUntilMinutes!: number;
  /** Counts the cards that were tried; each is one payment. */
  @CountColumn() attempt!: number;
  /** Why the last card, or the whole, was refused. */
  @TextColumn({ length: 60, nullable: true }) failure!: string | null;
  @RefColumn({ name: 'payment_id', nullable: true }) paymentId!: string | null;
  /** When it lapses by itself. */
  @InstantColumn({ name: 'due_at' }) dueAt!: Temporal.Instant;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}
