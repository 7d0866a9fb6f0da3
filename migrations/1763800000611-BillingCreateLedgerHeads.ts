import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { code, count } from './support/columns.js';

export class BillingCreateLedgerHeads implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_ledger_heads',
        columns: [
          new TableColumn({ name: 'currency', type: 'varchar', length: '3', isPrimary: true }),
          count('seq'),
          code('hash', 64),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_ledger_heads');
  }
}
