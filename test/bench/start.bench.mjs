// How long the built program takes to answer, and how much memory it holds, on a store that is there already.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const RUNS = 3;
const LIMIT_MS = 120_000;

export async function run({ root }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'visavis-bench-'));
  try {
    const first = await start(root, dataDir);
    const later = [];
    for (let index = 0; index < RUNS; index += 1) later.push(await start(root, dataDir));
    return [
      { what: 'first start, with the demo made', value: seconds(first.readyMs), unit: 's' },
      {
        what: `start until the API answers, median of ${RUNS}`,
        value: seconds(median(later.map((one) => one.readyMs))),
        unit: 's',
      },
      {
        what: 'memory with the console loaded, median',
        value: Math.round(median(later.map((one) => one.memoryMb))),
        unit: 'MB',
      },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function start(root, dataDir) {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist/src/main.js')], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: 'ignore',
  });
  try {
    while (!(await answers(port))) {
      if (performance.now() - began > LIMIT_MS || child.exitCode !== null)
        throw new Error('the program did not start');
      await sleep(20);
    }
    const readyMs = performance.now() - began;
    await sleep(8_000);
    const rssKb = Number(
      /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0,
    );
    return { readyMs, memoryMb: rssKb / 1024 };
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
}

async function answers(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/v1/home`)).ok;
  } catch {
    return false;
  }
}

const seconds = (ms) => (ms / 1000).toFixed(1);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
