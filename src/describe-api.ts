import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from './app.module.js';
import { SystemClock } from './platform/clock.js';
import { loadConfig } from './platform/config/load-config.js';
import { describeApi } from './platform/http/api-description.js';
import { createApp } from './platform/http/create-app.js';
import { SharedPort } from './platform/http/http-server.js';

/** Writes the description of the API to the file that is named; the types of the pages are generated from it. */
async function main([file]: readonly string[]): Promise<void> {
  if (file === undefined) throw new Error('name the file to write');
  const dataDir = mkdtempSync(join(tmpdir(), 'visavis-api-'));
  try {
    const { config, secrets } = loadConfig({ DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'error' });
    const app = await createApp(
      AppModule.with(config, secrets, new SystemClock()),
      new SharedPort(),
    );
    writeFileSync(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
    await app.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await main(process.argv.slice(2));
process.exit(0);
