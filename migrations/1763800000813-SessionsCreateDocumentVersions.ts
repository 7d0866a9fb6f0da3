import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, instant, longText, ref, text } from './support/columns.js';

export class SessionsCreateDocumentVersions implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_document_versions',
        columns: [
          id(),
          ref('document_id'),
          count('number'),
          code('kind', 10),
          text('name', 100),
          longText('content'),
          ref('saved_by', { isNullable: true }),
          instant('saved_at'),
          count('restored_from', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'sessions_document_versions_once',
            columnNames: ['document_id', 'number'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_document_versions');
  }
}
