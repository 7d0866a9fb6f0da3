import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, flag, id, instant, ref } from './support/columns.js';

export class SessionsCreateAttendance implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_attendance',
        columns: [
          id(),
          ref('session_id'),
          ref('person_id'),
          code('source', 10),
          flag('is_connected'),
          count('seq'),
          instant('at'),
        ],
        indices: [
          new TableIndex({
            name: 'sessions_attendance_session',
            columnNames: ['session_id', 'at'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_attendance');
  }
}
