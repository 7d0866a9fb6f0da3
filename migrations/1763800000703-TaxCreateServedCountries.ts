import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, ref } from './support/columns.js';

export class TaxCreateServedCountries implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'tax_served_countries',
        columns: [id(), code('country', 24), ref('adopted_by'), instant('adopted_at')],
        indices: [
          new TableIndex({
            name: 'tax_served_countries_country',
            columnNames: ['country'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('tax_served_countries');
  }
}
