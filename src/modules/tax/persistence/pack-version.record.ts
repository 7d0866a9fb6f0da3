import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { PackVersionState } from '../domain/pack-version.js';

/** One version of a pack or union file. The body never changes; the state and the approver do. */
@Entity('tax_pack_versions')
export class PackVersionRecord {
  @IdColumn() id!: string;
  @TextColumn({ length: 24 }) jurisdiction!: string;
  /** Counts up from 1 within the jurisdiction. */
  @CountColumn() version!: number;
  @JsonColumn() body!: unknown;
  @TextColumn({ length: 64 }) hash!: string;
  @TextColumn({ length: 100 }) author!: string;
  @TextColumn({ length: 100, nullable: true }) approver!: string | null;
  /** ISO day in the jurisdiction's zone from which the version counts; null: since its rules begin. */
  @TextColumn({ name: 'effective_from', length: 10, nullable: true }) effectiveFrom!: string | null;
  @TextColumn({ length: 12 }) state!: PackVersionState;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}
