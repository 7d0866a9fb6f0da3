import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, instant, json, ref, text } from './support/columns.js';

export class SessionsCreateRecordings implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_recordings',
        columns: [
          id(),
          ref('session_id'),
          code('purpose', 12),
          code('state', 12),
          code('active_key', 60, { isNullable: true }),
          count('segments'),
          count('attempts'),
          code('media', 10),
          json('handle', { isNullable: true }),
          instant('base_at'),
          instant('started_at', { isNullable: true }),
          instant('ended_at', { isNullable: true }),
          code('end_reason', 24, { isNullable: true }),
          code('failure', 40, { isNullable: true }),
          count('duration_ms', { isNullable: true }),
          json('gaps', { isNullable: true }),
          instant('keep_until', { isNullable: true }),
          text('keep_rule', 160, { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'sessions_recordings_active',
            columnNames: ['active_key'],
            isUnique: true,
          }),
          new TableIndex({ name: 'sessions_recordings_session', columnNames: ['session_id'] }),
          new TableIndex({ name: 'sessions_recordings_due', columnNames: ['state', 'keep_until'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_recordings');
  }
}
