import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import type { AppConfig, Secrets } from '../../src/platform/config/config.js';
import { loadConfig } from '../../src/platform/config/load-config.js';

/** A store of its own for one test file, with everything a program needs to run on it. */
export interface TestStore {
  readonly config: AppConfig;
  readonly secrets: Secrets;
  /** The variables a process of its own would be started with. */
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

export type StoreKind = 'SQLite' | 'MariaDB';

/** The stores this run has: SQLite always, MariaDB where `npm test` found one. */
export const STORES: readonly StoreKind[] = process.env['TEST_MYSQL_URL']
  ? ['SQLite', 'MariaDB']
  : ['SQLite'];

export async function createTestStore(
  kind: StoreKind,
  overrides: Readonly<Record<string, string>> = {},
): Promise<TestStore> {
  const dataDir = mkdtempSync(join(tmpdir(), 'visavis-test-'));
  const database = kind === 'MariaDB' ? await createMariaDb() : null;
  const env = {
    DATA_DIR: dataDir,
    DEMO: '0',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    APP_SECRET: 'a secret of forty characters for testing',
    ...(database ? { DATABASE_URL: database.url } : {}),
    ...overrides,
  };
  const { config, secrets } = loadConfig(env);
  return {
    config,
    secrets,
    env,
    remove: async () => {
      await database?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function createMariaDb(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env['TEST_MYSQL_URL'];
  if (!server) throw new Error('this run has no MariaDB');
  const name = `visavis_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  return { url: new URL(name, server).href, drop: () => onServer(server, `DROP DATABASE ${name}`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const connection = await mysql.createConnection(url);
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}
