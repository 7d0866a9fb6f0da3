import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, ref, text } from './support/columns.js';

export class SessionsCreateMessageFiles implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_message_files',
        columns: [
          id(),
          ref('session_id'),
          ref('message_id'),
          ref('file_id'),
          count('position'),
          text('file_name', 200),
          code('content_type', 100),
          count('size_bytes'),
        ],
        indices: [
          new TableIndex({
            name: 'sessions_message_files_once',
            columnNames: ['message_id', 'file_id'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'sessions_message_files_of_session',
            columnNames: ['session_id'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_message_files');
  }
}
