import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

@Entity('notifications_push_devices')
export class PushDeviceRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'person_id' }) personId!: string;
  @RefColumn({ name: 'sign_in_id' }) signInId!: string;
  /** Unique; addresses are longer than an index may be. */
  @TextColumn({ name: 'endpoint_hash', length: 64 }) endpointHash!: string;
  @LongTextColumn() endpoint!: string;
  @TextColumn({ length: 100 }) p256dh!: string;
  @TextColumn({ length: 30 }) auth!: string;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}
