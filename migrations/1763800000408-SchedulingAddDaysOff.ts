import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In plain SQL: on SQLite the query runner would copy the whole table and forget what may be null. */
export class SchedulingAddDaysOff implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scheduling_availability ADD COLUMN days_off mediumtext NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scheduling_availability DROP COLUMN days_off');
  }
}
