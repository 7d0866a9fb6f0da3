import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { id, ref } from './support/columns.js';

export class PlatformCreateUploadReaders implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'platform_upload_readers',
        columns: [id(), ref('upload_id'), ref('person_id')],
        indices: [
          new TableIndex({
            name: 'platform_upload_readers_once',
            columnNames: ['upload_id', 'person_id'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('platform_upload_readers');
  }
}
