import { createRequire } from 'node:module';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const edges = createRequire(import.meta.url)('./module-edges.cjs') as Readonly<
  Record<string, readonly string[]>
>;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MODULES = join(ROOT, 'src/modules');
const LOCALES = join(ROOT, 'src/platform/i18n/locales');

describe('the modules', () => {
  const modules = readdirSync(MODULES);

  it.each(modules)('%s has a face, a page about itself and its edges in the table', (module) => {
    expect(existsSync(join(MODULES, module, 'index.ts'))).toBe(true);
    expect(readFileSync(join(MODULES, module, 'README.md'), 'utf8')).toMatch(/Tables/);
    expect(Object.keys(edges)).toContain(module);
  });

  it('have one index each and none deeper', () => {
    const deeper = filesUnder(MODULES).filter(
      (file) =>
        file.endsWith('/index.ts') &&
        file.split('/').length !== join(MODULES, 'x', 'index.ts').split('/').length,
    );
    expect(deeper).toEqual([]);
  });

  it('never wait for each other in a circle of Nest modules', () => {
    const withForwardRef = filesUnder(join(ROOT, 'src')).filter((file) =>
      readFileSync(file, 'utf8').includes('forwardRef('),
    );
    expect(withForwardRef).toEqual([]);
  });
});

describe('the migrations', () => {
  const files = readdirSync(join(ROOT, 'migrations')).filter((file) => file.endsWith('.ts'));

  it.each(files)('%s says when, whose and what', (file) => {
    expect(file).toMatch(/^\d{13}-[A-Z][A-Za-z]+\.ts$/);
  });

  it('each have a number of their own', () => {
    const numbers = files.map((file) => file.split('-')[0]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('the texts of mails, documents and the console', () => {
  it.each(readdirSync(join(LOCALES, 'en')))('%s says the same in every language', (file) => {
    const english = keysOf(join(LOCALES, 'en', file));
    for (const language of readdirSync(LOCALES))
      expect({ language, keys: keysOf(join(LOCALES, language, file)) }).toEqual({
        language,
        keys: english,
      });
  });
});

describe('the environment', () => {
  it('is read by the configuration alone', () => {
    const allowed = /platform\/(config|process)\/|src\/(main|describe-api)\.ts$|cli\//;
    const readers = filesUnder(join(ROOT, 'src')).filter(
      (file) =>
        !file.endsWith('.spec.ts') &&
        !allowed.test(file) &&
        /process\.env\b/.test(readFileSync(file, 'utf8')),
    );
    expect(readers).toEqual([]);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
}

/** Plural forms differ by language, so their endings do not count. */
function keysOf(file: string): string[] {
  const keys = (value: unknown, path: string): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, member]) => keys(member, `${path}.${key}`))
      : [path];
  const all = keys(JSON.parse(readFileSync(file, 'utf8')), '').map((key) =>
    key.replace(/_(zero|one|two|few|many|other)$/, ''),
  );
  return [...new Set(all)].sort();
}
