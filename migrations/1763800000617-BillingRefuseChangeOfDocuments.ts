import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a document says is frozen when it gets its number; only the picture of it is made later. */
export class BillingRefuseChangeOfDocuments implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const isSqlite = runner.dataSource.options.type === 'better-sqlite3';
    await runner.query(
      isSqlite
        ? `CREATE TRIGGER billing_documents_no_change BEFORE UPDATE ON billing_documents FOR EACH ROW
           WHEN OLD.content IS NOT NEW.content OR OLD.number IS NOT NEW.number OR OLD.seq IS NOT NEW.seq
           BEGIN SELECT RAISE(ABORT, 'issued documents are immutable'); END`
        : `CREATE TRIGGER billing_documents_no_change BEFORE UPDATE ON billing_documents FOR EACH ROW
           IF NOT (OLD.content <=> NEW.content AND OLD.number <=> NEW.number AND OLD.seq <=> NEW.seq) THEN
             SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'issued documents are immutable';
           END IF`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER billing_documents_no_change');
  }
}
