import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AppConfig } from '../config/config.js';
import { type PackedZones, ZoneTable } from '../../shared/time/zone-table.js';

/** The zone table this release ships with; read once, at start. */
export function loadShippedZones(): ZoneTable {
  const load = createRequire(import.meta.url);
  return ZoneTable.fromPacked(load('moment-timezone/data/packed/latest.json') as PackedZones);
}

/**
 * Laws change clocks at a few weeks' notice, sooner than a release reaches every installation: a file
 * `zones.json` beside the data, in the same packed form, takes the place of the shipped table.
 *
 * @throws Error when the file is there and holds no zone table
 */
export function loadZones({ dataDir }: Pick<AppConfig, 'dataDir'>): ZoneTable {
  const file = join(dataDir, 'zones.json');
  if (!existsSync(file)) return loadShippedZones();
  const packed = JSON.parse(readFileSync(file, 'utf8')) as Partial<PackedZones>;
  if (!packed.version || !packed.zones || !packed.links)
    throw new Error(`${file} is no zone table: it needs version, zones and links`);
  return ZoneTable.fromPacked({
    version: packed.version,
    zones: packed.zones,
    links: packed.links,
  });
}
