// Searching a large catalog: the index alone, and over HTTP with cards, prices and next slots, at a constant rate.
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ms, quantile } from './support/figures.mjs';
import { cpuMsOf, startProgram } from './support/program.mjs';

const SMALL = 20_000;
const LARGE = 100_000;
const OFFERS_EACH = 5;
const SECONDS = 15;
const WORDS =
  'bread dough oven sauce knife phone screen battery network router guitar chord scale piano verb grammar accent essay tax form budget loan garden soil roots bike chain brake wheel yoga breath camera lens light excel table chart code loop error sink tap leak paint wall wood dog leash'.split(
    ' ',
  );
const CATEGORIES = ['cooking', 'computing', 'music', 'languages', 'money', 'home', 'sport', 'work'];
const PRICES = [
  { model: 'free', amountMinor: null, currency: 'EUR', sessionMinutes: 30, freeMinutes: 0 },
  {
    model: 'per_session',
    amountMinor: '2400',
    currency: 'EUR',
    sessionMinutes: 30,
    freeMinutes: 0,
  },
  {
    model: 'per_minute',
    amountMinor: '120',
    currency: 'EUR',
    sessionMinutes: null,
    freeMinutes: 5,
  },
];
const QUERIES = [
  '',
  'bread',
  'sourdogh bread',
  'my phone battery',
  'guitar chord for beginners',
  'netwrk router',
  'tax',
  'garden so',
  'excel chart',
  'verb gramm',
];

export async function run({ root }) {
  const load = (file) => import(pathToFileURL(join(root, 'dist/src', file)).href);
  const rows = [];
  for (const size of [SMALL, LARGE]) rows.push(...(await indexAlone(load, size)));
  rows.push(...(await overHttp(root, load, SMALL, 200)));
  rows.push(...(await overHttp(root, load, LARGE, 100)));
  return rows;
}

async function indexAlone(load, size) {
  const { SearchIndex } = await load('modules/catalog/search/search-index.js');
  const index = new SearchIndex();
  const began = performance.now();
  for (let number = 0; number < size; number += 1)
    index.put(documentOf(number), standingOf(number));
  const built = performance.now() - began;
  const times = [];
  for (let round = 0; round < 200; round += 1) {
    const from = performance.now();
    const text = QUERIES[round % QUERIES.length];
    index.search({ text, sort: 'best', freeNow: round % 3 === 0, offset: 0, limit: 20 });
    times.push(performance.now() - from);
  }
  const flip = performance.now();
  for (let expert = 0; expert < 1000; expert += 1)
    index.setStanding(`expert-${expert}`, standingOf(expert + 1));
  const label = `${size / 1000}k offers`;
  return [
    { what: `index of ${label}, built in its thread`, value: (built / 1000).toFixed(1), unit: 's' },
    { what: `search with facets and top 20, ${label}, median`, ...ms(quantile(times, 0.5)) },
    { what: `search with facets and top 20, ${label}, p99`, ...ms(quantile(times, 0.99)) },
    { what: `one presence flip, ${label}`, ...ms((performance.now() - flip) / 1000) },
  ];
}

async function overHttp(root, load, size, rate) {
  const dataDir = mkdtempSync(join(tmpdir(), 'visavis-search-'));
  try {
    await fill(load, dataDir, size);
    const program = await startProgram(root, {
      DATA_DIR: dataDir,
      // Every request comes from another address, or the limit per address would be measured.
      TRUSTED_PROXIES: '1',
    });
    try {
      await sendAt(program.port, 50, 3);
      const cpuMs = cpuMsOf(program.pid);
      const times = await sendAt(program.port, rate, SECONDS);
      const cpuMsEach = (cpuMsOf(program.pid) - cpuMs) / times.length;
      const failed = times.filter((time) => time === null).length;
      const good = times.filter((time) => time !== null);
      return [
        {
          what: `GET /search, ${size / 1000}k offers, ${rate} a second, median`,
          ...ms(quantile(good, 0.5)),
        },
        {
          what: `GET /search, ${size / 1000}k offers, ${rate} a second, p99`,
          ...ms(quantile(good, 0.99)),
        },
        { what: 'CPU of the program a request, all threads', ...ms(cpuMsEach) },
        { what: 'answers that were not 200', value: failed, unit: '' },
      ];
    } finally {
      await program.end();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Written straight into the store: a hundred thousand approvals would measure the approving. */
async function fill(load, dataDir, size) {
  const [
    { AppModule },
    { SystemClock },
    { loadConfig },
    { createApp },
    { SharedPort },
    { AccountRecord },
    { CategoryAddressRecord, CategoryRecord, ListingRecord, RevisionRecord },
    { contentOf },
    { SellerRecord },
    { TaxFacade },
    { Ids },
    { DataSource },
    { Temporal },
  ] = await Promise.all([
    load('app.module.js'),
    load('platform/clock.js'),
    load('platform/config/load-config.js'),
    load('platform/http/create-app.js'),
    load('platform/http/http-server.js'),
    load('modules/accounts/persistence/account.record.js'),
    load('modules/catalog/persistence/catalog.records.js'),
    load('modules/catalog/domain/listing-draft.js'),
    load('modules/billing/persistence/seller.record.js'),
    load('modules/tax/index.js'),
    load('platform/ids.js'),
    import('typeorm'),
    import('temporal-polyfill'),
  ]);
  const { config, secrets } = loadConfig({ DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'silent' });
  const app = await createApp(AppModule.with(config, secrets, new SystemClock()), new SharedPort());
  await app.init();
  const ids = app.get(Ids, { strict: false });
  const { manager } = app.get(DataSource, { strict: false });
  const createdAt = Temporal.Now.instant();
  const categories = CATEGORIES.map((slug, position) => ({
    id: ids.next(),
    slug,
    parentId: null,
    icon: slug,
    names: { en: slug },
    requirements: [],
    taxCategories: { advice: ['consulting_personal'] },
    forbidsRecording: false,
    position,
    state: 'open',
    mergedInto: null,
  }));
  await manager.insert(CategoryRecord, categories);
  await manager.insert(
    CategoryAddressRecord,
    categories.map(({ id: categoryId, slug }) => ({ slug, categoryId })),
  );
  for (let begin = 0; begin < size; begin += 500) {
    const accounts = [];
    const listings = [];
    const revisions = [];
    for (let number = begin; number < begin + 500; number += 1) {
      if (number % OFFERS_EACH === 0) accounts.push(accountOf(ids.next(), number, createdAt));
      const expertId = accounts.at(-1).id;
      const listingId = ids.next();
      const liveRevisionId = ids.next();
      const categoryId = categories[number % categories.length].id;
      listings.push({ id: listingId, expertId, state: 'live', liveRevisionId, createdAt });
      revisions.push({
        id: liveRevisionId,
        listingId,
        number: 1,
        state: 'live',
        categoryId,
        content: contentOf(draftOf(number, categoryId)),
        reasons: null,
        decidedBy: null,
        createdAt,
        decidedAt: createdAt,
      });
    }
    await manager.insert(AccountRecord, accounts);
    await manager.insert(SellerRecord, accounts.map(sellerOf));
    await manager.insert(ListingRecord, listings);
    await manager.insert(RevisionRecord, revisions);
  }
  const { id: opsId } = await manager.findOneByOrFail(AccountRecord, {});
  await app.get(TaxFacade, { strict: false }).adoptCountry('FR', opsId);
  await app.close();
}

/** Registered for tax, so that two of three offers can be sold and their prices have to be worked out. */
function sellerOf({ id: accountId, displayName, createdAt: changedAt }) {
  return {
    accountId,
    legalName: displayName,
    address: '1 rue des Fours, 75001 Paris',
    facts: {
      country: 'FR',
      kind: 'sole_trader',
      taxRegistered: true,
      id: 'FR40303265045',
      ossUnion: true,
    },
    evidence: [],
    changedAt,
  };
}

function accountOf(id, number, createdAt) {
  return {
    id,
    email: `expert-${number}@visavis.example`,
    emailVerifiedAt: createdAt,
    passwordHash: null,
    displayName: `Expert ${number}`,
    country: 'FR',
    language: 'en',
    timeZone: 'Europe/Paris',
    roles: ['learner', 'expert'],
    isDemo: false,
    totpSecret: null,
    createdAt,
  };
}

function draftOf(number, categoryId) {
  const { title, summary, description } = documentOf(number);
  return {
    categoryId,
    title,
    summary,
    description,
    kindOfHelp: 'advice',
    languages: ['en'],
    price: PRICES[number % PRICES.length],
    instant: true,
  };
}

function documentOf(number) {
  const word = (offset) => WORDS[(number * 7 + offset * 13 + (number >> 6)) % WORDS.length];
  return {
    listingId: `listing-${number}`,
    expertId: `expert-${Math.floor(number / OFFERS_EACH)}`,
    title: `${word(1)} ${word(2)} with ${word(3)} number ${number % 977}`,
    summary: `We look at your ${word(4)} and ${word(5)} together until the ${word(6)} is right.`,
    description:
      `Show me the ${word(7)}, the ${word(8)} and what you tried with the ${word(9)}. `.repeat(3),
    expertName: `Expert ${Math.floor(number / OFFERS_EACH)}`,
    categoryNames: [CATEGORIES[number % CATEGORIES.length]],
    categorySlugs: [CATEGORIES[number % CATEGORIES.length]],
    languages: number % 3 === 0 ? ['en', 'fr'] : ['en'],
    priceModel: ['free', 'per_session', 'per_minute'][number % 3],
    priceMinor: BigInt((number % 50) * 10),
    isInstant: number % 4 !== 0,
  };
}

function standingOf(number) {
  return {
    availability: number % 11 === 0 ? 'free_now' : 'away',
    stars: 3 + (number % 20) / 10,
    reviewCount: number % 40,
  };
}

/** @returns for each request its milliseconds, null where it failed */
async function sendAt(port, rate, seconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const pending = [];
  const began = performance.now();
  for (let sent = 0; sent < rate * seconds; sent += 1) {
    const due = began + (sent * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 1) await sleep(wait);
    pending.push(ask(agent, port, sent, due));
  }
  const times = await Promise.all(pending);
  agent.destroy();
  return times;
}

/** Counted from when it should have been sent, so that a server that stalls cannot hide it. */
function ask(agent, port, number, due) {
  const text = encodeURIComponent(QUERIES[number % QUERIES.length]);
  const forwarded = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  return new Promise((resolve) => {
    get(
      `http://127.0.0.1:${port}/api/v1/search?q=${text}`,
      { agent, headers: { 'x-forwarded-for': forwarded } },
      (response) => {
        response.resume();
        response.on('end', () =>
          resolve(response.statusCode === 200 ? performance.now() - due : null),
        );
      },
    ).on('error', () => resolve(null));
  });
}
