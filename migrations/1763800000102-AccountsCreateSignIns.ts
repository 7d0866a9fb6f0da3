import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, ref } from './support/columns.js';

export class AccountsCreateSignIns implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'accounts_sign_ins',
        columns: [
          id(),
          code('token_hash', 64),
          ref('account_id'),
          code('audience', 8),
          instant('created_at'),
          instant('expires_at'),
          instant('ended_at', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'accounts_sign_ins_token',
            columnNames: ['token_hash'],
            isUnique: true,
          }),
          new TableIndex({ name: 'accounts_sign_ins_account', columnNames: ['account_id'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('accounts_sign_ins');
  }
}
