import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, minor, ref } from './support/columns.js';

export class BillingCreatePayouts implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_payouts',
        columns: [
          id(),
          ref('sale_id'),
          ref('expert_id'),
          minor('amount_minor'),
          code('currency', 3),
          code('state', 12),
          instant('due_at'),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'billing_payouts_sale',
            columnNames: ['sale_id'],
            isUnique: true,
          }),
          new TableIndex({ name: 'billing_payouts_expert', columnNames: ['expert_id'] }),
          new TableIndex({ name: 'billing_payouts_due', columnNames: ['state', 'due_at'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_payouts');
  }
}
