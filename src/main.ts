import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { DemoLinks } from './demo/sign-in-links.js';
import { SystemClock, TravellingClock } from './platform/clock.js';
import type { AppConfig } from './platform/config/config.js';
import { loadConfig } from './platform/config/load-config.js';
import { claimSqliteFile } from './platform/database/sqlite-file.js';
import { installApiDescription } from './platform/http/api-description.js';
import { createApp } from './platform/http/create-app.js';
import { SharedPort } from './platform/http/http-server.js';
import { Logger } from './platform/logging/logger.js';
import { lanAddresses, lanCertificate, qrOf } from './platform/process/lan.js';
import { readyLines } from './platform/process/ready-lines.js';
import { startProblemOf } from './platform/process/start-problem.js';

const CONSOLE_PATH = '/admin';

async function start(): Promise<void> {
  const { config, secrets } = loadConfig(process.env);
  const releaseFile =
    config.database.kind === 'sqlite'
      ? claimSqliteFile(config.database.file)
      : (): void => undefined;
  const port = new SharedPort();
  const tls = config.http.isLan ? await lanCertificate(config.dataDir) : null;
  const app = await createApp(
    AppModule.with(config, secrets, config.isDemo ? new TravellingClock() : new SystemClock()),
    port,
    { tls, trustedProxies: config.http.trustedProxies },
  );
  installApiDescription(app);
  stopOnSignals(app, releaseFile);
  await app.listen(config.http.port, config.http.host);
  const extra = [...(await demoLines(app, config)), ...(await lanLines(config))];
  process.stdout.write(readyLines(config.http.publicUrl, extra, process.uptime()));
  await mountConsole(app, port);
}

/** The console takes seconds to load, so it comes after everything else answers. */
async function mountConsole(app: NestFastifyApplication, port: SharedPort): Promise<void> {
  try {
    const { createConsole } = await import('../admin/console.js');
    port.mount(CONSOLE_PATH, await createConsole({ app, publicPath: CONSOLE_PATH }));
  } catch (error) {
    app.get(Logger).error('the console could not be loaded; everything else runs', error);
  }
}

async function demoLines(app: NestFastifyApplication, config: AppConfig): Promise<string[]> {
  return config.isDemo ? app.get(DemoLinks).print(config.http.publicUrl, config.http.port) : [];
}

async function lanLines(config: AppConfig): Promise<string[]> {
  const [address] = lanAddresses();
  if (!config.http.isLan || address === undefined) return [];
  const url = `https://${address}:${config.http.port}`;
  return ['', `phones on this network  ${url}`, '', ...(await qrOf(url)).split('\n')];
}

function stopOnSignals(app: NestFastifyApplication, releaseFile: () => void): void {
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
}

start().catch((error: unknown) => {
  const problem = startProblemOf(error, Number(process.env['PORT'] ?? 3000));
  process.stderr.write(`${problem ?? String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
});
