import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { id, instant, ref } from './support/columns.js';

export class SchedulingCreateBusyTimes implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'scheduling_busy_times',
        columns: [
          id(),
          ref('calendar_id'),
          ref('expert_id'),
          instant('starts_at'),
          instant('ends_at'),
        ],
        indices: [
          new TableIndex({
            name: 'scheduling_busy_times_expert',
            columnNames: ['expert_id', 'ends_at'],
          }),
          new TableIndex({ name: 'scheduling_busy_times_calendar', columnNames: ['calendar_id'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scheduling_busy_times');
  }
}
