import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, longText, ref } from './support/columns.js';

export class SessionsCreateReports implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_reports',
        columns: [
          id(),
          ref('session_id'),
          ref('reported_by'),
          code('reason', 24),
          longText('text'),
          code('state', 12),
          instant('reported_at'),
          instant('closed_at', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'sessions_reports_once',
            columnNames: ['session_id', 'reported_by'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_reports');
  }
}
