import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, instant, ref, text } from './support/columns.js';

export class BillingCreatePayoutHolds implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_payout_holds',
        columns: [id('expert_id'), text('reason', 500), ref('held_by'), instant('held_at')],
        indices: [],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_payout_holds');
  }
}
