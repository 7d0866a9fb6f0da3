import { Temporal } from 'temporal-polyfill';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  InstantColumn,
  JsonColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { Availability } from '../domain/availability.js';

@Entity('scheduling_availability')
export class AvailabilityRecord {
  @PrimaryColumn({ name: 'expert_id', type: 'varchar', length: 36 }) expertId!: string;
  @TextColumn({ name: 'time_zone', length: 60 }) timeZone!: string;
  @JsonColumn() weekly!: Availability['weekly'];
  @JsonColumn() exceptions!: Availability['exceptions'];
  @CountColumn({ name: 'notice_minutes' }) noticeMinutes!: number;
  @CountColumn({ name: 'buffer_minutes' }) bufferMinutes!: number;
  @CountColumn({ name: 'step_minutes' }) stepMinutes!: number;
  @CountColumn({ name: 'horizon_days' }) horizonDays!: number;
  @InstantColumn({ name: 'changed_at' }) changedAt!: Temporal.Instant;
}
