import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, instant, json, ref } from './support/columns.js';

export class BillingCreateDocuments implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_documents',
        columns: [
          id(),
          code('document_key', 150),
          code('series_key', 80),
          count('seq'),
          code('number', 60),
          code('kind', 24),
          ref('sale_id'),
          ref('learner_id'),
          ref('expert_id'),
          ref('decision_id'),
          json('content'),
          instant('issued_at'),
          code('pdf_sha256', 64, { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'billing_documents_key',
            columnNames: ['document_key'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'billing_documents_number',
            columnNames: ['series_key', 'seq'],
            isUnique: true,
          }),
          new TableIndex({ name: 'billing_documents_sale', columnNames: ['sale_id'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_documents');
  }
}
