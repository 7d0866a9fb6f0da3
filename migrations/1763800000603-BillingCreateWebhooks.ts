import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, longText } from './support/columns.js';

export class BillingCreateWebhooks implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_webhooks',
        columns: [
          id(),
          code('provider', 20),
          code('provider_event_id', 100),
          code('provider_ref', 100),
          code('type', 60),
          longText('body'),
          instant('received_at'),
          instant('handled_at', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'billing_webhooks_once',
            columnNames: ['provider', 'provider_event_id'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_webhooks');
  }
}
