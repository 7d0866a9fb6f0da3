import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, minor, ref } from './support/columns.js';

export class BillingCreateSandboxIntents implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_sandbox_intents',
        columns: [
          id(),
          code('call_key', 150),
          ref('reference'),
          minor('amount_minor'),
          code('currency', 3),
          minor('captured_minor'),
          minor('refunded_minor'),
          code('state', 24),
          code('failure', 60, { isNullable: true }),
          code('behaviour', 24),
          code('card_brand', 20),
          code('card_last_four', 4),
          instant('hold_ends_at'),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'billing_sandbox_intents_key',
            columnNames: ['call_key'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'billing_sandbox_intents_reference',
            columnNames: ['reference'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_sandbox_intents');
  }
}
