import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, instant, longText, ref, text } from './support/columns.js';

export class SchedulingCreateCalendars implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'scheduling_calendars',
        columns: [
          id(),
          ref('expert_id'),
          text('name', 80),
          longText('address'),
          code('state', 12),
          code('problem', 40, { isNullable: true }),
          count('busy_count', { default: 0 }),
          instant('fetched_at', { isNullable: true }),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({ name: 'scheduling_calendars_expert', columnNames: ['expert_id'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scheduling_calendars');
  }
}
