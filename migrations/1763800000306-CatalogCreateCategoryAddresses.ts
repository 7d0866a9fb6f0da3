import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, ref } from './support/columns.js';

export class CatalogCreateCategoryAddresses implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'catalog_category_addresses',
        columns: [code('slug', 80, { isPrimary: true }), ref('category_id')],
        indices: [
          new TableIndex({
            name: 'catalog_category_addresses_category',
            columnNames: ['category_id'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('catalog_category_addresses');
  }
}
