import { createRequire } from 'node:module';
import { type PackedZones, ZoneTable } from '../../shared/time/zone-table.js';

/** The zone table this release ships with; read once, at start. */
export function loadShippedZones(): ZoneTable {
  const load = createRequire(import.meta.url);
  return ZoneTable.fromPacked(load('moment-timezone/data/packed/latest.json') as PackedZones);
}
