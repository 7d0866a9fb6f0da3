import { Temporal } from 'temporal-polyfill';
import { canonicalJson } from '../../../shared/canonical-json.js';
import { replay } from '../application/replay.js';
import { decideSale } from '../domain/decide.js';
import { dryRun } from '../domain/dry-run.js';
import { saleFactsOf } from '../domain/facts-json.js';
import type { PackBody, PackFile } from '../domain/pack.js';
import { differencesOf } from '../domain/pack-diff.js';
import type { StoredSupply } from '../domain/stored-supply.js';
import { packSetOfFiles, readPackFiles, SHIPPED_PACKS } from './pack-files.js';

const files = readPackFiles(SHIPPED_PACKS);
const packs = packSetOfFiles(files);
const singapore = files.find(
  (body): body is PackBody => body.kind === 'country' && body.jurisdiction === 'SG',
);
if (!singapore) throw new Error('no pack of Singapore ships');

/** Singapore with another rate from 2026 on. */
const dearer: PackBody = {
  ...singapore,
  rates: {
    ...singapore.rates,
    standard: [
      { percent: '9', from: '2024-01-01', to: '2025-12-31', source: 's-vat' },
      { percent: '10', from: '2026-01-01', source: 's-vat' },
    ],
  },
};
const changed = packSetOfFiles(
  files.map((body): PackFile => (body.jurisdiction === 'SG' ? dearer : body)),
);

function sold(decisionId: string, country: string, amountMinor: number): StoredSupply {
  const sale = saleFactsOf({
    platform: { country: 'US', region: 'DE', actsAs: 'disclosed_agent', registrations: [] },
    seller: { country, kind: 'sole_trader', taxRegistered: true },
    buyer: { country, status: 'consumer' },
    service: { category: 'consulting_personal', format: 'one_to_one', live: true, human: true },
    price: { amountMinor, currency: 'SGD', taxBehavior: 'exclusive' },
  });
  const verdict = decideSale(sale, Temporal.PlainDate.from('2026-03-10'), packs);
  if (!verdict.ok) throw new Error(verdict.refusal.code);
  const facts = JSON.parse(canonicalJson(sale)) as Record<string, unknown>;
  return { decisionId, kind: 'sale', facts, decided: verdict.value };
}

const past = [sold('small', 'SG', 10_000), sold('large', 'SG', 90_000), sold('other', 'JP', 5_000)];

describe('dryRun', () => {
  it('sums by treatment before and after, and tells the largest change first', () => {
    const { rows, changes, blocked } = dryRun(past, changed);
    expect(rows).toEqual([
      {
        treatment: 'standard',
        currency: 'SGD',
        count: 3,
        grossMinor: 115_500n,
        taxBeforeMinor: 9_500n,
        taxAfterMinor: 10_500n,
      },
    ]);
    expect(changes.map(({ decisionId, after }) => `${decisionId}: ${after}`)).toEqual([
      'large: SG expert standard 10 % 9000',
      'small: SG expert standard 10 % 1000',
    ]);
    expect(blocked).toEqual([]);
  });

  it('names what would be refused and why', () => {
    const draft = packSetOfFiles(
      files.map((body): PackFile =>
        body === singapore ? { ...singapore, status: 'draft' } : body,
      ),
    );
    expect(dryRun(past, draft).blocked).toEqual([
      { decisionId: 'small', reason: 'no_live_pack' },
      { decisionId: 'large', reason: 'no_live_pack' },
    ]);
  });
});

describe('differencesOf', () => {
  it('tells a changed rate in words and nothing else', () => {
    expect(differencesOf(singapore, dearer)).toEqual([
      'rate standard no longer: 7 % from 2007-07-01 to 2022-12-31',
      'rate standard no longer: 8 % from 2023-01-01 to 2023-12-31',
      'rate standard no longer: 9 % from 2024-01-01',
      'rate standard now: 9 % from 2024-01-01 to 2025-12-31',
      'rate standard now: 10 % from 2026-01-01',
    ]);
    expect(differencesOf(singapore, singapore)).toEqual([]);
  });

  it('tells a rule that is gone, one that changed, and another order', () => {
    const [first, second, ...rest] = singapore.liability;
    if (!first || !second) throw new Error('two rules are needed');
    const swapped = {
      ...singapore,
      liability: [second, { ...first, liable: 'buyer' as const }, ...rest],
    };
    expect(differencesOf(singapore, { ...singapore, liability: [second, ...rest] })).toEqual([
      `rule ${first.id} is gone`,
    ]);
    expect(differencesOf(singapore, swapped)).toEqual([
      `rule ${first.id}, liable: "${first.liable}" → "buyer"`,
      expect.stringContaining('order of the rules'),
    ]);
  });
});

describe('replay', () => {
  const versions = files.map((body) => ({
    jurisdiction: body.jurisdiction,
    version: 1,
    hash:
      packs.packs.get(body.jurisdiction)?.hash ?? packs.unions.get(body.jurisdiction)?.hash ?? '',
    body,
  }));

  it('decides an old sale by the versions of then, beside newer ones', () => {
    const newer = { jurisdiction: 'SG', version: 2, hash: 'another', body: dearer };
    expect(past.map((supply) => replay(supply, [newer, ...versions]).isSame)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('notices amounts that were tampered with, and a version that is gone', () => {
    const [first] = past;
    if (!first) throw new Error('one sale is needed');
    const tampered = { ...first, decided: { ...first.decided, taxMinor: 1n } };
    expect(replay(tampered, versions).isSame).toBe(false);
    expect(
      replay(
        first,
        versions.filter(({ jurisdiction }) => jurisdiction !== 'SG'),
      ).isSame,
    ).toBe(false);
  });
});
