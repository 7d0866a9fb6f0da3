import { lintPacks } from './lint.js';
import type { LiabilityRule, PackBody, RatePeriod, TreatmentRule } from './pack.js';

const TODAY = '2026-11-22';

const EVERYTHING: TreatmentRule = {
  id: 'xx.t9',
  when: {},
  rate: 'standard',
  confidence: 'law',
  source: 's',
  say: { en: 'x' },
};
const EXPERT: LiabilityRule = {
  id: 'xx.l9',
  when: {},
  liable: 'expert',
  confidence: 'law',
  source: 's',
  say: { en: 'x' },
};

function aPack(overrides: Partial<PackBody> = {}): PackBody {
  return {
    schema: 'taxpack/1',
    kind: 'country',
    status: 'complete',
    jurisdiction: 'XX',
    name: { en: 'Nowhere' },
    languages: ['de'],
    coversFrom: '2020-01-01',
    timezone: 'UTC',
    currency: 'EUR',
    tax: { code: 'VAT', component: 'VAT', label: { en: 'VAT' } },
    display: { consumer: 'inclusive', business: 'exclusive' },
    rates: { standard: [{ percent: '10', from: '2020-01-01', source: 's' }] },
    place: [
      { id: 'xx.p9', when: {}, place: 'seller', confidence: 'law', source: 's', say: { en: 'x' } },
    ],
    liability: [EXPERT],
    treatments: [EVERYTHING],
    rounding: { scope: 'invoice_per_rate', mode: 'half_up' },
    invoice: { required: [], clearance: 'none' },
    commission: { rule: 'none' },
    withholding: [],
    notes: {},
    sources: {
      s: { law: 'a law', url: 'https://example.org', readOn: TODAY, readBy: 'test', kind: 'law' },
    },
    open: [],
    golden: [aCase('2020-01-01')],
    ...overrides,
  };
}

function aCase(date: string): object {
  return {
    id: `xx-${date}`,
    kind: 'sale',
    input: {
      date,
      platform: { country: 'XX', actsAs: 'disclosed_agent' },
      seller: { country: 'XX', kind: 'company', taxRegistered: true },
      buyer: { country: 'XX', status: 'consumer' },
      service: { category: 'other', format: 'group', live: true, human: true },
      price: { amountMinor: 1000, currency: 'EUR', taxBehavior: 'exclusive' },
    },
    expect: { liable: 'expert' },
  };
}

function rulesBroken(body: PackBody, today = TODAY): string[] {
  const packs = { unions: new Map(), packs: new Map([['XX', { body, version: 1, hash: '' }]]) };
  return [
    ...new Set(lintPacks(packs, today, []).map(({ severity, rule }) => `${severity} ${rule}`)),
  ];
}

function rates(...periods: Partial<RatePeriod>[]): Partial<PackBody> {
  return {
    rates: {
      standard: periods.map((period) => ({
        percent: '10',
        from: '2020-01-01',
        source: 's',
        ...period,
      })),
    },
  };
}

describe('lintPacks', () => {
  it('finds nothing in a clean pack', () => {
    expect(rulesBroken(aPack())).toEqual([]);
  });

  it('finds a day without a rate and a day with two', () => {
    const boundaryCases = {
      golden: ['2020-01-01', '2021-12-31', '2022-01-02', '2022-01-01', '2020-12-31'].map(aCase),
    };
    expect(
      rulesBroken(
        aPack({ ...rates({ to: '2021-12-31' }, { from: '2022-01-02' }), ...boundaryCases }),
      ),
    ).toContain('error rate-dates');
    expect(
      rulesBroken(
        aPack({ ...rates({ to: '2022-01-01' }, { from: '2022-01-01' }), ...boundaryCases }),
      ),
    ).toEqual(['error rate-dates']);
    expect(rulesBroken(aPack(rates({ from: '2020-06-01' })))).toContain('error rate-dates');
  });

  it('warns before a temporary rate ends and blocks after', () => {
    const temporary = aPack(rates({ expiresOn: '2026-12-31' }));
    expect(rulesBroken(temporary, '2026-06-01')).toEqual([]);
    expect(rulesBroken(temporary, '2026-12-01')).toEqual(['warning rate-expires']);
    expect(rulesBroken(temporary, '2027-01-01')).toEqual(['error rate-expired']);
  });

  it('finds a rule that others always come before, even together', () => {
    const consumer: TreatmentRule = {
      ...EVERYTHING,
      id: 'xx.t1',
      when: { 'buyer.status': 'consumer' },
    };
    const business: TreatmentRule = {
      ...EVERYTHING,
      id: 'xx.t2',
      when: { 'buyer.status': 'business' },
    };
    const found = rulesBroken(aPack({ treatments: [consumer, business, EVERYTHING] }));
    expect(found).toContain('error unreachable');
  });

  it('finds a list that does not answer for everything', () => {
    const consumerOnly: TreatmentRule = { ...EVERYTHING, when: { 'buyer.status': 'consumer' } };
    expect(rulesBroken(aPack({ treatments: [consumerOnly] }))).toEqual(['error catch-all']);
    expect(
      rulesBroken(
        aPack({
          treatments: [{ ...EVERYTHING, to: '2024-12-31' }],
          golden: ['2020-01-01', '2024-12-31', '2025-01-01'].map(aCase),
        }),
      ),
    ).toContain('error catch-all');
  });

  it('finds words that no fact can be and facts that are not known yet', () => {
    const wrong: TreatmentRule = { ...EVERYTHING, id: 'xx.t1', when: { category: 'juggling' } };
    expect(rulesBroken(aPack({ treatments: [wrong, EVERYTHING] }))).toContain('error vocabulary');
    const place = [
      {
        id: 'xx.p1',
        when: { 'seller.atPlace': true },
        place: 'seller',
        confidence: 'law',
        source: 's',
        say: { en: 'x' },
      },
    ] as const;
    expect(rulesBroken(aPack({ place }))).toContain('error place-fact');
  });

  it('finds sources, notes and languages that are missing', () => {
    expect(rulesBroken(aPack({ liability: [{ ...EXPERT, source: 'elsewhere' }] }))).toEqual([
      'error source',
    ]);
    expect(rulesBroken(aPack({ liability: [{ ...EXPERT, note: 'n.x' }] }))).toEqual(['error note']);
    expect(
      rulesBroken(
        aPack({
          liability: [{ ...EXPERT, note: 'n.x' }],
          notes: { 'n.x': { texts: { en: 'Exempt' } } },
        }),
      ),
    ).toEqual(['error note-language']);
  });

  it('finds a rule that no golden case reaches and a boundary with one side only', () => {
    expect(rulesBroken(aPack({ golden: [] }))).toEqual(['error golden-coverage']);
    expect(
      rulesBroken(aPack(rates({ to: '2022-12-31' }, { from: '2023-01-01', percent: '11' }))),
    ).toEqual(['error golden-boundary']);
  });

  it('finds a golden case that fails', () => {
    const failing = { ...aCase('2020-01-01'), expect: { liable: 'platform' } };
    expect(rulesBroken(aPack({ golden: [failing] }))).toEqual(['error golden']);
  });

  it('tells when a review is overdue', () => {
    expect(rulesBroken(aPack({ liability: [{ ...EXPERT, reviewBy: '2026-01-01' }] }))).toEqual([
      'warning review',
    ]);
  });
});
