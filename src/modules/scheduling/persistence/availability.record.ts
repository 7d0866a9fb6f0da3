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
  @JsonColumn({ name: 'days_off', nullable: true }) daysOff!: Availability['daysOff'] | null;
  @CountColumn({ name: 'notice_minutes' }) noticeMinutes!: number;
  @CountColumn({ name: 'buffer_minutes' }) bufferMinutes!: number;
  @CountColumn({ name: 'step_minutes' }) stepMinutes!: number;
  @CountColumn({ name: 'horizon_days' }) horizonDays!: number;
  @CountColumn({ name: 'max_per_day', nullable: true }) maxPerDay!: number | null;
  @CountColumn({ name: 'max_per_week', nullable: true }) maxPerWeek!: number | null;
  @InstantColumn({ name: 'changed_at' }) changedAt!: Temporal.Instant;
}
