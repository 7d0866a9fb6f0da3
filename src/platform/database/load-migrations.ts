import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { MigrationInterface } from 'typeorm';

type MigrationClass = new () => MigrationInterface;

/** `dist/migrations` beside the built program, `migrations` beside the sources under test. */
const DIRECTORY = fileURLToPath(new URL('../../../migrations', import.meta.url));

/**
 * Loads every migration by its file name, `<epoch ms>-<Module><Change>`. TypeORM orders them by the
 * number in the class name, so it is taken from the file and not written twice.
 */
export async function loadMigrations(): Promise<MigrationClass[]> {
  const files = readdirSync(DIRECTORY)
    .filter((file) => /^\d{13}-\w+\.(js|ts)$/.test(file))
    .sort();
  const migrations: MigrationClass[] = [];
  for (const file of files) {
    const loaded = (await import(pathToFileURL(join(DIRECTORY, file)).href)) as Record<
      string,
      MigrationClass
    >;
    migrations.push(named(file, loaded));
  }
  return migrations;
}

function named(file: string, loaded: Record<string, MigrationClass>): MigrationClass {
  const [epochMs, change] = file.replace(/\.(js|ts)$/, '').split('-') as [string, string];
  const migration = loaded[change];
  if (!migration) throw new Error(`${file} must export a class called ${change}`);
  Object.defineProperty(migration, 'name', { value: `${change}${epochMs}` });
  return migration;
}
