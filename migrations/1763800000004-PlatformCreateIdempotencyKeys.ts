import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, instant, longText } from './support/columns.js';

export class PlatformCreateIdempotencyKeys implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'platform_idempotency_keys',
        columns: [
          id(),
          code('scope', 64),
          code('body_hash', 64),
          count('status', { isNullable: true }),
          longText('answer', { isNullable: true }),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'platform_idempotency_keys_scope',
            columnNames: ['scope'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('platform_idempotency_keys');
  }
}
