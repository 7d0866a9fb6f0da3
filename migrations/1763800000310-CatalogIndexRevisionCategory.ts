import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CatalogIndexRevisionCategory implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX catalog_revisions_category ON catalog_revisions (category_id, state)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      runner.dataSource.options.type === 'mysql'
        ? 'DROP INDEX catalog_revisions_category ON catalog_revisions'
        : 'DROP INDEX catalog_revisions_category',
    );
  }
}
