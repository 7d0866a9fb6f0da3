import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, instant, json, longText } from './support/columns.js';

export class PlatformCreateWorkflowRuns implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'platform_workflow_runs',
        columns: [
          id(),
          code('name', 50),
          code('run_key', 150),
          code('state', 10),
          count('steps_done', { default: 0 }),
          json('input'),
          json('results'),
          longText('last_error', { isNullable: true }),
          instant('started_at'),
          instant('changed_at'),
        ],
        indices: [
          new TableIndex({
            name: 'platform_workflow_runs_key',
            columnNames: ['name', 'run_key'],
            isUnique: true,
          }),
          new TableIndex({ name: 'platform_workflow_runs_state', columnNames: ['state'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('platform_workflow_runs');
  }
}
