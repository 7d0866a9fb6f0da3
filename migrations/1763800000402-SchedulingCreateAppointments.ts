import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, instant, ref } from './support/columns.js';

export class SchedulingCreateAppointments implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'scheduling_appointments',
        columns: [
          id(),
          code('kind', 12),
          ref('expert_id'),
          ref('listing_id'),
          code('state', 8),
          instant('starts_at'),
          instant('ends_at'),
          count('buffer_minutes'),
          count('ceiling_minutes'),
        ],
        indices: [
          new TableIndex({
            name: 'scheduling_appointments_expert',
            columnNames: ['expert_id', 'starts_at'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scheduling_appointments');
  }
}
