import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { canonicalJson } from '../../../shared/canonical-json.js';
import { type PackFile, type PackSet, packSetOf } from '../domain/pack.js';
import { TaxPackInvalidError } from '../domain/tax.errors.js';
import { fillIn, isMapping, maskMarks, nameJurisdiction } from './pack-template.js';

/** Folder of the files that ship with the program. */
export const SHIPPED_PACKS = fileURLToPath(new URL('../packs/', import.meta.url));

/** Reads and checks every pack and union file of a folder, in the order of their names. */
export function readPackFiles(folder: string): PackFile[] {
  const unionFolder = join(folder, '_unions');
  const unions = existsSync(unionFolder) ? listYaml(unionFolder) : [];
  return [...unions, ...listYaml(folder)].map((file) => {
    const name = basename(file);
    return { ...parsePack(readFileSync(file, 'utf8'), name), ...goldenBeside(folder, name) };
  });
}

/** Cases that lie beside the file, `golden/sg.json` for `sg.yaml`, instead of in it. */
function goldenBeside(folder: string, name: string): { golden?: unknown[] } {
  const file = join(folder, 'golden', name.replace(/yaml$/, 'json'));
  return existsSync(file) ? { golden: JSON.parse(readFileSync(file, 'utf8')) as unknown[] } : {};
}

/**
 * Parses one file and checks it against `packs/schema.json`.
 *
 * @throws TaxPackInvalidError listing every place where the file departs from the schema
 */
export function parsePack(yaml: string, name: string): PackFile {
  // Through JSON, so that blocks which the YAML shares by alias are copies of their own.
  const filled: unknown = JSON.parse(JSON.stringify(fillIn(parse(yaml), readTemplate)));
  const body: unknown = isMapping(filled) ? { golden: [], ...filled } : filled;
  const check = checkOf(isUnion(body) ? 'union' : 'country');
  if (!check(body)) throw new TaxPackInvalidError(name, problemsOf(check.errors));
  return body;
}

/** Hash of a file's meaning: comments and layout do not count. */
export function hashOf(body: PackFile): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex');
}

/** A pack set straight from files, each as version 1; what tests and the command line decide with. */
export function packSetOfFiles(bodies: readonly PackFile[]): PackSet {
  return packSetOf(bodies.map((body) => ({ body, version: 1, hash: hashOf(body) })));
}

const templates = new Map<string, string>();

/** A template as JSON text, parsed once; `{CC}` and `{cc}` would be mappings to YAML. */
function templateText(name: string): string {
  const known = templates.get(name);
  if (known !== undefined) return known;
  const file = join(SHIPPED_PACKS, '_templates', `${basename(name)}.yaml`);
  if (!existsSync(file)) throw new TaxPackInvalidError(name, [`no template is called ${name}`]);
  const text = JSON.stringify(parse(maskMarks(readFileSync(file, 'utf8'))));
  templates.set(name, text);
  return text;
}

function readTemplate(name: string, jurisdiction: string): unknown {
  return JSON.parse(nameJurisdiction(templateText(name), jurisdiction));
}

/**
 * Tells one set of files from another without reading what they say; the schema and the templates
 * belong to it, because they change what a file means.
 */
export function fingerprintOf(folder: string): string {
  const hash = createHash('sha256');
  const parts = ['.', '_unions', '_templates', 'golden'].filter((part) =>
    existsSync(join(folder, part)),
  );
  for (const part of parts) {
    const names = readdirSync(join(folder, part)).filter((name) => /\.(yaml|json)$/.test(name));
    for (const name of names.sort()) {
      hash.update(`${part}/${name}\n`).update(readFileSync(join(folder, part, name)));
    }
  }
  return hash.digest('hex');
}

function listYaml(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(folder, entry.name))
    .sort();
}

/** Compiled at the first file that is checked: a start that imports nothing new needs no schema. */
const checks = new Map<'union' | 'country', ValidateFunction<PackFile>>();

function checkOf(kind: 'union' | 'country'): ValidateFunction<PackFile> {
  const known = checks.get(kind);
  if (known) return known;
  const schema = JSON.parse(readFileSync(join(SHIPPED_PACKS, 'schema.json'), 'utf8')) as {
    $id: string;
  };
  // Compiling is most of what a check costs, so what would only speed up the checking is left out.
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    inlineRefs: false,
    code: { optimize: false },
  }).addSchema(schema);
  const check = ajv.compile<PackFile>({ $ref: `${schema.$id}#/$defs/${kind}` });
  checks.set(kind, check);
  return check;
}

function isUnion(body: unknown): boolean {
  return isMapping(body) && body['kind'] === 'union';
}

function problemsOf(errors: readonly ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).map(
    (error) =>
      `${error.instancePath || '/'} ${error.message ?? error.keyword} ${JSON.stringify(error.params)}`,
  );
}
