import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, longText, ref } from './support/columns.js';

export class BillingCreateClaims implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_claims',
        columns: [
          id(),
          ref('session_id'),
          ref('sale_id'),
          ref('learner_id'),
          ref('expert_id'),
          code('reason', 20),
          longText('text'),
          code('state', 16),
          code('rule', 40, { isNullable: true }),
          ref('decided_by', { isNullable: true }),
          instant('opened_at'),
          instant('decided_at', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'billing_claims_session',
            columnNames: ['session_id'],
            isUnique: true,
          }),
          new TableIndex({ name: 'billing_claims_state', columnNames: ['state', 'opened_at'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_claims');
  }
}
