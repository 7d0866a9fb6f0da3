import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, json, minor, ref } from './support/columns.js';

export class BillingCreateSales implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_sales',
        columns: [
          id(),
          ref('session_id'),
          ref('payment_id', { isNullable: true }),
          ref('learner_id'),
          ref('expert_id'),
          code('state', 12),
          code('currency', 3),
          minor('gross_minor'),
          json('terms'),
          ref('sale_decision_id', { isNullable: true }),
          ref('commission_decision_id', { isNullable: true }),
          minor('collected_minor'),
          minor('payout_minor'),
          minor('commission_minor'),
          minor('commission_tax_minor'),
          minor('withheld_minor'),
          minor('tax_owed_minor'),
          minor('refunded_minor'),
          code('reversed_share', 100),
          instant('performed_at'),
          instant('created_at'),
          instant('settled_at', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'billing_sales_session',
            columnNames: ['session_id'],
            isUnique: true,
          }),
          new TableIndex({ name: 'billing_sales_learner', columnNames: ['learner_id'] }),
          new TableIndex({ name: 'billing_sales_expert', columnNames: ['expert_id'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_sales');
  }
}
