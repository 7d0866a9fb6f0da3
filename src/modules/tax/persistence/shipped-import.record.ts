import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../../../platform/database/columns.js';

/** A set of shipped files whose every member is in the store. */
@Entity('tax_shipped_imports')
export class ShippedImportRecord {
  @IdColumn() id!: string;
  @TextColumn({ length: 64 }) fingerprint!: string;
  @InstantColumn({ name: 'imported_at' }) importedAt!: Temporal.Instant;
}
