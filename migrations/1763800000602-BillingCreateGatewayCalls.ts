import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, json, ref } from './support/columns.js';

export class BillingCreateGatewayCalls implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_gateway_calls',
        columns: [
          id(),
          code('call_key', 150),
          ref('payment_id'),
          code('operation', 16),
          code('request_hash', 64),
          json('answer', { isNullable: true }),
          instant('created_at'),
          instant('answered_at', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'billing_gateway_calls_key',
            columnNames: ['call_key'],
            isUnique: true,
          }),
          new TableIndex({ name: 'billing_gateway_calls_payment', columnNames: ['payment_id'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_gateway_calls');
  }
}
