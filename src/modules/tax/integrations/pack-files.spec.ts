import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TaxPackInvalidError } from '../domain/tax.errors.js';
import { CONFIDENCES, LIABLE_PARTIES, TREATMENTS } from '../domain/vocabulary.js';
import { FACT_DOMAINS } from '../domain/fact-paths.js';
import { hashOf, parsePack, readPackFiles, SHIPPED_PACKS } from './pack-files.js';

interface Schema {
  readonly $defs: Readonly<
    Record<
      string,
      {
        readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
        readonly propertyNames?: { readonly enum: readonly string[] };
      }
    >
  >;
}

const yamlOf = (name: string): string => readFileSync(join(SHIPPED_PACKS, name), 'utf8');

describe('parsePack', () => {
  it('refuses a file that uses a predicate outside the closed list', () => {
    const odd = yamlOf('de.yaml').replace(
      'when: { category: health_regulated,',
      'when: { moonPhase: full,',
    );
    expect(() => parsePack(odd, 'de.yaml')).toThrow(TaxPackInvalidError);
  });

  it('refuses a rate that is not a decimal string', () => {
    expect(() =>
      parsePack(yamlOf('de.yaml').replace('percent: "16"', 'percent: 16'), 'de.yaml'),
    ).toThrow(TaxPackInvalidError);
  });

  it('hashes the meaning, not the layout', () => {
    const body = parsePack(yamlOf('fr.yaml'), 'fr.yaml');
    expect(hashOf(parsePack(`# a remark\n${yamlOf('fr.yaml')}`, 'fr.yaml'))).toBe(hashOf(body));
    expect(
      hashOf(parsePack(yamlOf('fr.yaml').replace('percent: "20"', 'percent: "21"'), 'fr.yaml')),
    ).not.toBe(hashOf(body));
  });
});

describe('readPackFiles', () => {
  it('reads the union first and then its countries', () => {
    const [first, ...countries] = readPackFiles(SHIPPED_PACKS).map((body) => body.jurisdiction);
    expect(first).toBe('EU');
    expect(new Set(countries).size).toBe(countries.length);
    expect(countries).toEqual(expect.arrayContaining(['DE', 'FR', 'US-WA', 'CA-QC', 'TH']));
  });
});

describe('schema.json', () => {
  const schema = JSON.parse(yamlOf('schema.json')) as Schema;
  const enumOf = (definition: string, property: string): readonly string[] | undefined =>
    schema.$defs[definition]?.properties[property]?.enum;

  it('names the same words as the engine', () => {
    expect(enumOf('liabilityRule', 'liable')).toEqual([...LIABLE_PARTIES]);
    expect(enumOf('treatmentRule', 'treatment')).toEqual([...TREATMENTS]);
    expect(enumOf('placeRule', 'confidence')).toEqual([...CONFIDENCES]);
    expect(schema.$defs['condition']?.propertyNames?.enum).toEqual([
      ...Object.keys(FACT_DOMAINS),
      'any',
      'not',
    ]);
  });
});
