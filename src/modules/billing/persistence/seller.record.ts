import { Temporal } from 'temporal-polyfill';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** What an expert told us of themselves as a seller. */
@Entity('billing_sellers')
export class SellerRecord {
  @PrimaryColumn({ name: 'account_id', type: 'varchar', length: 36 }) accountId!: string;
  @TextColumn({ name: 'legal_name', length: 200 }) legalName!: string;
  @LongTextColumn() address!: string;
  @JsonColumn() facts!: unknown;
  @JsonColumn() evidence!: unknown;
  @InstantColumn({ name: 'changed_at' }) changedAt!: Temporal.Instant;
}
