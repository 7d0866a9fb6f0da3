import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, instant, minor, ref } from './support/columns.js';

export class SessionsCreateExtensions implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_extensions',
        columns: [
          id(),
          ref('session_id'),
          ref('open_session_id', { isNullable: true }),
          code('state', 10),
          code('proposed_by', 8),
          count('minutes'),
          minor('added_minor', { isNullable: true }),
          count('taken_until_minutes'),
          count('attempt'),
          code('failure', 60, { isNullable: true }),
          ref('payment_id', { isNullable: true }),
          instant('due_at'),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'sessions_extensions_one_open',
            columnNames: ['open_session_id'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'sessions_extensions_session',
            columnNames: ['session_id'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_extensions');
  }
}
