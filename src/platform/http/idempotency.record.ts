import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  TextColumn,
} from '../database/columns.js';

@Entity('platform_idempotency_keys')
export class IdempotencyRecord {
  @IdColumn() id!: string;
  /** Hash of person, route and key: unique. */
  @TextColumn({ length: 64 }) scope!: string;
  @TextColumn({ name: 'body_hash', length: 64 }) bodyHash!: string;
  @CountColumn({ nullable: true }) status!: number | null;
  @LongTextColumn({ nullable: true }) answer!: string | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}
