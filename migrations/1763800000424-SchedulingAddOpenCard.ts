import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In plain SQL: on SQLite the query runner would copy the whole table and forget what may be null. */
export class SchedulingAddOpenCard implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE scheduling_help_requests ADD COLUMN open_card varchar(64) NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scheduling_help_requests DROP COLUMN open_card');
  }
}
