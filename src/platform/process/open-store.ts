import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { loadConfig } from '../config/load-config.js';
import { databaseOptions } from '../database/database-options.js';
import { createDataSource } from '../database/serial-sqlite.js';

/**
 * Opens the store of this installation for a command that reads beside the running program.
 * Migrations are not run: a command never changes what it checks.
 */
export async function openStore(
  records: readonly EntityTarget<ObjectLiteral>[],
): Promise<DataSource> {
  const { config, secrets } = loadConfig(process.env);
  const options = await databaseOptions(config, secrets);
  return createDataSource({ ...options, entities: [...records] as never }).initialize();
}
