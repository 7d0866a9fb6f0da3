import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { SystemClock } from './platform/clock.js';
import { loadConfig } from './platform/config/load-config.js';
import { claimSqliteFile } from './platform/database/sqlite-file.js';
import { createApp } from './platform/http/create-app.js';
import { SharedPort } from './platform/http/http-server.js';
import { startProblemOf } from './platform/process/start-problem.js';

async function start(): Promise<void> {
  const { config, secrets } = loadConfig(process.env);
  const releaseFile =
    config.database.kind === 'sqlite'
      ? claimSqliteFile(config.database.file)
      : (): void => undefined;
  const port = new SharedPort();
  const app = await createApp(AppModule.with(config, secrets, new SystemClock()), port, null);
  const stop = (): void => {
    void app
      .close()
      .finally(releaseFile)
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await app.listen(config.http.port, config.http.host);
  process.stdout.write(`ready ${config.http.publicUrl}\n`);
}

start().catch((error: unknown) => {
  const problem = startProblemOf(error, Number(process.env['PORT'] ?? 3000));
  process.stderr.write(`${problem ?? String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
});
