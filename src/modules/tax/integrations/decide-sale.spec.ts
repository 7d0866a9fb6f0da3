import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { canonicalJson } from '../../../shared/canonical-json.js';
import { ratio } from '../../../shared/ratio.js';
import { decideSale } from '../domain/decide.js';
import type { SaleFacts } from '../domain/facts.js';
import { saleFactsOf } from '../domain/facts-json.js';
import { draftsAsLaw } from '../domain/law.js';
import { reversePart } from '../domain/reversal.js';
import { replay } from '../application/replay.js';
import { CATEGORIES, EVIDENCE_CODES, SELLER_KINDS } from '../domain/vocabulary.js';
import { packSetOfFiles, readPackFiles, SHIPPED_PACKS } from './pack-files.js';

const packs = draftsAsLaw(packSetOfFiles(readPackFiles(SHIPPED_PACKS)));
const TODAY = Temporal.PlainDate.from('2026-03-10');

function aSale(overrides: Record<string, unknown> = {}): SaleFacts {
  return saleFactsOf({
    platform: { country: 'FR', actsAs: 'disclosed_agent', registrations: ['FR', 'EU-OSS'] },
    seller: { country: 'DE', kind: 'sole_trader', taxRegistered: true, ossUnion: true },
    buyer: { country: 'FR', status: 'consumer' },
    service: { category: 'hobby_class', format: 'group', live: true, human: true },
    price: { amountMinor: 2400, currency: 'EUR', taxBehavior: 'inclusive' },
    ...overrides,
  });
}

const jurisdictions = [...packs.packs.values()].map(({ body }) => body);
const codes = jurisdictions
  .filter(({ partOf }) => partOf === undefined)
  .map(({ jurisdiction }) => jurisdiction);
const regionsOf: Readonly<Record<string, readonly string[]>> = {
  CA: ['ON', 'QC', 'AB'],
  IN: ['MH', 'KA'],
  PK: ['PB', 'SD'],
  US: ['TX', 'WA', 'HI', 'NM', 'FL'],
};

/** A country of a pack, or one that nobody looked at; a region where the law asks for one. */
const places = fc.tuple(fc.constantFrom(...codes, 'PE'), fc.nat()).map(([country, pick]) => {
  const regions = regionsOf[country];
  const region = regions?.[pick % regions.length];
  return { country, ...(region !== undefined && { region }) };
});

const sales = fc
  .record({
    seller: fc
      .tuple(
        places,
        fc.record({
          kind: fc.constantFrom(...SELLER_KINDS),
          taxRegistered: fc.boolean(),
          scheme: fc.constantFrom('none', 'small_business'),
          ossUnion: fc.boolean(),
          exStates: fc.subarray(['DE', 'FR']),
          licence: fc.constantFrom(null, 'CPA'),
          worldTurnoverBand: fc.constantFrom('under_threshold', 'over_threshold'),
          foreignRegistrations: fc.subarray(['SG', 'JP', 'NO-VOEC', 'CA', 'US-WA']),
          qst: fc.boolean(),
          lut: fc.boolean(),
        }),
      )
      .map(([place, facts]) => ({ ...facts, ...place })),
    buyer: fc
      .tuple(
        places,
        fc.record({
          status: fc.constantFrom('consumer', 'business'),
          taxId: fc.constantFrom('FR40303265045', 'DE136695976', '53004085616', '300000000000003'),
          taxIdValid: fc.boolean(),
          county: fc.constantFrom('Honolulu', 'Maui'),
        }),
      )
      .map(([place, facts]) => ({ ...facts, ...place })),
    service: fc.record({
      category: fc.constantFrom(...CATEGORIES),
      format: fc.constantFrom('one_to_one', 'group'),
      live: fc.constantFrom(true, true, true, false),
      human: fc.constantFrom(true, true, true, false),
    }),
    platform: fc.record({
      country: fc.constantFrom('FR', 'IE', 'US', 'JP'),
      actsAs: fc.constantFrom('disclosed_agent', 'own_name'),
      registrations: fc.subarray(['FR', 'IE', 'EU-OSS', 'US-WA', 'SG-OVR', 'CA-simplified', 'JP']),
      designatedIn: fc.subarray(['JP']),
    }),
    evidence: fc.subarray([...EVIDENCE_CODES]),
    price: fc.record({
      amountMinor: fc.integer({ min: 1, max: 10_000_000 }),
      currency: fc.constant('EUR'),
      taxBehavior: fc.constantFrom('inclusive', 'exclusive'),
    }),
  })
  .map(saleFactsOf);
const days = fc
  .constantFrom('2014-12-31', '2020-08-01', '2024-12-31', '2025-01-01', '2026-03-10')
  .map((day) => Temporal.PlainDate.from(day));

/** Registrations and designations are lists of what somebody has; without them nobody may collect. */
const CLAIMED = new Set(['registrations', 'foreignRegistrations', 'designatedIn']);

describe('decideSale', () => {
  it('places a live class with the learner and explains itself rule by rule', () => {
    const verdict = decideSale(aSale(), TODAY, packs);
    expect(verdict).toMatchObject({
      ok: true,
      value: {
        placeOfSupply: 'FR',
        liable: 'expert',
        netMinor: 2000n,
        taxMinor: 400n,
        grossMinor: 2400n,
      },
    });
    const rules = verdict.ok ? verdict.value.trace.flatMap(({ ruleId }) => ruleId ?? []) : [];
    expect(rules).toEqual(['eu.p3', 'fr.l9', 'fr.t9', 'FR.rate.standard']);
  });

  it('records the version and hash of every file that it rests on', () => {
    const verdict = decideSale(aSale(), TODAY, packs);
    expect(verdict.ok && verdict.value.packs.map(({ jurisdiction }) => jurisdiction)).toEqual([
      'DE',
      'EU',
      'FR',
    ]);
    expect(verdict.ok && verdict.value.packs.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(
      true,
    );
  });

  it('bears the legal note in the languages of both sides under reverse charge', () => {
    const verdict = decideSale(
      aSale({
        buyer: { country: 'FR', status: 'business', taxId: 'FR40303265045', taxIdValid: true },
      }),
      TODAY,
      packs,
    );
    expect(verdict).toMatchObject({
      ok: true,
      value: {
        noteRequired: true,
        notes: [
          {
            id: 'n.rc',
            texts: { de: 'Steuerschuldnerschaft des Leistungsempfängers', fr: 'Autoliquidation' },
          },
        ],
        en16931: { category: 'AE', exemptionCode: 'VATEX-EU-AE' },
        invoiceRequirements: { jurisdiction: 'DE' },
        obligations: [{ code: 'reverse_charge_statement', who: 'expert', where: 'FR' }],
      },
    });
  });

  it('does not believe a register answer about an id whose check digits are wrong', () => {
    const verdict = decideSale(
      aSale({
        buyer: { country: 'FR', status: 'business', taxId: 'FR00000000000', taxIdValid: true },
      }),
      TODAY,
      packs,
    );
    expect(verdict).toMatchObject({ ok: true, value: { liable: 'expert', treatment: 'standard' } });
  });

  it('names the registration that an expert lacks instead of lowering the tax', () => {
    const verdict = decideSale(
      aSale({ seller: { country: 'DE', kind: 'sole_trader', taxRegistered: true } }),
      TODAY,
      packs,
    );
    expect(verdict).toMatchObject({
      ok: true,
      value: {
        taxMinor: 400n,
        obligations: [{ code: 'registration_needed', who: 'expert', where: 'FR' }],
      },
    });
  });

  it('chooses the country that two pieces of evidence name over the declared one', () => {
    const evidence = [
      { source: 'declared', country: 'DE' },
      { source: 'card', country: 'FR' },
      { source: 'ip', country: 'FR' },
    ];
    const verdict = decideSale(
      aSale({ buyer: { country: 'DE', status: 'consumer', evidence } }),
      TODAY,
      packs,
    );
    expect(verdict).toMatchObject({ ok: true, value: { placeOfSupply: 'FR' } });
  });

  it('refuses a paid sale to a country without a live pack and passes a free one', () => {
    const buyer = { country: 'PE', status: 'consumer' };
    expect(decideSale(aSale({ buyer }), TODAY, packs)).toMatchObject({
      ok: false,
      refusal: { code: 'no_live_pack', jurisdiction: 'PE', reason: 'not_adopted' },
    });
    const free = aSale({
      buyer,
      price: { amountMinor: 0, currency: 'EUR', taxBehavior: 'inclusive' },
    });
    expect(decideSale(free, TODAY, packs)).toMatchObject({
      ok: true,
      value: { treatment: 'no_consideration', placeOfSupply: 'PE' },
    });
  });

  it('needs no pack of the buyer where a rule of the union settles the case', () => {
    const sale = aSale({
      service: { category: 'consulting_business', live: true, human: true },
      buyer: { country: 'IT', status: 'business', taxId: 'IT00743110157', taxIdValid: true },
    });
    expect(decideSale(sale, TODAY, packs)).toMatchObject({
      ok: true,
      value: {
        placeOfSupply: 'IT',
        liable: 'buyer',
        treatment: 'reverse_charge',
        noteRequired: true,
      },
    });
  });

  it('asks for a fact that a rule needs', () => {
    const sale = aSale({ service: { category: 'hobby_class', human: true } });
    expect(decideSale(sale, TODAY, packs)).toMatchObject({
      ok: false,
      refusal: { code: 'fact_missing', facts: ['service.live'] },
    });
  });

  it('keeps net plus tax equal to gross and never taxes what is not taxed', () => {
    fc.assert(
      fc.property(sales, days, (sale, day) => {
        const verdict = decideSale(sale, day, packs);
        if (!verdict.ok) return;
        const { netMinor, taxMinor, grossMinor, components, noteRequired, notes } = verdict.value;
        expect(netMinor + taxMinor).toBe(grossMinor);
        expect(components.reduce((tax, part) => tax + part.taxMinor, 0n)).toBe(taxMinor);
        expect(sale.price.taxBehavior === 'inclusive' ? grossMinor : netMinor).toBe(
          sale.price.amountMinor,
        );
        expect(noteRequired).toBe(notes.length > 0);
        for (const note of notes) expect(note.texts['en']).toBeTruthy();
      }),
    );
  });

  it('takes back nothing more and nothing less than the whole in a refund of everything', () => {
    fc.assert(
      fc.property(sales, days, fc.integer({ min: 0, max: 100 }), (sale, day, percent) => {
        const verdict = decideSale(sale, day, packs);
        if (!verdict.ok) return;
        const first = ratio(BigInt(percent), 100n);
        const some = reversePart(verdict.value, first);
        const rest = reversePart(verdict.value, ratio(BigInt(100 - percent), 100n), first);
        const { netMinor, taxMinor, grossMinor } = verdict.value;
        expect(netMinor - some.netMinor - rest.netMinor).toBe(0n);
        expect(taxMinor - some.taxMinor - rest.taxMinor).toBe(0n);
        expect(grossMinor - some.grossMinor - rest.grossMinor).toBe(0n);
      }),
    );
  });

  it('is made again by the packs that it names, whatever else is live by then', () => {
    const versions = [...packs.unions.values(), ...packs.packs.values()].map(
      ({ body, version, hash }) => ({ jurisdiction: body.jurisdiction, version, hash, body }),
    );
    fc.assert(
      fc.property(sales, days, (sale, day) => {
        const verdict = decideSale(sale, day, packs);
        if (!verdict.ok || verdict.value.treatment === 'no_consideration') return;
        const facts = JSON.parse(canonicalJson(sale)) as Record<string, unknown>;
        const supply = { decisionId: 'd', kind: 'sale' as const, facts, decided: verdict.value };
        expect(replay(supply, versions).isSame).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same bytes for the same facts', () => {
    fc.assert(
      fc.property(sales, days, (sale, day) => {
        expect(canonicalJson(decideSale(sale, day, packs))).toBe(
          canonicalJson(decideSale(structuredClone(sale), day, packs)),
        );
      }),
    );
  });

  it('never lowers a tax because a fact is missing', () => {
    const parts = ['seller', 'buyer', 'service', 'platform'] as const;
    fc.assert(
      fc.property(sales, days, fc.constantFrom(...parts), fc.nat(), (sale, day, part, pick) => {
        const full = decideSale(sale, day, packs);
        // That a register denies an id is an answer, not a claim: without it the id stands as given.
        const isDenial = (name: string): boolean =>
          name === 'taxIdValid' && sale.buyer.taxIdValid === false;
        const names = Object.keys(sale[part]).filter(
          (name) => !CLAIMED.has(name) && !isDenial(name),
        );
        const name = names[pick % names.length] ?? '';
        const rest = Object.fromEntries(Object.entries(sale[part]).filter(([key]) => key !== name));
        const thinner = decideSale({ ...sale, [part]: rest }, day, packs);
        if (full.ok && thinner.ok)
          expect(thinner.value.taxMinor).toBeGreaterThanOrEqual(full.value.taxMinor);
      }),
      { numRuns: 2000 },
    );
  });
});
