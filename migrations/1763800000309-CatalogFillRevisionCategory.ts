import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies the category out of the content, where no index can reach it. */
export class CatalogFillRevisionCategory implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const isMySql = runner.dataSource.options.type === 'mysql';
    const extracted = "JSON_EXTRACT(content, '$.categoryId')";
    await runner.query(
      `UPDATE catalog_revisions SET category_id = ${isMySql ? `JSON_UNQUOTE(${extracted})` : extracted}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE catalog_revisions SET category_id = ''");
  }
}
