import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { code, instant, json } from './support/columns.js';

export class BillingCreateProofs implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_proofs',
        columns: [
          code('day', 10, { isPrimary: true }),
          instant('begun_at'),
          instant('done_at', { isNullable: true }),
          json('problems'),
          json('balances'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_proofs');
  }
}
