import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, json, text } from './support/columns.js';

export class BillingCreatePayoutAccounts implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_payout_accounts',
        columns: [
          id('expert_id'),
          code('provider', 20),
          text('provider_ref', 100, { isNullable: true }),
          code('state', 12),
          json('requirements'),
          text('destination', 60, { isNullable: true }),
          text('contact', 320),
          instant('frozen_until', { isNullable: true }),
          instant('changed_at'),
        ],
        indices: [
          new TableIndex({
            name: 'billing_payout_accounts_ref',
            columnNames: ['provider', 'provider_ref'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_payout_accounts');
  }
}
