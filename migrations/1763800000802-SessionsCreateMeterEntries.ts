import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, instant, ref } from './support/columns.js';

export class SessionsCreateMeterEntries implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_meter_entries',
        columns: [
          id(),
          ref('session_id'),
          count('seq'),
          code('kind', 8),
          instant('at'),
          code('reason', 64),
          code('hash', 64),
        ],
        indices: [
          new TableIndex({
            name: 'sessions_meter_entries_seq',
            columnNames: ['session_id', 'seq'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_meter_entries');
  }
}
