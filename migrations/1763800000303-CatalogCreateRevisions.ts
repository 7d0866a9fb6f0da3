import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, instant, json, longText, ref } from './support/columns.js';

export class CatalogCreateRevisions implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'catalog_revisions',
        columns: [
          id(),
          ref('listing_id'),
          count('number'),
          code('state', 12),
          json('content'),
          longText('reasons', { isNullable: true }),
          ref('decided_by', { isNullable: true }),
          instant('created_at'),
          instant('decided_at', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'catalog_revisions_number',
            columnNames: ['listing_id', 'number'],
            isUnique: true,
          }),
          new TableIndex({ name: 'catalog_revisions_state', columnNames: ['state', 'created_at'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('catalog_revisions');
  }
}
