import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, minor, ref, text } from './support/columns.js';

export class BillingCreateSandboxTransfers implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_sandbox_transfers',
        columns: [
          id(),
          text('call_key', 150),
          ref('reference'),
          ref('account_id'),
          minor('amount_minor'),
          code('currency', 3),
          code('state', 12),
          text('failure', 60, { isNullable: true }),
          instant('arrives_at'),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'billing_sandbox_transfers_key',
            columnNames: ['call_key'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'billing_sandbox_transfers_reference',
            columnNames: ['reference'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_sandbox_transfers');
  }
}
