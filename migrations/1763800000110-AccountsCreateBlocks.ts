import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { id, instant, ref } from './support/columns.js';

export class AccountsCreateBlocks implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'accounts_blocks',
        columns: [id(), ref('blocker_id'), ref('blocked_id'), instant('blocked_at')],
        indices: [
          new TableIndex({
            name: 'accounts_blocks_once',
            columnNames: ['blocker_id', 'blocked_id'],
            isUnique: true,
          }),
          new TableIndex({ name: 'accounts_blocks_blocked', columnNames: ['blocked_id'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('accounts_blocks');
  }
}
