import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, instant, minor, ref } from './support/columns.js';

export class BillingCreatePostings implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'billing_postings',
        columns: [
          id(),
          code('currency', 3),
          count('seq'),
          code('debit_account', 80),
          code('credit_account', 80),
          minor('amount_minor'),
          code('reason', 40),
          code('cause_kind', 12),
          ref('cause_id'),
          code('posting_key', 150),
          code('hash', 64),
          instant('posted_at'),
        ],
        indices: [
          new TableIndex({
            name: 'billing_postings_key',
            columnNames: ['posting_key'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'billing_postings_seq',
            columnNames: ['currency', 'seq'],
            isUnique: true,
          }),
          new TableIndex({ name: 'billing_postings_debit', columnNames: ['debit_account'] }),
          new TableIndex({ name: 'billing_postings_credit', columnNames: ['credit_account'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_postings');
  }
}
