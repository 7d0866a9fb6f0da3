import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, flag, id, instant, json } from './support/columns.js';

export class SchedulingCreatePresence implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'scheduling_presence',
        columns: [
          id('expert_id'),
          flag('wants_free'),
          flag('answers_by_itself'),
          instant('last_seen_at', { isNullable: true }),
          code('shown_state', 8),
          json('answer_seconds'),
        ],
        indices: [
          new TableIndex({ name: 'scheduling_presence_shown', columnNames: ['shown_state'] }),
          new TableIndex({ name: 'scheduling_presence_wants', columnNames: ['wants_free'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scheduling_presence');
  }
}
