import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In plain SQL: on SQLite the query runner would copy the whole table and forget what may be null. */
export class SchedulingAddEndedAt implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scheduling_appointments ADD COLUMN ended_at bigint NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scheduling_appointments DROP COLUMN ended_at');
  }
}
