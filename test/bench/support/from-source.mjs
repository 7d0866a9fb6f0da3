// A bench in TypeScript on the sources, in a process of its own.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../../../tools/test-servers.mjs';

const MARK = 'FIGURES ';
const THIS_FILE = fileURLToPath(import.meta.url);

/** @returns what the exported `run` of the file gave back */
export async function runFromSource(root, file, { args = [], limitMs }) {
  const child = spawn(process.execPath, [THIS_FILE, file, JSON.stringify(args)], {
    cwd: root,
    env: { ...process.env, CHROMIUM_PATH: findChromium() },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: limitMs,
  });
  let printed = '';
  child.stdout.on('data', (bytes) => (printed += bytes));
  await new Promise((resolve) => child.once('close', resolve));
  const line = printed.split('\n').find((text) => text.startsWith(MARK));
  if (!line) throw new Error(`${file} gave no figures:\n${printed}`);
  return JSON.parse(line.slice(MARK.length));
}

// The process itself.
if (process.argv[1] === THIS_FILE) {
  const { register } = await import('node:module');
  const hooks = './src/modules/sessions/media/from-source-hooks.mjs';
  register(hooks, `file://${process.cwd()}/`);
  const [, , file, args] = process.argv;
  const { run } = await import(`${process.cwd()}/${file}`);
  console.log(MARK + JSON.stringify(await run(...JSON.parse(args))));
  process.exit(0);
}
