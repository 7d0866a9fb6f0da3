import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, instant, json, longText } from './support/columns.js';

export class PlatformCreateOutbox implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'platform_outbox',
        columns: [
          id(),
          code('kind', 8),
          code('name', 100),
          count('version'),
          code('lane', 150),
          code('job_key', 150, { isNullable: true }),
          json('payload'),
          instant('occurred_at'),
          instant('due_at'),
          count('attempts', { default: 0 }),
          instant('leased_until', { isNullable: true }),
          instant('done_at', { isNullable: true }),
          instant('failed_at', { isNullable: true }),
          longText('last_error', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'platform_outbox_job_key',
            columnNames: ['job_key'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'platform_outbox_due',
            columnNames: ['done_at', 'failed_at', 'due_at'],
          }),
          new TableIndex({ name: 'platform_outbox_lane', columnNames: ['lane', 'done_at'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('platform_outbox');
  }
}
