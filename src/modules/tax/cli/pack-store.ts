import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { EntityManager } from 'typeorm';
import { type PackFile, type PackSet, packSetOf } from '../domain/pack.js';
import type { PackVersionState } from '../domain/pack-version.js';
import { hashOf, parsePack, readPackFiles, SHIPPED_PACKS } from '../integrations/pack-files.js';
import { PackVersionRecord } from '../persistence/pack-version.record.js';
import { UsageError } from './command-line.js';

/** All versions of the store without their bodies, oldest first. */
export function headsOf(
  manager: EntityManager,
): Promise<Pick<PackVersionRecord, 'id' | 'jurisdiction' | 'version' | 'hash' | 'state'>[]> {
  return manager.find(PackVersionRecord, {
    select: { id: true, jurisdiction: true, version: true, hash: true, state: true },
    order: { jurisdiction: 'ASC', version: 'ASC' },
  });
}

/** The packs that are live in the store; with `instead`, that one in its jurisdiction's place. */
export async function livePacksOf(manager: EntityManager, instead?: PackFile): Promise<PackSet> {
  const records = await manager.findBy(PackVersionRecord, { state: 'live' as PackVersionState });
  const live = records.map(({ body, version, hash }) => ({
    body: body as PackFile,
    version,
    hash,
  }));
  const added = instead ? [{ body: instead, version: 0, hash: hashOf(instead) }] : [];
  return packSetOf([...live, ...added]);
}

/**
 * The body behind a word: a YAML file, `DE` for the version of the store that is live or else the
 * newest, `DE@3` for a version of the store, `shipped:DE` for the file that ships.
 *
 * @throws UsageError when nothing is behind it
 */
export async function bodyBehind(
  word: string,
  manager: () => Promise<EntityManager>,
): Promise<PackFile> {
  if (/[.]ya?ml$/.test(word)) return parseFile(word);
  const shipped = /^shipped:(.+)$/.exec(word)?.[1];
  if (shipped !== undefined) return shippedBody(shipped);
  const [jurisdiction = '', version] = word.split('@');
  const records = (await headsOf(await manager())).filter(
    (head) => head.jurisdiction === jurisdiction,
  );
  const chosen =
    version === undefined
      ? (records.find(({ state }) => state === 'live') ?? records.at(-1))
      : records.find((head) => String(head.version) === version);
  if (!chosen) {
    throw new UsageError(
      `the store has no pack ${word}; give a .yaml file, CODE, CODE@VERSION or shipped:CODE`,
    );
  }
  const record = await (await manager()).findOneByOrFail(PackVersionRecord, { id: chosen.id });
  return record.body as PackFile;
}

function parseFile(file: string): PackFile {
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
  return parsePack(readFileSync(file, 'utf8'), basename(file));
}

function shippedBody(jurisdiction: string): PackFile {
  const body = readPackFiles(SHIPPED_PACKS).find((one) => one.jurisdiction === jurisdiction);
  if (!body) throw new UsageError(`no file of ${jurisdiction} ships`);
  return body;
}
