import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger is append-only: a mistake is corrected by its mirror. */
export class BillingRefuseDeleteOfPostings implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const isSqlite = runner.dataSource.options.type === 'better-sqlite3';
    const refuse = isSqlite
      ? "BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END"
      : "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'postings are append-only'";
    await runner.query(
      `CREATE TRIGGER billing_postings_no_delete BEFORE DELETE ON billing_postings FOR EACH ROW ${refuse}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER billing_postings_no_delete');
  }
}
