import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, json } from './support/columns.js';

export class TaxCreateDecisions implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'tax_decisions',
        columns: [
          id(),
          code('decision_key', 150),
          code('kind', 12),
          code('question_hash', 64),
          json('facts'),
          json('result'),
          instant('decided_at'),
        ],
        indices: [
          new TableIndex({
            name: 'tax_decisions_key',
            columnNames: ['decision_key'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('tax_decisions');
  }
}
