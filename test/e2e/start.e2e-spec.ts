import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProgram } from '../support/program.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Starts the built program and waits for it to give up. */
function failingStart(env: Readonly<Record<string, string>>): {
  code: number | null;
  error: string;
} {
  const dataDir = env['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'visavis-start-'));
  try {
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/src/main.js')], {
      env: { PATH: process.env['PATH'] ?? '', DEMO: '0', ...env, DATA_DIR: dataDir },
      encoding: 'utf8',
      timeout: 60_000,
    });
    return { code: status, error: stderr.trim() };
  } finally {
    if (!env['DATA_DIR']) rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Runs a command as another version of Node would, by telling it so before anything else. */
function asNode(version: string, command: string): { code: number | null; error: string } {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, join(ROOT, command)],
    { env: { PATH: process.env['PATH'] ?? '' }, encoding: 'utf8', timeout: 60_000 },
  );
  return { code: status, error: stderr.trim() };
}

describe('starting', () => {
  it.each(['tools/start.mjs', 'tools/test.mjs'])(
    'says in one sentence that Node is too old, before it installs anything: %s',
    (command) => {
      const { code, error } = asNode('20.18.3', command);
      expect(code).toBe(1);
      expect(error).toBe(
        'Visavis needs Node 20.19 or newer; this is 20.18.3. Get it from nodejs.org.',
      );
    },
  );

  it('says in one sentence that the port is in use', async () => {
    const { server, port } = await listening();
    const { code, error } = failingStart({ PORT: String(port) });
    server.close();
    expect(code).toBe(1);
    expect(error).toBe(
      `Port ${port} is in use by another program: stop it, or choose another with PORT=3001 npm start.`,
    );
  }, 90_000);

  it('says in one sentence that the data file is damaged, and leaves it as it is', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'visavis-damaged-'));
    writeFileSync(join(dataDir, 'visavis.db'), 'this is not a database, it only says so');
    const { code, error } = failingStart({ DATA_DIR: dataDir, PORT: '0' });
    rmSync(dataDir, { recursive: true, force: true });
    expect(code).toBe(1);
    expect(error).toMatch(
      /^The data file .*visavis\.db is damaged: restore a backup, or move it away to start with an empty one\.$/,
    );
  }, 90_000);

  it('lists everything that is wrong with its settings at once', () => {
    const { code, error } = failingStart({
      NODE_ENV: 'production',
      PORT: 'eighty',
      COMMISSION_PERCENT: 'a fifth',
      REDIS_URL: 'redis://127.0.0.1',
    });
    expect(code).toBe(1);
    expect(error).toMatch(/PORT must be a whole number/);
    expect(error).toMatch(/COMMISSION_PERCENT must be a rate/);
    expect(error).toMatch(/APP_SECRET is missing/);
    expect(error).toMatch(/copies cannot share an SQLite file/);
  }, 90_000);

  it('refuses a second copy on the same data file, and ends cleanly when asked to', async () => {
    const program = await startProgram({ DEMO: '0' });
    const second = failingStart({ DATA_DIR: program.dataDir, PORT: '0' });
    expect(second.error).toMatch(
      /^Visavis already runs on .*: stop it first, or set DATA_DIR to another folder\.$/,
    );
    await program.remove();
  }, 120_000);
});

function listening(): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve({ server, port: address.port });
    });
  });
}
