import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, longText, ref } from './support/columns.js';

export class VettingCreateDecisions implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'vetting_decisions',
        columns: [
          id(),
          ref('application_id'),
          code('from_state', 20),
          code('to_state', 20),
          ref('decided_by'),
          longText('reasons', { isNullable: true }),
          instant('decided_at'),
        ],
        indices: [
          new TableIndex({
            name: 'vetting_decisions_application',
            columnNames: ['application_id'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('vetting_decisions');
  }
}
