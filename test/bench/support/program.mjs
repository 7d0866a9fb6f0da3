// The built program on loopback, without the demo, until it is ended.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_LIMIT_MS = 60_000;
/** Linux counts a process' time in hundredths of a second. */
const TICK_MS = 10;

/** @returns its port, its process id, and `end`, which waits until it is gone */
export async function startProgram(root, env) {
  const port = await freePort();
  const program = spawn(process.execPath, [join(root, 'dist/src/main.js')], {
    env: { ...process.env, PORT: String(port), DEMO: '0', LOG_LEVEL: 'error', ...env },
    stdio: 'ignore',
  });
  const gone = new Promise((resolve) => program.once('exit', resolve));
  const end = () => {
    program.kill('SIGKILL');
    return gone;
  };
  try {
    await untilReady(port);
  } catch (error) {
    await end();
    throw error;
  }
  return { port, pid: program.pid, end };
}

/** @returns the milliseconds of CPU that the process has used so far, all its threads together */
export function cpuMsOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

async function untilReady(port) {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    const isReady = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    await sleep(100);
  }
  throw new Error('the program did not start');
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
