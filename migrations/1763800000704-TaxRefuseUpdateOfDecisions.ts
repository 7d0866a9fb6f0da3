import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A decision is what a document rests on: it is never changed, only reversed by another document. */
export class TaxRefuseUpdateOfDecisions implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const isSqlite = runner.connection.options.type === 'better-sqlite3';
    const refuse = isSqlite
      ? "BEGIN SELECT RAISE(ABORT, 'tax decisions are immutable'); END"
      : "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'tax decisions are immutable'";
    await runner.query(
      `CREATE TRIGGER tax_decisions_no_update BEFORE UPDATE ON tax_decisions FOR EACH ROW ${refuse}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER tax_decisions_no_update');
  }
}
