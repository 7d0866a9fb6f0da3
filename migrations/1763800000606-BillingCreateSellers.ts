import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, instant, json, longText, text } from './support/columns.js';

export class BillingCreateSellers implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_sellers',
        columns: [
          id('account_id'),
          text('legal_name', 200),
          longText('address'),
          json('facts'),
          json('evidence'),
          instant('changed_at'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_sellers');
  }
}
