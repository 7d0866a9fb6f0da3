import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, flag, id, ref } from './support/columns.js';

export class SessionsCreateRecordingFiles implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_recording_files',
        columns: [
          id(),
          ref('recording_id'),
          ref('person_id'),
          code('kind', 8),
          code('storage_key', 120),
          count('size_kib'),
          code('sha256', 64),
          count('pictures'),
          count('sounds'),
          count('width'),
          count('height'),
          flag('has_sound'),
        ],
        indices: [
          new TableIndex({
            name: 'sessions_recording_files_once',
            columnNames: ['recording_id', 'person_id', 'kind'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_recording_files');
  }
}
