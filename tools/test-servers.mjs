// The servers that a part of the suite needs, started on loopback where their programs are installed and ended with the run.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_LIMIT_MS = 30_000;
/** The same as in `.ci/run`, which builds it. */
const LIVEKIT_VERSION = 'v1.13.5';
/** For a server on loopback that ends with the run. */
const LIVEKIT_KEY = 'devkey';
const LIVEKIT_SECRET = 'a secret of a server that lives for one run';
const CHROMIUM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @returns where a Chromium is installed; undefined where none is */
export function findChromium() {
  return process.env.CHROMIUM_PATH ?? CHROMIUM_PLACES.find((place) => existsSync(place));
}

/**
 * @returns the variables the tests read, what is missing and why, whether everything is there that must be
 *   (`OPTIONAL_SERVERS` names what need not), and a function that ends what was started
 */
export async function startTestServers() {
  const env = {};
  const missing = [];
  const optional = (process.env.OPTIONAL_SERVERS ?? '').split(',');
  let isWhole = true;
  const endings = [];
  const chromium = findChromium();
  if (chromium) env.CHROMIUM_PATH = chromium;
  else {
    missing.push('journeys in real browsers: no Chromium found (install it, or set CHROMIUM_PATH)');
    isWhole = false;
  }
  for (const [name, variable, start] of [
    ['MariaDB', 'TEST_MYSQL_URL', startMariaDb],
    ['Redis', 'TEST_REDIS_URL', startRedis],
    ['LiveKit', 'TEST_LIVEKIT_URL', startLiveKit],
  ]) {
    const started = process.env[variable] ? { url: process.env[variable] } : await start();
    if (started.url) Object.assign(env, { [variable]: started.url }, started.env);
    else {
      missing.push(`tests on ${name}: ${started.reason} (install it, or set ${variable})`);
      isWhole &&= optional.includes(name);
    }
    if (started.end) endings.push(started.end);
  }
  return {
    env,
    missing,
    isWhole,
    end: async () => void (await Promise.all(endings.map((end) => end()))),
  };
}

async function startMariaDb() {
  const program = find('mariadbd') ?? find('mysqld');
  const installer = find('mariadb-install-db');
  if (!program || !installer) return { reason: 'mariadbd is not installed' };
  const folder = mkdtempSync(join(tmpdir(), 'visavis-mariadb-'));
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const made = spawnSync(
    installer,
    [
      '--no-defaults',
      `--datadir=${folder}/data`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...user,
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0)
    return { reason: `its data folder could not be made: ${made.stderr.split('\n')[0]}` };
  const port = await freePort();
  const server = spawn(
    program,
    [
      '--no-defaults',
      `--datadir=${folder}/data`,
      `--socket=${folder}/socket`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--max-connections=300',
      // What the tests keep here is thrown away: nothing has to survive the machine, so no statement waits for the disk.
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-doublewrite=0',
      ...user,
    ],
    { stdio: 'ignore' },
  );
  return serving(server, port, `mysql://root@127.0.0.1:${port}/`, folder);
}

async function startRedis() {
  const program = find('redis-server');
  if (!program) return { reason: 'redis-server is not installed' };
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'visavis-redis-'));
  const server = spawn(
    program,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
    { stdio: 'ignore' },
  );
  return serving(server, port, `redis://127.0.0.1:${port}`, folder);
}

/** Its webhooks go to a fixed address, where the tests that want them listen. */
async function startLiveKit() {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const program =
    find('livekit-server') ??
    [join(cache, 'visavis', `livekit-server-${LIVEKIT_VERSION}`)].find((path) => existsSync(path));
  if (!program) return { reason: 'livekit-server is not installed' };
  const [port, udpPort, tcpPort, webhookPort] = await freePorts(4);
  const folder = mkdtempSync(join(tmpdir(), 'visavis-livekit-'));
  const settings = {
    port,
    bind_addresses: ['127.0.0.1'],
    keys: { [LIVEKIT_KEY]: LIVEKIT_SECRET },
    rtc: {
      udp_port: udpPort,
      tcp_port: tcpPort,
      node_ip: '127.0.0.1',
      use_external_ip: false,
      enable_loopback_candidate: true,
    },
    // A room that was closed stays closed, also for whoever still has a token.
    room: { auto_create: false },
    webhook: {
      api_key: LIVEKIT_KEY,
      urls: [`http://127.0.0.1:${webhookPort}/api/webhooks/livekit`],
    },
    logging: { level: 'error' },
  };
  writeFileSync(join(folder, 'livekit.json'), JSON.stringify(settings));
  const server = spawn(program, ['--config', join(folder, 'livekit.json')], { stdio: 'ignore' });
  const served = await serving(server, port, `ws://127.0.0.1:${port}`, folder);
  const env = {
    TEST_LIVEKIT_KEY: LIVEKIT_KEY,
    TEST_LIVEKIT_SECRET: LIVEKIT_SECRET,
    TEST_LIVEKIT_WEBHOOK_PORT: String(webhookPort),
  };
  return { ...served, env };
}

async function serving(server, port, url, folder) {
  const end = async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    if (server.exitCode === null && server.kill('SIGTERM'))
      await Promise.race([gone, sleep(5_000)]);
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    if (server.exitCode !== null)
      return { reason: `it ended at once with code ${server.exitCode}`, end };
    if (await answers(port)) return { url, end };
    await sleep(100);
  }
  return { reason: `it did not answer within ${START_LIMIT_MS / 1000} s`, end };
}

function find(program) {
  return (process.env.PATH ?? '')
    .split(':')
    .concat('/usr/sbin')
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => socket.end(() => resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

/** All different, because each is kept until the last is found. */
function freePorts(count) {
  return Promise.all(Array.from({ length: count }, freePort));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
