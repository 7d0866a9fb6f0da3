import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, ref } from './support/columns.js';

export class CatalogCreateListings implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'catalog_listings',
        columns: [
          id(),
          ref('expert_id'),
          code('state', 12),
          ref('live_revision_id', { isNullable: true }),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({ name: 'catalog_listings_expert', columnNames: ['expert_id'] }),
          new TableIndex({ name: 'catalog_listings_state', columnNames: ['state'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('catalog_listings');
  }
}
