import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, longText, ref } from './support/columns.js';

export class NotificationsCreatePushDevices implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'notifications_push_devices',
        columns: [
          id(),
          ref('person_id'),
          ref('sign_in_id'),
          code('endpoint_hash', 64),
          longText('endpoint'),
          code('p256dh', 100),
          code('auth', 30),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'notifications_push_devices_endpoint',
            columnNames: ['endpoint_hash'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'notifications_push_devices_person',
            columnNames: ['person_id'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('notifications_push_devices');
  }
}
