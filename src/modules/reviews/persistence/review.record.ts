import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  RefColumn,
} from '../../../platform/database/columns.js';

@Entity('reviews_reviews')
export class ReviewRecord {
  @IdColumn() id!: string;
  /** Unique: one review a session. */
  @RefColumn({ name: 'session_id' }) sessionId!: string;
  @RefColumn({ name: 'listing_id' }) listingId!: string;
  @RefColumn({ name: 'expert_id' }) expertId!: string;
  @RefColumn({ name: 'learner_id' }) learnerId!: string;
  @CountColumn() stars!: number;
  @LongTextColumn() text!: string;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}
