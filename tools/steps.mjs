// What `npm start`, `npm test` and `npm run build` share. Only what Node itself brings: this runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NODE_MINIMUM = [20, 19];
const COMPONENT = /\.(tsx|css|svg|woff2?)$|[/\\]components[/\\].*\.ts$/;
const ASSET = /\.(ya?ml|json|bin|ttf|html)$/;

export function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE_MINIMUM[0] || (major === NODE_MINIMUM[0] && minor >= NODE_MINIMUM[1])) return;
  process.stderr.write(
    `Visavis needs Node ${NODE_MINIMUM.join('.')} or newer; this is ${process.versions.node}. Get it from nodejs.org.\n`,
  );
  process.exit(1);
}

/** Installs when the lock file is not the one that was installed. */
export function installWhatIsMissing() {
  step(
    'install',
    ['package-lock.json'],
    () => run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
    join(ROOT, 'node_modules'),
  );
}

/** Builds when a source is newer than what was built from it: server, pages, console. */
export function buildWhatIsStale() {
  buildServerIfStale();
  step('pages', ['web', 'package-lock.json'], buildPages);
  step('console', ['admin', 'package-lock.json'], buildConsole);
}

export function buildServerIfStale() {
  const inputs = [
    'src',
    'admin',
    'migrations',
    'nest-cli.json',
    '.swcrc',
    'tsconfig.json',
    'package-lock.json',
  ];
  step('server', inputs, buildServer);
}

function buildServer() {
  for (const folder of ['src', 'admin', 'migrations'])
    rmSync(join(ROOT, 'dist', folder), { recursive: true, force: true });
  runQuietly(join('node_modules', '.bin', 'nest'), ['build']);
  copyAssets('src', ASSET);
  // The console bundles its components from their sources, when it is built.
  copyAssets('admin', COMPONENT);
}

function buildPages() {
  if (!existsSync(join(ROOT, 'web', 'vite.config.ts'))) return;
  runQuietly(join('node_modules', '.bin', 'vite'), [
    'build',
    '--config',
    'web/vite.config.ts',
    '--logLevel',
    'warn',
  ]);
  runQuietly(join('node_modules', '.bin', 'vite'), [
    'build',
    '--config',
    'web/vite.config.ts',
    '--ssr',
    '--logLevel',
    'warn',
  ]);
}

function buildConsole() {
  const bundler = join(ROOT, 'dist', 'admin', 'build-bundle.js');
  if (existsSync(bundler)) runQuietly(process.execPath, [bundler], { NODE_ENV: 'production' });
}

function copyAssets(folder, kind) {
  cpSync(join(ROOT, folder), join(ROOT, 'dist', folder), {
    recursive: true,
    filter: (source) => statSync(source).isDirectory() || kind.test(source),
  });
}

function step(name, inputs, work, outputFolder = join(ROOT, 'dist')) {
  const stamp = join(outputFolder, `.${name}.stamp`);
  const fingerprint = fingerprintOf(inputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  const begin = Date.now();
  process.stdout.write(`${name} ... `);
  work();
  mkdirSync(outputFolder, { recursive: true });
  writeFileSync(stamp, fingerprint);
  process.stdout.write(`${((Date.now() - begin) / 1000).toFixed(1)} s\n`);
}

function fingerprintOf(inputs) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const input of inputs)
    for (const file of filesUnder(join(ROOT, input))) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function run(command, args, env = {}) {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (result.status !== 0) {
    process.stderr.write(`${command} ${args.join(' ')} failed.\n`);
    process.exit(result.status ?? 1);
  }
}

function runQuietly(command, args, env = {}) {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (result.status === 0) return;
  process.stderr.write(
    `\n${result.stdout}${result.stderr}\n${command} ${args.join(' ')} failed.\n`,
  );
  process.exit(result.status ?? 1);
}

/** Runs a built program in the foreground and passes on how it ended. */
export function become(file, args, env = {}) {
  const child = spawn(process.execPath, ['--enable-source-maps', join(ROOT, file), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  // Ctrl-C reaches the child by itself; whoever stops this process by pid means the child.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
