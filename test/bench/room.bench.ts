import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { askForHelp, call } from '../../tools/addresses.mjs';
import { framesShown, launchBrowser, openWindow, PHONE, until } from '../support/browser.js';
import { type Program, startProgram } from '../support/program.js';
import { quantile } from './support/figures.mjs';
import { cpuMsOf } from './support/program.mjs';

interface Row {
  readonly what: string;
  readonly value: string;
  readonly unit: string;
}

const LEARNERS = [
  ['English', 'en'],
  ['French', 'fr'],
  ['Arabic', 'ar'],
] as const;
const JOINS = 10;
const MEASURE_MS = 10_000;

/** Learners who are helped by participants that the server makes; one browser shows all of them. */
export async function run({ isRecording }: { isRecording: boolean }): Promise<Row[]> {
  // The load comes from many addresses: nobody is told to slow down.
  const program = await startProgram({ TRUSTED_PROXIES: '1' });
  const browser = await launchBrowser();
  try {
    const rows: Row[] = [
      { what: 'load of the machine before', ...number(loadavg()[0] ?? 0, '', 2) },
    ];
    rows.push(...(await costs(program, 'no room')));
    const first = await openRoom(program, browser, 0, isRecording);
    rows.push(...(await joins(first, isRecording)));
    rows.push(...(await costs(program, 'one room')));
    for (const index of [1, 2]) await openRoom(program, browser, index, isRecording);
    rows.push(...(await costs(program, 'three rooms')));
    const load = startLoad(program);
    await sleep(2_000);
    rows.push(...(await costs(program, 'three rooms under load')));
    const loadedJoins = await timesOf(first, isRecording, 5);
    const served = await load.end();
    rows.push(
      { what: 'load: pages and searches served', ...number(served, '/s', 0) },
      {
        what: 'under load: first picture after coming in, p50 of 5',
        ...ms(loadedJoins.joinMs, 0.5),
      },
    );
    return rows;
  } finally {
    await browser.close();
    await program.remove();
  }
}

interface Room {
  readonly page: Page;
  readonly url: string;
  readonly language: string;
}

async function openRoom(
  program: Program,
  browser: Browser,
  index: number,
  isRecording: boolean,
): Promise<Room> {
  const [name, language] = LEARNERS[index] ?? LEARNERS[0];
  const host = `learner${index}`;
  const page = await openWindow(browser, PHONE);
  const link = program.signInLink(`learner, ${name}`);
  await page.goto(link.replace(/\/\/\w+\.localhost/, `//${host}.localhost`));
  await page.waitForURL((url) => url.pathname === '/');
  const search = '/search?freeNow=1&price=per_minute';
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', search);
  const request = await askForHelp(page, items[0]?.id);
  await page.goto(`${program.origin(host)}/help-requests/${request}`);
  await page.waitForURL(/\/sessions\//);
  const room = { page, url: page.url(), language };
  await goIn(room, isRecording);
  return room;
}

async function joins(room: Room, isRecording: boolean): Promise<Row[]> {
  const { joinMs, reloadMs } = await timesOf(room, isRecording, JOINS);
  return [
    { what: `first picture after coming in, p50 of ${JOINS}`, ...ms(joinMs, 0.5) },
    { what: `first picture after coming in, p95 of ${JOINS}`, ...ms(joinMs, 0.95) },
    { what: `picture again after a reload, p50 of ${JOINS}`, ...ms(reloadMs, 0.5) },
    { what: `picture again after a reload, p95 of ${JOINS}`, ...ms(reloadMs, 0.95) },
  ];
}

async function timesOf(
  room: Room,
  isRecording: boolean,
  times: number,
): Promise<{ joinMs: number[]; reloadMs: number[] }> {
  const joinMs: number[] = [];
  const reloadMs: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const startMs = performance.now();
    await room.page.goto(room.url);
    joinMs.push(await goIn(room, isRecording));
    reloadMs.push(performance.now() - startMs);
  }
  return { joinMs, reloadMs };
}

/** @returns milliseconds from the press on the door to the first picture */
async function goIn({ page, language }: Room, isRecording: boolean): Promise<number> {
  const words = JSON.parse(
    readFileSync(join('web/src/i18n/locales', language, 'room.json'), 'utf8'),
  ) as { lobby: { enter: string } };
  const door = page.getByRole('button', { name: words.lobby.enter, exact: true });
  await door.waitFor();
  if (isRecording) for (const box of await page.getByRole('checkbox').all()) await box.check();
  const startMs = performance.now();
  await door.click();
  await page.waitForFunction(
    '[...document.querySelectorAll("video:not([data-own])")].some((video) => video.getVideoPlaybackQuality().totalVideoFrames > 0)',
    undefined,
    { polling: 'raf' },
  );
  const tookMs = performance.now() - startMs;
  await until(async () => (await framesShown(page)) > 5, 'the picture moves');
  return tookMs;
}

/** What the process takes, and how late its media thread is. */
async function costs(program: Program, when: string): Promise<Row[]> {
  await mediaThread(program);
  const cpuMs = cpuMsOf(program.pid());
  await sleep(MEASURE_MS);
  const cores = (cpuMsOf(program.pid()) - cpuMs) / MEASURE_MS;
  const figures = await mediaThread(program);
  const late = (figure: string): Row[] =>
    figure in figures
      ? [{ what: `${when}: media thread late, ${figure}`, ...number(figures[figure] ?? 0, 'ms') }]
      : [];
  return [
    { what: `${when}: server`, ...number(cores, 'cores', 2) },
    { what: `${when}: memory`, ...number(memoryMb(program.pid()), 'MB', 0) },
    ...late('delayP50Ms'),
    ...late('delayP99Ms'),
    ...late('delayMaxMs'),
  ];
}

async function mediaThread(program: Program): Promise<Readonly<Record<string, number>>> {
  const text = await (await fetch(`http://127.0.0.1:${program.port}/metrics`)).text();
  const found = text.matchAll(/^media_thread\{figure="(\w+)"\} (\S+)$/gm);
  return Object.fromEntries([...found].map(([, figure = '', value]) => [figure, Number(value)]));
}

function memoryMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}

/** As many requests as the server answers, from a process of its own. */
function startLoad({ port }: Program): { end: () => Promise<number> } {
  const program = `
let served = 0;
const began = Date.now();
const paths = ['/', '/search?q=bread', '/api/v1/search?q=bread', '/api/v1/search?freeNow=1'];
for (let way = 0; way < 16; way += 1)
  (async () => { for (let turn = way; ; turn += 1) {
    const answer = await fetch('http://127.0.0.1:${port}' + paths[turn % paths.length], { headers: { 'x-forwarded-for': '10.' + way + '.' + ((turn >> 8) & 255) + '.' + (turn & 255) } }).catch(() => null);
    await answer?.arrayBuffer().catch(() => null);
    if (answer?.ok) served += 1;
  } })();
process.on('SIGTERM', () => { console.log(served / ((Date.now() - began) / 1000)); process.exit(0); });
`;
  const child = spawn(process.execPath, ['--eval', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let printed = '';
  child.stdout.on('data', (bytes: Buffer) => (printed += bytes.toString()));
  return {
    end: async () => {
      const gone = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await gone;
      return Number(printed);
    },
  };
}

function number(value: number, unit: string, digits = 1): { value: string; unit: string } {
  return { value: value.toFixed(digits), unit };
}

function ms(times: readonly number[], part: number): { value: string; unit: string } {
  return number(quantile(times, part), 'ms', 0);
}
