import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { PlaceState } from '../domain/waiting-line.js';

@Entity('scheduling_waiting_places')
export class WaitingPlaceRecord {
  /** Ids grow with time: they are the order of the line. */
  @IdColumn() id!: string;
  @RefColumn({ name: 'expert_id' }) expertId!: string;
  @RefColumn({ name: 'learner_id' }) learnerId!: string;
  @RefColumn({ name: 'listing_id' }) listingId!: string;
  @TextColumn({ length: 8 }) state!: PlaceState;
  /** Expert and learner while the place is open, null after: one open place each. */
  @TextColumn({ name: 'open_key', length: 73, nullable: true }) openKey!: string | null;
  /** The expert while this place is the called one: the unique key allows one of each line. */
  @RefColumn({ name: 'called_expert_id', nullable: true }) calledExpertId!: string | null;
  @InstantColumn({ name: 'joined_at' }) joinedAt!: Temporal.Instant;
  @InstantColumn({ name: 'turn_ends_at', nullable: true }) turnEndsAt!: Temporal.Instant | null;
}
