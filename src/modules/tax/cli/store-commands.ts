import { writeFileSync } from 'node:fs';
import { type DataSource, type EntityManager, Between } from 'typeorm';
import { Temporal } from 'temporal-polyfill';
import { stringify } from 'yaml';
import { minorUnitsOf } from '../../../shared/currency.js';
import { SystemClock } from '../../../platform/clock.js';
import { ClockedIds } from '../../../platform/ids.js';
import { openStore } from '../../../platform/process/open-store.js';
import { replay } from '../application/replay.js';
import { type DryRun, dryRun } from '../domain/dry-run.js';
import { differencesOf } from '../domain/pack-diff.js';
import type { StoredSupply } from '../domain/stored-supply.js';
import { hashOf } from '../integrations/pack-files.js';
import { decisionFromJson } from '../persistence/decision-json.js';
import { DecisionRecord } from '../persistence/decision.record.js';
import { PackVersionRecord } from '../persistence/pack-version.record.js';
import { print, readArguments, UsageError } from './command-line.js';
import { bodyBehind, headsOf, livePacksOf } from './pack-store.js';

/** The largest changes are told one by one. */
const CHANGES_SHOWN = 20;

/** What would have been different in a month if a pack had been in force; nothing is stored. */
export function simulate(args: readonly string[]): Promise<number> {
  const { positional, option } = readArguments(args, ['month'], [1, 1]);
  const month = option('month');
  if (month === undefined || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    throw new UsageError('--month YYYY-MM is needed');
  return withStore(async (store) => {
    const body = await bodyBehind(positional[0] ?? '', () => Promise.resolve(store.manager));
    const past = await suppliesOf(store.manager, month);
    const result = dryRun(past, await livePacksOf(store.manager, body));
    tell(result, past.length, month);
    return 0;
  });
}

function tell({ rows, changes, blocked }: DryRun, count: number, month: string): void {
  print(`${count} supplies in ${month}`);
  for (const row of rows) {
    const tax = `tax ${amount(row.taxBeforeMinor, row.currency)} → ${amount(row.taxAfterMinor, row.currency)}`;
    print(
      `${row.treatment.padEnd(28)} ${String(row.count).padStart(6)}  ${row.currency} gross ${amount(row.grossMinor, row.currency)}  ${tax}`,
    );
  }
  print(`${changes.length} would change${changes.length > CHANGES_SHOWN ? ', the largest:' : ''}`);
  for (const { decisionId, before, after } of changes.slice(0, CHANGES_SHOWN))
    print(`  ${decisionId}  ${before} → ${after}`);
  print(`${blocked.length} would be refused`);
  for (const { decisionId, reason } of blocked) print(`  ${decisionId}  ${reason}`);
}

/** The difference between two packs in words. */
export async function diff(args: readonly string[]): Promise<number> {
  const { positional } = readArguments(args, [], [2, 2]);
  return withLazyStore(async (manager) => {
    const [before, after] = [
      await bodyBehind(positional[0] ?? '', manager),
      await bodyBehind(positional[1] ?? '', manager),
    ];
    const lines = differencesOf(before, after);
    lines.forEach(print);
    print(lines.length === 0 ? 'no difference' : `${lines.length} differences`);
    return 0;
  });
}

/** Puts a file into the store as a proposed version; only people make it live. */
export function importPack(args: readonly string[]): Promise<number> {
  const { positional, option } = readArguments(args, ['author'], [1, 1]);
  const [file = ''] = positional;
  if (!/[.]ya?ml$/.test(file)) throw new UsageError('a .yaml file is needed');
  return withStore(async (store) => {
    const body = await bodyBehind(file, () => Promise.resolve(store.manager));
    const hash = hashOf(body);
    const known = (await headsOf(store.manager)).filter(
      ({ jurisdiction }) => jurisdiction === body.jurisdiction,
    );
    const twin = known.find((head) => head.hash === hash);
    if (twin) {
      print(`${body.jurisdiction}@${twin.version} has this content already (${twin.state})`);
      return 0;
    }
    const version = Math.max(0, ...known.map((head) => head.version)) + 1;
    const clock = new SystemClock();
    await store.manager.insert(PackVersionRecord, {
      id: new ClockedIds(clock).next(),
      jurisdiction: body.jurisdiction,
      version,
      body: body as object,
      hash,
      author: option('author') ?? 'command line',
      approver: null,
      effectiveFrom: null,
      state: 'proposed',
      createdAt: clock.now(),
    });
    print(`${body.jurisdiction}@${version} is proposed, ${hash}`);
    return 0;
  });
}

/** Writes a pack as YAML, to a file or to the screen; importing it again changes nothing. */
export function exportPack(args: readonly string[]): Promise<number> {
  const { positional, option } = readArguments(args, ['out'], [1, 1]);
  return withLazyStore(async (manager) => {
    const body = await bodyBehind(positional[0] ?? '', manager);
    const yaml = stringify(body, { lineWidth: 0 });
    const out = option('out');
    if (out === undefined) process.stdout.write(yaml);
    else {
      writeFileSync(out, yaml);
      print(`${body.jurisdiction} is in ${out}, ${hashOf(body)}`);
    }
    return 0;
  });
}

/** Decides everything again by the versions that each decision names, and tells what differs. */
export function replayAll(args: readonly string[]): Promise<number> {
  const { option } = readArguments(args, ['month'], [0, 0]);
  return withStore(async (store) => {
    const supplies = await suppliesOf(store.manager, option('month'));
    const versions = await store.manager.find(PackVersionRecord);
    const different = supplies.filter((supply) => !replay(supply, versions).isSame);
    for (const { decisionId } of different) print(`differs: ${decisionId}`);
    print(
      `${supplies.length - different.length} decided the same again, ${different.length} differ`,
    );
    return different.length === 0 ? 0 : 1;
  });
}

/** Decisions whose tax point lies in a month, or all. */
async function suppliesOf(manager: EntityManager, month?: string): Promise<StoredSupply[]> {
  const records = await manager.find(DecisionRecord, {
    where: month === undefined ? {} : { decidedAt: around(month) },
    order: { decidedAt: 'ASC' },
  });
  return records
    .map(({ id, kind, facts, result }) => ({
      decisionId: id,
      kind,
      facts: facts as StoredSupply['facts'],
      decided: decisionFromJson(result),
    }))
    .filter(({ decided }) => month === undefined || decided.date.startsWith(month));
}

/** A decision is made within weeks of its tax point. */
function around(month: string): ReturnType<typeof Between<Temporal.Instant>> {
  const first = Temporal.PlainDate.from(`${month}-01`);
  const instant = (day: Temporal.PlainDate): Temporal.Instant =>
    Temporal.Instant.from(`${day.toString()}T00:00:00Z`);
  return Between(instant(first.subtract({ months: 1 })), instant(first.add({ months: 3 })));
}

async function withStore(work: (store: DataSource) => Promise<number>): Promise<number> {
  const store = await openStore([PackVersionRecord, DecisionRecord]);
  try {
    return await work(store);
  } finally {
    await store.destroy();
  }
}

/** Opens the store at the first question that needs it: files can be compared without one. */
async function withLazyStore(
  work: (manager: () => Promise<EntityManager>) => Promise<number>,
): Promise<number> {
  let store: DataSource | undefined;
  try {
    return await work(async () => {
      store ??= await openStore([PackVersionRecord, DecisionRecord]);
      return store.manager;
    });
  } finally {
    await store?.destroy();
  }
}

function amount(minor: bigint, currency: string): string {
  const places = minorUnitsOf(currency);
  const digits = minor.toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  return places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
}
