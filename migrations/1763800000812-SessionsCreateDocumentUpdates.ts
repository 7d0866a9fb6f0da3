import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { id, longText, ref } from './support/columns.js';

export class SessionsCreateDocumentUpdates implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_document_updates',
        columns: [id(), ref('document_id'), longText('content')],
        indices: [
          new TableIndex({
            name: 'sessions_document_updates_of_document',
            columnNames: ['document_id'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_document_updates');
  }
}
