import { Temporal } from 'temporal-polyfill';
import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn, RefColumn } from '../../../platform/database/columns.js';
import type { ListingRules } from '../domain/listing-rules.js';

@Entity('scheduling_listing_rules')
export class ListingRulesRecord {
  @PrimaryColumn({ name: 'listing_id', type: 'varchar', length: 36 }) listingId!: string;
  @RefColumn({ name: 'expert_id' }) expertId!: string;
  @JsonColumn() rules!: ListingRules;
  @InstantColumn({ name: 'changed_at' }) changedAt!: Temporal.Instant;
}
