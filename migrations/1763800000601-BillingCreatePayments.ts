import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, minor, ref } from './support/columns.js';

export class BillingCreatePayments implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_payments',
        columns: [
          id(),
          code('request_key', 150),
          ref('payer_id'),
          code('purpose_kind', 16),
          ref('purpose_id'),
          minor('amount_minor'),
          code('currency', 3),
          minor('captured_minor'),
          minor('refunded_minor'),
          code('state', 24),
          code('failure', 60, { isNullable: true }),
          code('provider', 20),
          code('provider_ref', 100, { isNullable: true }),
          code('card_brand', 20),
          code('card_last_four', 4),
          instant('hold_ends_at', { isNullable: true }),
          instant('created_at'),
          instant('changed_at'),
        ],
        indices: [
          new TableIndex({
            name: 'billing_payments_key',
            columnNames: ['request_key'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'billing_payments_provider',
            columnNames: ['provider', 'provider_ref'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'billing_payments_purpose',
            columnNames: ['purpose_kind', 'purpose_id'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_payments');
  }
}
