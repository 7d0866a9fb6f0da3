import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, flag, id, instant, longText, minor, ref, text } from './support/columns.js';

export class SessionsCreateSessions implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_sessions',
        columns: [
          id(),
          code('source_kind', 16),
          ref('source_id'),
          ref('appointment_id'),
          ref('listing_id'),
          ref('learner_id'),
          ref('expert_id'),
          text('listing_title', 120),
          longText('problem'),
          code('state', 12),
          code('price_model', 12),
          minor('unit_minor'),
          code('currency', 3),
          count('free_minutes'),
          count('ceiling_seconds'),
          minor('ceiling_minor', { isNullable: true }),
          ref('payment_id', { isNullable: true }),
          flag('expert_is_generated'),
          instant('opens_at'),
          instant('wait_until'),
          flag('learner_came'),
          flag('expert_came'),
          instant('grace_ends_at', { isNullable: true }),
          instant('goodbye_ends_at', { isNullable: true }),
          instant('running_seen_at', { isNullable: true }),
          instant('ended_at', { isNullable: true }),
          code('end_reason', 24, { isNullable: true }),
          code('meter_salt', 64),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'sessions_sessions_source',
            columnNames: ['source_kind', 'source_id'],
            isUnique: true,
          }),
          new TableIndex({ name: 'sessions_sessions_state', columnNames: ['state'] }),
          new TableIndex({ name: 'sessions_sessions_learner', columnNames: ['learner_id'] }),
          new TableIndex({ name: 'sessions_sessions_expert', columnNames: ['expert_id'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_sessions');
  }
}
