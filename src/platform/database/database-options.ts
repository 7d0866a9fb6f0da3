import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import libsql from 'libsql';
import type { DataSourceOptions } from 'typeorm';
import type { AppConfig, Secrets } from '../config/config.js';
import { loadMigrations } from './load-migrations.js';
import { keepPrepared } from './prepared-statements.js';

interface SqliteConnection {
  defaultSafeIntegers(isOn: boolean): unknown;
  pragma(text: string): unknown;
  prepare(text: string): object;
}

/** Connection options of the chosen store; records are added by the modules that own them. */
export async function databaseOptions(
  config: AppConfig,
  secrets: Secrets,
): Promise<DataSourceOptions> {
  const shared = {
    migrations: await loadMigrations(),
    migrationsTableName: 'platform_migrations',
    // One DDL statement per migration: MySQL commits each at once, so a transaction around them would promise too much.
    migrationsTransactionMode: 'each' as const,
    synchronize: false,
    logging: false as const,
  };
  if (config.database.kind === 'mysql') {
    return {
      ...shared,
      type: 'mysql',
      url: (secrets.databaseUrl ?? '').replace(/^mariadb:/, 'mysql:'),
      charset: 'utf8mb4',
      timezone: 'Z',
      supportBigNumbers: true,
      bigNumberStrings: true,
      extra: { connectionLimit: config.database.poolSize },
    };
  }
  mkdirSync(dirname(config.database.file), { recursive: true });
  return {
    ...shared,
    type: 'better-sqlite3',
    driver: libsql,
    database: config.database.file,
    enableWAL: true,
    // Statements are kept with the connection, see keepPrepared.
    statementCacheSize: 0,
    prepareDatabase: (connection: SqliteConnection) => {
      // Amounts beyond 2^53 would be rounded before any column transformer sees them.
      connection.defaultSafeIntegers(true);
      // A commit that was acknowledged must survive a power cut.
      connection.pragma('synchronous = FULL');
      keepPrepared(connection);
    },
  };
}
