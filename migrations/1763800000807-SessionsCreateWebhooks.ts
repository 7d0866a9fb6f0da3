import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, longText } from './support/columns.js';

export class SessionsCreateWebhooks implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_webhooks',
        columns: [
          id(),
          code('provider', 10),
          code('provider_event_id', 100),
          code('room_id', 64),
          longText('body'),
          instant('received_at'),
        ],
        indices: [
          new TableIndex({
            name: 'sessions_webhooks_once',
            columnNames: ['provider', 'provider_event_id'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_webhooks');
  }
}
