import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every category has its present address among those that lead to it. */
export class CatalogFillCategoryAddresses implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'INSERT INTO catalog_category_addresses (slug, category_id) SELECT slug, id FROM catalog_categories',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM catalog_category_addresses');
  }
}
