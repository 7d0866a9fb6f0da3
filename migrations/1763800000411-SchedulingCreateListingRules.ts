import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { instant, json, ref } from './support/columns.js';

export class SchedulingCreateListingRules implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'scheduling_listing_rules',
        columns: [
          ref('listing_id', { isPrimary: true }),
          ref('expert_id'),
          json('rules'),
          instant('changed_at'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scheduling_listing_rules');
  }
}
