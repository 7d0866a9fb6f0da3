import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { canonicalJson } from '../../../shared/canonical-json.js';
import type { Loaded, PackBody, PackSet, UnionBody } from '../domain/pack.js';
import { TaxPackInvalidError } from '../domain/tax.errors.js';

/** Folder of the files that ship with the program. */
export const SHIPPED_PACKS = fileURLToPath(new URL('../packs/', import.meta.url));

export type LawBody = UnionBody | PackBody;

/** Reads and checks every pack and union file of a folder, in the order of their names. */
export function readPackFiles(folder: string): LawBody[] {
  const unionFolder = join(folder, '_unions');
  const unions = existsSync(unionFolder) ? listYaml(unionFolder) : [];
  return [...unions, ...listYaml(folder)].map((file) =>
    parsePack(readFileSync(file, 'utf8'), basename(file)),
  );
}

/**
 * Parses one file and checks it against `packs/schema.json`.
 *
 * @throws TaxPackInvalidError listing every place where the file departs from the schema
 */
export function parsePack(yaml: string, name: string): LawBody {
  // Through JSON, so that blocks which the YAML shares by alias are copies of their own.
  const body: unknown = JSON.parse(JSON.stringify(parse(yaml)));
  const check = isUnion(body) ? checkUnion : checkCountry;
  if (!check(body)) throw new TaxPackInvalidError(name, problemsOf(check.errors));
  return body;
}

/** Hash of a file's meaning: comments and layout do not count. */
export function hashOf(body: LawBody): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex');
}

/** A pack set straight from files, each as version 1; what tests and the command line decide with. */
export function packSetOf(bodies: readonly LawBody[]): PackSet {
  const unions = new Map<string, Loaded<UnionBody>>();
  const packs = new Map<string, Loaded<PackBody>>();
  for (const body of bodies) {
    const loaded = { version: 1, hash: hashOf(body) };
    if (body.kind === 'union') unions.set(body.jurisdiction, { ...loaded, body });
    else packs.set(body.jurisdiction, { ...loaded, body });
  }
  return { unions, packs };
}

function listYaml(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(folder, entry.name))
    .sort();
}

const schema = JSON.parse(readFileSync(join(SHIPPED_PACKS, 'schema.json'), 'utf8')) as {
  $id: string;
};
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true }).addSchema(schema);
const checkUnion = validatorOf<UnionBody>('union');
const checkCountry = validatorOf<PackBody>('country');

function validatorOf<Body>(kind: 'union' | 'country'): ValidateFunction<Body> {
  return ajv.compile<Body>({ $ref: `${schema.$id}#/$defs/${kind}` });
}

function isUnion(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'union';
}

function problemsOf(errors: readonly ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).map(
    (error) =>
      `${error.instancePath || '/'} ${error.message ?? error.keyword} ${JSON.stringify(error.params)}`,
  );
}
