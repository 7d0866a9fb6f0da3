import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, ref } from './support/columns.js';

export class PlatformCreateHandledEvents implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'platform_handled_events',
        columns: [id(), ref('event_id'), code('handler', 100), instant('handled_at')],
        indices: [
          new TableIndex({
            name: 'platform_handled_events_once',
            columnNames: ['event_id', 'handler'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('platform_handled_events');
  }
}
