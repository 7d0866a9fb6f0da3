import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { count, id, instant, ref } from './support/columns.js';

export class SessionsCreateStills implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_stills',
        columns: [
          id(),
          ref('session_id'),
          ref('file_id'),
          ref('frozen_by'),
          count('width'),
          count('height'),
          instant('frozen_at'),
          instant('closed_at', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'sessions_stills_once',
            columnNames: ['session_id', 'file_id'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_stills');
  }
}
