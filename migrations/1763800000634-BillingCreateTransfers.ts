import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, minor, ref, text } from './support/columns.js';

export class BillingCreateTransfers implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_payouts',
        columns: [
          id(),
          ref('expert_id'),
          minor('amount_minor'),
          code('currency', 3),
          code('state', 12),
          text('open_key', 60, { isNullable: true }),
          code('provider', 20),
          text('account_ref', 100),
          text('destination', 60, { isNullable: true }),
          text('provider_ref', 100, { isNullable: true }),
          text('failure', 60, { isNullable: true }),
          instant('created_at'),
          instant('sent_at', { isNullable: true }),
          instant('closed_at', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'billing_payouts_open',
            columnNames: ['open_key'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'billing_payouts_of_expert',
            columnNames: ['expert_id', 'created_at'],
          }),
          new TableIndex({ name: 'billing_payouts_by_state', columnNames: ['state'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_payouts');
  }
}
