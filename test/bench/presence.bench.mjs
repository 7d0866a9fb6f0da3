// A thousand open pages: how soon each of them, and the search, knows that an expert became free or went away.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { io } from 'socket.io-client';
import { ms, quantile } from './support/figures.mjs';
import { startProgram } from './support/program.mjs';

const PAGES = 1_000;
const PAGES_AT_A_TIME = 50;
const FLIPS = 40;
const FLIP_LIMIT_MS = 5_000;
const EXPERT = { email: 'expert@visavis.example', password: randomUUID() };
const WORD = 'sourdough';

export async function run({ root }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'visavis-presence-'));
  const pages = [];
  let program = null;
  try {
    await fill(root, dataDir);
    program = await startProgram(root, { DATA_DIR: dataDir, TRUSTED_PROXIES: '1' });
    const origin = `http://127.0.0.1:${program.port}`;
    const expert = await signIn(origin);
    const opened = performance.now();
    while (pages.length < PAGES)
      pages.push(
        ...(await Promise.all(Array.from({ length: PAGES_AT_A_TIME }, () => openPage(origin)))),
      );
    const openingSeconds = (performance.now() - opened) / 1000;
    const { heard, found, missed } = await flipAll(origin, expert, pages);
    expert.socket.close();
    return [
      { what: `${PAGES} pages connected`, value: openingSeconds.toFixed(1), unit: 's' },
      { what: `a flip is heard by ${PAGES} pages, median`, ...ms(quantile(heard, 0.5)) },
      { what: `a flip is heard by ${PAGES} pages, p99`, ...ms(quantile(heard, 0.99)) },
      { what: 'a flip is heard by the last of them, worst', ...ms(Math.max(...heard)) },
      { what: 'a flip is found by the search, worst', ...ms(Math.max(...found)) },
      { what: 'flips that a page missed', value: missed, unit: '' },
      { what: 'memory with them', value: memoryMb(program.pid), unit: 'MB' },
    ];
  } finally {
    for (const page of pages) page.close();
    await program?.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function flipAll(origin, expert, pages) {
  const heard = [];
  const found = [];
  let missed = 0;
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const isFree = flip % 2 === 0;
    const began = performance.now();
    const hearing = pages.map((page) => hearOf(page, isFree ? 'free_now' : 'away', began));
    await expert.setFree(isFree);
    const [times, search] = await Promise.all([
      Promise.all(hearing),
      untilFound(origin, isFree, began),
    ]);
    heard.push(...times.filter((time) => time !== null));
    missed += times.filter((time) => time === null).length;
    found.push(search);
  }
  return { heard, found, missed };
}

/** @returns the milliseconds until this page knew, or null when it was not told in time */
function hearOf(page, state, began) {
  return new Promise((resolve) => {
    const finish = (answer) => {
      clearTimeout(timer);
      page.off('presence.changed', hear);
      resolve(answer);
    };
    const hear = (change) => {
      if (change.state === state) finish(performance.now() - began);
    };
    const timer = setTimeout(() => finish(null), FLIP_LIMIT_MS);
    page.on('presence.changed', hear);
  });
}

/** Every question comes from another address, or the limit per address would answer. */
async function untilFound(origin, isFree, began) {
  while (performance.now() - began < FLIP_LIMIT_MS) {
    const from = `10.1.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`;
    const answer = await fetch(`${origin}/api/v1/search?q=${WORD}&freeNow=1`, {
      headers: { 'x-forwarded-for': from },
    });
    if (!answer.ok) throw new Error(`the search answered ${answer.status}`);
    const { items } = await answer.json();
    if (items.length > 0 === isFree) return performance.now() - began;
    await sleep(5);
  }
  throw new Error('the search never knew');
}

function openPage(origin) {
  return new Promise((resolve, reject) => {
    const page = io(origin, { transports: ['websocket'], forceNew: true });
    page.once('connect', () => resolve(page));
    page.once('connect_error', reject);
  });
}

/** The expert: signed in, with an open page that says so. */
async function signIn(origin) {
  const call = async (method, path, body, headers) => {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
    return answer;
  };
  const answer = await call('POST', '/auth/sign-in', EXPERT, {});
  const cookie = answer.headers.get('set-cookie').split(';')[0];
  const socket = io(origin, { transports: ['websocket'], extraHeaders: { cookie } });
  await new Promise((resolve) => socket.once('connect', resolve));
  await socket.emitWithAck('presence.heartbeat', {});
  return { socket, setFree: (free) => call('PUT', '/studio/presence', { free }, { cookie }) };
}

/** One expert with one live offer. */
async function fill(root, dataDir) {
  const load = (file) => import(pathToFileURL(join(root, 'dist/src', file)).href);
  const [
    { AppModule },
    { SystemClock },
    { loadConfig },
    { createApp },
    { SharedPort },
    { AccountsFacade },
    { CatalogFacade },
  ] = await Promise.all([
    load('app.module.js'),
    load('platform/clock.js'),
    load('platform/config/load-config.js'),
    load('platform/http/create-app.js'),
    load('platform/http/http-server.js'),
    load('modules/accounts/index.js'),
    load('modules/catalog/index.js'),
  ]);
  const { config, secrets } = loadConfig({ DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'silent' });
  const app = await createApp(AppModule.with(config, secrets, new SystemClock()), new SharedPort());
  await app.init();
  const person = { displayName: 'Expert', country: 'FR', language: 'en', timeZone: 'UTC' };
  const { id: expertId } = await app
    .get(AccountsFacade, { strict: false })
    .signUp({ ...EXPERT, ...person }, { roles: ['learner', 'expert'], isVerified: true });
  const catalog = app.get(CatalogFacade, { strict: false });
  const categoryId = await catalog.addCategory({
    slug: 'cooking',
    parentId: null,
    icon: 'pot',
    names: { en: 'Cooking' },
    requirements: [],
    taxCategories: { advice: 'consulting_personal' },
    forbidsRecording: false,
    position: 1,
  });
  const listingId = await catalog.createListing(expertId, draftIn(categoryId));
  await catalog.submitListing(listingId, expertId);
  await catalog.approveListing(listingId, expertId);
  await app.close();
}

function draftIn(categoryId) {
  return {
    categoryId,
    title: `Rescue your ${WORD}`,
    summary: 'We look at your dough together and make it rise again.',
    description: 'Show me your starter and your dough; I tell you what to change.',
    kindOfHelp: 'advice',
    languages: ['en'],
    price: {
      model: 'free',
      amountMinor: null,
      currency: 'EUR',
      sessionMinutes: 30,
      freeMinutes: 0,
    },
    instant: true,
  };
}

function memoryMb(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
