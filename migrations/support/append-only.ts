import type { QueryRunner } from 'typeorm';

/** Makes the store refuse to change, or to delete, rows of a table. Part of the migrations that used it: never change it. */
export async function refuseChange(
  runner: QueryRunner,
  table: string,
  change: 'UPDATE' | 'DELETE',
): Promise<void> {
  const said = `${table} is append-only`;
  const isSqlite = runner.dataSource.options.type === 'better-sqlite3';
  const refuse = isSqlite
    ? `BEGIN SELECT RAISE(ABORT, '${said}'); END`
    : `SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${said}'`;
  await runner.query(
    `CREATE TRIGGER ${triggerOf(table, change)} BEFORE ${change} ON ${table} FOR EACH ROW ${refuse}`,
  );
}

export async function allowChange(
  runner: QueryRunner,
  table: string,
  change: 'UPDATE' | 'DELETE',
): Promise<void> {
  await runner.query(`DROP TRIGGER ${triggerOf(table, change)}`);
}

function triggerOf(table: string, change: 'UPDATE' | 'DELETE'): string {
  return `${table}_no_${change.toLowerCase()}`;
}
