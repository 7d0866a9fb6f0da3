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
import type { CategoryNode, CategoryState } from '../domain/category.js';
import type { ListingContent } from '../domain/listing-draft.js';

export type ListingState = 'draft' | 'in_review' | 'live' | 'paused' | 'archived';
export type RevisionState = 'draft' | 'in_review' | 'live' | 'replaced' | 'refused';

@Entity('catalog_categories')
export class CategoryRecord {
  @IdColumn() id!: string;
  @TextColumn({ length: 80 }) slug!: string;
  @RefColumn({ name: 'parent_id', nullable: true }) parentId!: string | null;
  @TextColumn({ length: 40 }) icon!: string;
  @JsonColumn() names!: CategoryNode['names'];
  @JsonColumn() requirements!: CategoryNode['requirements'];
  @JsonColumn({ name: 'tax_categories' }) taxCategories!: CategoryNode['taxCategories'];
  @FlagColumn({ name: 'forbids_recording' }) forbidsRecording!: boolean;
  @CountColumn() position!: number;
  @TextColumn({ length: 12 }) state!: CategoryState;
  @RefColumn({ name: 'merged_into', nullable: true }) mergedInto!: string | null;
}

/** Every address that a category has or had: an old one leads to where its listings are today. */
@Entity('catalog_category_addresses')
export class CategoryAddressRecord {
  @PrimaryColumn({ type: 'varchar', length: 80 }) slug!: string;
  @RefColumn({ name: 'category_id' }) categoryId!: string;
}

@Entity('catalog_listings')
export class ListingRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'expert_id' }) expertId!: string;
  @TextColumn({ length: 12 }) state!: ListingState;
  /** The revision that visitors read; an edit leaves it until the new one is approved. */
  @RefColumn({ name: 'live_revision_id', nullable: true }) liveRevisionId!: string | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}

@Entity('catalog_revisions')
export class RevisionRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'listing_id' }) listingId!: string;
  /** Counts up within the listing; unique with it. */
  @CountColumn() number!: number;
  @TextColumn({ length: 12 }) state!: RevisionState;
  /** Beside the content, so that a category can be asked for what is in it. */
  @RefColumn({ name: 'category_id' }) categoryId!: string;
  @JsonColumn() content!: ListingContent;
  @LongTextColumn({ nullable: true }) reasons!: string | null;
  @RefColumn({ name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt!: Temporal.Instant | null;
}

/** A question that found nothing, by day and language; never who asked. */
@Entity('catalog_empty_searches')
export class EmptySearchRecord {
  @IdColumn() id!: string;
  /** YYYY-MM-DD, in UTC. */
  @TextColumn({ length: 10 }) day!: string;
  @TextColumn({ length: 5 }) language!: string;
  @TextColumn({ length: 120 }) words!: string;
  @CountColumn() asked!: number;
}
