import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, longText, ref } from './support/columns.js';

export class SessionsCreateMessages implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_messages',
        columns: [
          id(),
          ref('session_id'),
          ref('from_id'),
          code('client_id', 64),
          longText('text'),
          instant('sent_at'),
        ],
        indices: [
          new TableIndex({
            name: 'sessions_messages_once',
            columnNames: ['session_id', 'client_id'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_messages');
  }
}
