import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * MySQL's default collation ignores case and accents, SQLite's does not; ids, tokens and keys need
 * the latter. Tables made from here on inherit it.
 */
export class PlatformCompareByteWise implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (runner.dataSource.options.type !== 'mysql') return;
    await runner.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
  }

  async down(): Promise<void> {
    // The collation of tables that exist does not change with that of the database.
  }
}
