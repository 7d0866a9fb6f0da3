import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant } from './support/columns.js';

export class AccountsCreateFailedAttempts implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'accounts_failed_attempts',
        columns: [id(), code('subject', 64), instant('failed_at')],
        indices: [
          new TableIndex({
            name: 'accounts_failed_attempts_subject',
            columnNames: ['subject', 'failed_at'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('accounts_failed_attempts');
  }
}
