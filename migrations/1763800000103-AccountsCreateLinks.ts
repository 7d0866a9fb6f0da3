import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, ref } from './support/columns.js';

export class AccountsCreateLinks implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'accounts_links',
        columns: [
          id(),
          code('token_hash', 64),
          ref('account_id'),
          code('purpose', 12),
          instant('expires_at'),
          instant('used_at', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'accounts_links_token',
            columnNames: ['token_hash'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('accounts_links');
  }
}
