import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES, NAMESPACES, type Words } from './languages';

const WEB_SRC = join(dirname(fileURLToPath(import.meta.url)), '..');
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Every leaf of a language as `namespace:path.to.key` with its text. */
function textsOf(language: string): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (node: Words, path: string): void => {
    for (const [key, value] of Object.entries(node))
      if (typeof value === 'string') texts.set(path + key, value);
      else walk(value, `${path}${key}.`);
  };
  for (const namespace of NAMESPACES) {
    const file = join(WEB_SRC, 'i18n/locales', language, `${namespace}.json`);
    walk(JSON.parse(readFileSync(file, 'utf8')) as Words, `${namespace}:`);
  }
  return texts;
}

/** Keys that the sources name: whole ones, and the fixed ends of those put together from parts. */
function keysUsed(): { whole: Set<string>; parts: { start: string; end: string }[] } {
  const whole = new Set<string>();
  const parts: { start: string; end: string }[] = [];
  const names = NAMESPACES.join('|');
  for (const file of readdirSync(WEB_SRC, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file) || file.endsWith('.spec.ts')) continue;
    const source = readFileSync(join(WEB_SRC, file), 'utf8');
    for (const [, key] of source.matchAll(new RegExp(`['"]((?:${names}):[\\w.-]+)['"]`, 'g')))
      if (key !== undefined) whole.add(key);
    for (const [, start = '', end = ''] of source.matchAll(
      new RegExp(`\`((?:${names}):[\\w.-]*)\\$\\{[^\`]*\\}([\\w.-]*)\``, 'g'),
    ))
      parts.push({ start, end });
  }
  return { whole, parts };
}

const base = (key: string): string => key.replace(PLURAL, '');
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name ?? '').sort();

const english = textsOf('en');
const used = keysUsed();

describe('the words of the pages', () => {
  it.each(LANGUAGES)('are complete in %s, with every plural form the language has', (language) => {
    const texts = textsOf(language);
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wanted = new Set<string>();
    for (const key of english.keys())
      if (PLURAL.test(key)) for (const form of forms) wanted.add(`${base(key)}_${form}`);
      else wanted.add(key);
    expect([...wanted].filter((key) => !texts.has(key))).toEqual([]);
    expect([...texts.keys()].filter((key) => !wanted.has(key))).toEqual([]);
  });

  it.each(LANGUAGES)('say nothing empty and use only known values in %s', (language) => {
    const wrong = [...textsOf(language)].filter(([key, text]) => {
      const model = english.get(key) ?? english.get(`${base(key)}_other`) ?? '';
      const known = new Set([...placeholders(model), 'count']);
      return text.trim() === '' || placeholders(text).some((name) => !known.has(name));
    });
    expect(wrong).toEqual([]);
  });

  it('cover every key that a page asks for', () => {
    const bases = new Set([...english.keys()].map(base));
    expect([...used.whole].filter((key) => !bases.has(key))).toEqual([]);
    expect(
      used.parts.filter(
        ({ start, end }) => ![...bases].some((key) => key.startsWith(start) && key.endsWith(end)),
      ),
    ).toEqual([]);
  });

  it('hold nothing that no page asks for', () => {
    const unused = [...new Set([...english.keys()].map(base))].filter(
      (key) =>
        !used.whole.has(key) &&
        !used.parts.some(({ start, end }) => key.startsWith(start) && key.endsWith(end)),
    );
    expect(unused).toEqual([]);
  });
});
