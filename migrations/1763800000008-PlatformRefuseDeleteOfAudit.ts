import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looked at what and who decided what must be readable later as it happened, even by those it speaks of. */
export class PlatformRefuseDeleteOfAudit implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const isSqlite = runner.connection.options.type === 'better-sqlite3';
    const refuse = isSqlite
      ? "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
      : "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit log is append-only'";
    await runner.query(
      `CREATE TRIGGER platform_audit_no_delete BEFORE DELETE ON platform_audit FOR EACH ROW ${refuse}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER platform_audit_no_delete');
  }
}
