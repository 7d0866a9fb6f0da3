import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, flag, id, instant, ref } from './support/columns.js';

export class SessionsCreateRecordingConsents implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_recording_consents',
        columns: [
          id(),
          ref('session_id'),
          ref('person_id'),
          code('purpose', 12),
          flag('has_agreed'),
          code('wording', 24),
          code('language', 12),
          instant('at'),
        ],
        indices: [
          new TableIndex({
            name: 'sessions_recording_consents_session',
            columnNames: ['session_id'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_recording_consents');
  }
}
