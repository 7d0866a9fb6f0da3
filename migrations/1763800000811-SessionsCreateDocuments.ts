import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, ref, text } from './support/columns.js';

export class SessionsCreateDocuments implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_documents',
        columns: [
          id(),
          ref('session_id'),
          code('client_id', 64),
          text('name', 200),
          code('format', 8),
          code('writers', 8),
          ref('created_by'),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'sessions_documents_once',
            columnNames: ['session_id', 'client_id'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_documents');
  }
}
