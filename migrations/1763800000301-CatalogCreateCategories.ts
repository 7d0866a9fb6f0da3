import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, flag, id, json, ref } from './support/columns.js';

export class CatalogCreateCategories implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'catalog_categories',
        columns: [
          id(),
          code('slug', 80),
          ref('parent_id', { isNullable: true }),
          code('icon', 40),
          json('names'),
          json('requirements'),
          json('tax_categories'),
          flag('forbids_recording'),
          count('position'),
        ],
        indices: [
          new TableIndex({
            name: 'catalog_categories_slug',
            columnNames: ['slug'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('catalog_categories');
  }
}
