import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, minor, ref, text } from './support/columns.js';

export class BillingCreateReversals implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_reversals',
        columns: [
          id(),
          ref('sale_id'),
          code('reversal_key', 150),
          text('reason', 200),
          code('state', 10),
          code('share_before', 100),
          code('share_until', 100),
          minor('refund_minor'),
          instant('created_at'),
          instant('done_at', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'billing_reversals_key',
            columnNames: ['reversal_key'],
            isUnique: true,
          }),
          new TableIndex({ name: 'billing_reversals_sale', columnNames: ['sale_id'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_reversals');
  }
}
