import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, json, ref, text } from './support/columns.js';

export class SessionsCreateDeletionCertificates implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_deletion_certificates',
        columns: [
          id(),
          ref('session_id'),
          ref('recording_id', { isUnique: true }),
          code('purpose', 12),
          json('files'),
          code('cause', 24),
          text('rule', 160),
          instant('deleted_at'),
        ],
        indices: [
          new TableIndex({
            name: 'sessions_deletion_certificates_session',
            columnNames: ['session_id'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_deletion_certificates');
  }
}
