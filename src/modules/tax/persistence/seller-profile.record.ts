import { Temporal } from 'temporal-polyfill';
import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn } from '../../../platform/database/columns.js';
import type { SellerProfile } from '../domain/seller-profile.js';

@Entity('tax_seller_profiles')
export class SellerProfileRecord {
  @PrimaryColumn({ name: 'account_id', type: 'varchar', length: 36 }) accountId!: string;
  @JsonColumn() profile!: SellerProfile;
  @InstantColumn({ name: 'declared_at' }) declaredAt!: Temporal.Instant;
}
