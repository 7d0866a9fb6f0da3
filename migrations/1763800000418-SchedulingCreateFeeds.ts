import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { instant, ref } from './support/columns.js';

export class SchedulingCreateFeeds implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'scheduling_feeds',
        columns: [
          ref('person_id', { isPrimary: true }),
          ref('feed_id', { isUnique: true }),
          instant('created_at'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scheduling_feeds');
  }
}
