import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { code, count, instant, ref } from './support/columns.js';

export class SchedulingCreateBookingChanges implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'scheduling_booking_changes',
        columns: [
          ref('booking_id', { isPrimary: true }),
          count('sequence', { isPrimary: true }),
          code('moved_by', 8),
          code('reason', 12),
          instant('from_starts_at'),
          instant('from_ends_at'),
          instant('to_starts_at'),
          instant('to_ends_at'),
          instant('changed_at'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scheduling_booking_changes');
  }
}
