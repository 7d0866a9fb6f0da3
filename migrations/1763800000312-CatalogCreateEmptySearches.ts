import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, text } from './support/columns.js';

export class CatalogCreateEmptySearches implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'catalog_empty_searches',
        columns: [id(), code('day', 10), code('language', 5), text('words', 120), count('asked')],
        indices: [
          new TableIndex({
            name: 'catalog_empty_searches_day',
            columnNames: ['day', 'language', 'words'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('catalog_empty_searches');
  }
}
