import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In plain SQL: on SQLite the query runner would copy the whole table and forget what may be null. */
export class SchedulingAddBookingSequence implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE scheduling_bookings ADD COLUMN sequence int NOT NULL DEFAULT 0',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scheduling_bookings DROP COLUMN sequence');
  }
}
