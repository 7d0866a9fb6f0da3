import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, longText, ref, text } from './support/columns.js';

export class SchedulingCreateBookings implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'scheduling_bookings',
        columns: [
          id(),
          code('idempotency_key', 100),
          ref('appointment_id'),
          ref('expert_id'),
          ref('learner_id'),
          ref('listing_id'),
          code('state', 10),
          instant('starts_at'),
          instant('ends_at'),
          instant('hold_ends_at', { isNullable: true }),
          longText('problem'),
          ref('payment_id', { isNullable: true }),
          text('agreed_time_zone', 60),
          code('agreed_local', 20),
          code('agreed_zones', 10),
          code('ended_by', 8, { isNullable: true }),
          code('told', 100),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'scheduling_bookings_key',
            columnNames: ['learner_id', 'idempotency_key'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'scheduling_bookings_appointment',
            columnNames: ['appointment_id'],
          }),
          new TableIndex({
            name: 'scheduling_bookings_learner',
            columnNames: ['learner_id', 'starts_at'],
          }),
          new TableIndex({
            name: 'scheduling_bookings_expert',
            columnNames: ['expert_id', 'starts_at'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scheduling_bookings');
  }
}
