import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { demoData } from './demo-data.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const START_LIMIT_MS = 180_000;

/** The built program in a process of its own, as people start it. */
export interface Program {
  readonly port: number;
  /** Of the process that runs now. */
  pid(): number;
  readonly dataDir: string;
  /** What it printed so far. */
  output(): string;
  /** `http://<name>.localhost:<port>`: each name has cookies of its own. */
  origin(name: string): string;
  /** The printed link that signs somebody in, "learner, Arabic". It works once. */
  signInLink(who: string): string;
  /** Runs a command of the built program on the same data. @returns its exit code and what it printed */
  command(file: string, ...args: string[]): Promise<{ code: number; output: string }>;
  /** Ends it without warning, as a power cut does. */
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  restart(): Promise<void>;
  remove(): Promise<void>;
}

/** On a store of its own, or on one that is there already where `DATA_DIR` says so. */
export async function startProgram(env: Readonly<Record<string, string>> = {}): Promise<Program> {
  const dataDir = env['DATA_DIR'] ?? (await demoData(env, liveOnce));
  return startOn(dataDir, env);
}

async function liveOnce(dataDir: string): Promise<void> {
  await (await startOn(dataDir, {})).stop();
}

async function startOn(
  dataDir: string,
  env: Readonly<Record<string, string>>,
): Promise<Program & { stop(): Promise<void> }> {
  const port = await freePort();
  const variables = {
    ...process.env,
    LOG_LEVEL: 'warn',
    ...env,
    DATA_DIR: dataDir,
    PORT: String(port),
  };
  let printed = '';
  let child = await launch();

  async function launch(): Promise<ChildProcess> {
    printed = '';
    const started = spawn(process.execPath, [join(ROOT, 'dist/src/main.js')], {
      cwd: ROOT,
      env: variables,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const take = (bytes: Buffer): void => void (printed += bytes.toString());
    started.stdout.on('data', take);
    started.stderr.on('data', take);
    const deadline = Date.now() + START_LIMIT_MS;
    while (!printed.includes('Visavis is ready')) {
      if (started.exitCode !== null || Date.now() > deadline)
        throw new Error(`the program did not start:\n${printed}`);
      await sleep(100);
    }
    return started;
  }

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  };

  return {
    port,
    dataDir,
    output: () => printed,
    origin: (name) => `http://${name}.localhost:${port}`,
    pid: () => child.pid ?? 0,
    signInLink: (who) => {
      const link = new RegExp(`${who}\\s+(http://\\S+/sign-in/link/\\S+)`).exec(printed)?.[1];
      if (link === undefined) throw new Error(`no link was printed for ${who}`);
      return link;
    },
    command: (file, ...args) => runCommand(join(ROOT, file), args, variables),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    restart: async () => {
      child = await launch();
    },
    remove: async () => {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function runCommand(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: ROOT, env });
    let output = '';
    child.stdout.on('data', (bytes: Buffer) => void (output += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => void (output += bytes.toString()));
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
