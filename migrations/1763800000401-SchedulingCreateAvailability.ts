import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { count, id, instant, json, text } from './support/columns.js';

export class SchedulingCreateAvailability implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'scheduling_availability',
        columns: [
          id('expert_id'),
          text('time_zone', 60),
          json('weekly'),
          json('exceptions'),
          count('notice_minutes'),
          count('buffer_minutes'),
          count('step_minutes'),
          count('horizon_days'),
          instant('changed_at'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scheduling_availability');
  }
}
