import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, count, id, instant, ref, text } from './support/columns.js';

export class PlatformCreateUploads implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'platform_uploads',
        columns: [
          id(),
          ref('owner_id'),
          text('file_name', 200),
          code('content_type', 100),
          count('size_bytes'),
          instant('uploaded_at'),
        ],
        indices: [new TableIndex({ name: 'platform_uploads_owner', columnNames: ['owner_id'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('platform_uploads');
  }
}
