import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, json, longText, ref } from './support/columns.js';

export class VettingCreateApplications implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'vetting_applications',
        columns: [
          id(),
          ref('account_id'),
          ref('category_id'),
          code('state', 20),
          longText('about'),
          json('answers'),
          json('evidence'),
          json('requirements'),
          json('listing'),
          longText('reasons', { isNullable: true }),
          ref('decided_by', { isNullable: true }),
          instant('submitted_at', { isNullable: true }),
          instant('decided_at', { isNullable: true }),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'vetting_applications_account',
            columnNames: ['account_id'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'vetting_applications_state',
            columnNames: ['state', 'submitted_at'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('vetting_applications');
  }
}
