import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, minor, ref } from './support/columns.js';

export class BillingCreateEarnings implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_earnings',
        columns: [
          id(),
          ref('sale_id'),
          ref('cause_id'),
          ref('expert_id'),
          minor('amount_minor'),
          code('currency', 3),
          code('state', 12),
          ref('payout_id', { isNullable: true }),
          instant('due_at'),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'billing_earnings_cause',
            columnNames: ['cause_id'],
            isUnique: true,
          }),
          new TableIndex({ name: 'billing_earnings_sale', columnNames: ['sale_id'] }),
          new TableIndex({ name: 'billing_earnings_expert', columnNames: ['expert_id', 'state'] }),
          new TableIndex({ name: 'billing_earnings_due', columnNames: ['state', 'due_at'] }),
          new TableIndex({ name: 'billing_earnings_payout', columnNames: ['payout_id'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_earnings');
  }
}
