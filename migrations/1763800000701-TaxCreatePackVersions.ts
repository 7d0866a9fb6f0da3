import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, instant, json, text } from './support/columns.js';

export class TaxCreatePackVersions implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'tax_pack_versions',
        columns: [
          id(),
          code('jurisdiction', 24),
          count('version'),
          json('body'),
          code('hash', 64),
          text('author', 100),
          text('approver', 100, { isNullable: true }),
          code('effective_from', 10, { isNullable: true }),
          code('state', 12),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'tax_pack_versions_version',
            columnNames: ['jurisdiction', 'version'],
            isUnique: true,
          }),
          new TableIndex({ name: 'tax_pack_versions_state', columnNames: ['state'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('tax_pack_versions');
  }
}
