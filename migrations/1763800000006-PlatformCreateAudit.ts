import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, json, ref } from './support/columns.js';

export class PlatformCreateAudit implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'platform_audit',
        columns: [
          id(),
          instant('at'),
          ref('actor_id'),
          code('action', 100),
          code('subject_kind', 60),
          ref('subject_id', { isNullable: true }),
          json('facts'),
        ],
        indices: [
          new TableIndex({ name: 'platform_audit_actor', columnNames: ['actor_id'] }),
          new TableIndex({
            name: 'platform_audit_subject',
            columnNames: ['subject_kind', 'subject_id'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('platform_audit');
  }
}
