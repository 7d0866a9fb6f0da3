import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In plain SQL: on SQLite the query runner would copy the whole table and forget what may be null. */
export class SchedulingAddBookingMovedBy implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scheduling_bookings ADD COLUMN moved_by varchar(8) NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scheduling_bookings DROP COLUMN moved_by');
  }
}
