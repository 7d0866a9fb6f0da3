import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An issued number cannot be taken back: a document is corrected by a credit note. */
export class BillingRefuseDeleteOfDocuments implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const isSqlite = runner.dataSource.options.type === 'better-sqlite3';
    const refuse = isSqlite
      ? "BEGIN SELECT RAISE(ABORT, 'documents are never deleted'); END"
      : "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'documents are never deleted'";
    await runner.query(
      `CREATE TRIGGER billing_documents_no_delete BEFORE DELETE ON billing_documents FOR EACH ROW ${refuse}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER billing_documents_no_delete');
  }
}
