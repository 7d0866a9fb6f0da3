import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { decideSale } from '../domain/decide.js';
import { type GoldenCase, goldenCasesOf, runGoldenCase } from '../domain/golden.js';
import { saleFactsOf } from '../domain/facts-json.js';
import { draftsAsLaw } from '../domain/law.js';
import { lintPacks } from '../domain/lint.js';
import { ownCases } from '../domain/lint-coverage.js';
import { checkMutations } from '../domain/mutate.js';
import { packSetOfFiles, readPackFiles, SHIPPED_PACKS } from './pack-files.js';

const VECTORS = fileURLToPath(new URL('../../../../test/vectors/tax/', import.meta.url));
const files = packSetOfFiles(readPackFiles(SHIPPED_PACKS));
const shipped = draftsAsLaw(files);

function vectors(file: string): GoldenCase[] {
  return goldenCasesOf(JSON.parse(readFileSync(`${VECTORS}${file}`, 'utf8')));
}

describe('the shipped packs', () => {
  it.each(vectors('golden-de-fr.json').map((golden) => [golden.id, golden] as const))(
    'decide %s as the law does',
    (_id, golden) => {
      expect(runGoldenCase(golden, shipped).mismatches).toEqual([]);
    },
  );

  it.each(ownCases(shipped).map((golden) => [golden.id, golden] as const))(
    'pass their own case %s',
    (_id, golden) => {
      expect(runGoldenCase(golden, shipped).mismatches).toEqual([]);
    },
  );

  it.each(vectors('golden-other-laws.json').map((golden) => [golden.id, golden] as const))(
    'decide %s by data alone',
    (_id, golden) => {
      expect(runGoldenCase(golden, shipped).mismatches).toEqual([]);
    },
  );

  it('have no lint error', () => {
    const errors = lintPacks(files, '2026-11-22', []).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors).toEqual([]);
  });

  it('are tested so closely that any flipped rate, date, place or liable party is noticed', () => {
    // A sample of the shapes of law; `npm run tax -- mutate` tries every file.
    const sample = ['DE', 'FR', 'ES', 'GB', 'SG', 'CA-QC', 'US-WA', 'MX', 'ID'];
    const { tried, survivors } = checkMutations(shipped, ownCases(shipped), sample);
    expect(survivors).toEqual([]);
    expect(tried).toBeGreaterThan(250);
  }, 60_000);

  it('refuse a paid sale by a draft and name what it lacks', () => {
    const sale = saleFactsOf({
      platform: { country: 'US', actsAs: 'disclosed_agent', registrations: [] },
      seller: { country: 'KE', kind: 'sole_trader', taxRegistered: true },
      buyer: { country: 'KE', status: 'consumer' },
      service: { category: 'consulting_personal', format: 'one_to_one', live: true, human: true },
      price: { amountMinor: 10_000, currency: 'KES', taxBehavior: 'inclusive' },
    });
    const verdict = decideSale(sale, Temporal.PlainDate.from('2026-03-10'), files);
    expect(verdict).toMatchObject({
      ok: false,
      refusal: { code: 'no_live_pack', jurisdiction: 'KE', reason: 'draft' },
    });
    expect(JSON.stringify(verdict)).toContain('eTIMS');
  });
});

describe('the engine', () => {
  it('charges two taxes of one province side by side', () => {
    const facts = saleFactsOf({
      platform: { country: 'US', actsAs: 'disclosed_agent', registrations: [] },
      seller: { country: 'CA', region: 'QC', kind: 'sole_trader', taxRegistered: true, qst: true },
      buyer: { country: 'CA', region: 'QC', status: 'consumer' },
      service: { category: 'consulting_personal', format: 'one_to_one', live: true, human: true },
      price: { amountMinor: 10_000, currency: 'CAD', taxBehavior: 'exclusive' },
    });
    const verdict = decideSale(facts, Temporal.PlainDate.from('2026-03-10'), shipped);
    expect(verdict).toMatchObject({
      ok: true,
      value: {
        placeOfSupply: 'CA-QC',
        ratePercent: '14.975',
        taxMinor: 1498n,
        components: [
          { name: 'GST', taxMinor: 500n },
          { name: 'QST', taxMinor: 998n },
        ],
      },
    });
  });

  it('taxes eleven twelfths of the price where the law says so', () => {
    const facts = saleFactsOf({
      platform: { country: 'ID', actsAs: 'disclosed_agent', registrations: [] },
      seller: { country: 'ID', kind: 'sole_trader', taxRegistered: true },
      buyer: { country: 'ID', status: 'consumer' },
      service: { category: 'consulting_personal', live: true, human: true },
      price: { amountMinor: 1_200_000, currency: 'IDR', taxBehavior: 'exclusive' },
    });
    const verdict = decideSale(facts, Temporal.PlainDate.from('2026-03-10'), shipped);
    expect(verdict).toMatchObject({ ok: true, value: { ratePercent: '12', taxMinor: 132_000n } });
  });
});
