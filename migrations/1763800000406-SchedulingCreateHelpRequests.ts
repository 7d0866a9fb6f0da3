import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, instant, json, longText, ref } from './support/columns.js';

export class SchedulingCreateHelpRequests implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'scheduling_help_requests',
        columns: [
          id(),
          code('idempotency_key', 100),
          ref('learner_id'),
          ref('open_learner_id', { isNullable: true }),
          ref('listing_id'),
          code('state', 12),
          longText('problem'),
          ref('photo_file_id', { isNullable: true }),
          code('language', 8),
          count('ceiling_minutes'),
          json('candidates'),
          count('next_candidate'),
          ref('current_ring_id', { isNullable: true }),
          ref('payment_id', { isNullable: true }),
          code('failure_code', 100, { isNullable: true }),
          ref('appointment_id', { isNullable: true }),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'scheduling_help_requests_key',
            columnNames: ['learner_id', 'idempotency_key'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'scheduling_help_requests_open',
            columnNames: ['open_learner_id'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'scheduling_help_requests_appointment',
            columnNames: ['appointment_id'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scheduling_help_requests');
  }
}
