import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, ref, text } from './support/columns.js';

export class BillingCreateSandboxAccounts implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_sandbox_accounts',
        columns: [
          id(),
          ref('reference'),
          text('account_number', 40, { isNullable: true }),
          code('behaviour', 24),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'billing_sandbox_accounts_reference',
            columnNames: ['reference'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_sandbox_accounts');
  }
}
