import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, ref } from './support/columns.js';

export class BillingCreateSandboxOperations implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_sandbox_operations',
        columns: [
          id(),
          code('call_key', 150),
          ref('intent_id'),
          code('operation', 16),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'billing_sandbox_operations_key',
            columnNames: ['call_key'],
            isUnique: true,
          }),
          new TableIndex({ name: 'billing_sandbox_operations_intent', columnNames: ['intent_id'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_sandbox_operations');
  }
}
