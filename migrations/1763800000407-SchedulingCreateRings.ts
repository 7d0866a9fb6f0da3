import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, instant, json, ref } from './support/columns.js';

export class SchedulingCreateRings implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'scheduling_rings',
        columns: [
          id(),
          ref('help_request_id'),
          ref('appointment_id'),
          ref('expert_id'),
          ref('listing_id'),
          code('state', 10),
          instant('started_at'),
          instant('ends_at'),
          instant('ended_at', { isNullable: true }),
          count('ceiling_minutes'),
          json('offer'),
        ],
        indices: [
          new TableIndex({ name: 'scheduling_rings_request', columnNames: ['help_request_id'] }),
          new TableIndex({ name: 'scheduling_rings_expert', columnNames: ['expert_id', 'state'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scheduling_rings');
  }
}
