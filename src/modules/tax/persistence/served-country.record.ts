import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** A country that a named person of this installation opened for paid sessions. */
@Entity('tax_served_countries')
export class ServedCountryRecord {
  @IdColumn() id!: string;
  @TextColumn({ length: 24 }) country!: string;
  @RefColumn({ name: 'adopted_by' }) adoptedBy!: string;
  @InstantColumn({ name: 'adopted_at' }) adoptedAt!: Temporal.Instant;
}
