import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, flag, id, instant, json, text } from './support/columns.js';

export class AccountsCreateAccounts implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'accounts_accounts',
        columns: [
          id(),
          text('email', 320),
          instant('email_verified_at', { isNullable: true }),
          text('password_hash', 200, { isNullable: true }),
          text('display_name', 60),
          code('country', 2),
          code('language', 8),
          code('time_zone', 60),
          json('roles'),
          flag('is_demo'),
          text('totp_secret', 200, { isNullable: true }),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'accounts_accounts_email',
            columnNames: ['email'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('accounts_accounts');
  }
}
