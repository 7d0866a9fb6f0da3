import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { count } from './support/columns.js';

export class BillingCreateSeries implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_series',
        columns: [
          new TableColumn({ name: 'series_key', type: 'varchar', length: '80', isPrimary: true }),
          count('last_seq'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_series');
  }
}
