import { Temporal } from 'temporal-polyfill';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  FlagColumn,
  InstantColumn,
  JsonColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { PresenceState } from '../domain/presence.js';

@Entity('scheduling_presence')
export class PresenceRecord {
  @PrimaryColumn({ name: 'expert_id', type: 'varchar', length: 36 }) expertId!: string;
  @FlagColumn({ name: 'wants_free' }) wantsFree!: boolean;
  @FlagColumn({ name: 'answers_by_itself' }) answersByItself!: boolean;
  /** Of the open page; written every few seconds only. */
  @InstantColumn({ name: 'last_seen_at', nullable: true }) lastSeenAt!: Temporal.Instant | null;
  /** By this person, without an open page; null once one was missed. */
  @InstantColumn({ name: 'push_answered_at', nullable: true })
  pushAnsweredAt!: Temporal.Instant | null;
  /** What everybody was told last. */
  @TextColumn({ name: 'shown_state', length: 8 }) shownState!: PresenceState;
  /** Seconds that the last rings took to be answered, latest last. */
  @JsonColumn({ name: 'answer_seconds' }) answerSeconds!: readonly number[];
}
