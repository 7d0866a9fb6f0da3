import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Temporal } from 'temporal-polyfill';
import {
  type SaleQuestion,
  TaxDecisionKeyReusedError,
  TaxFacade,
  TaxModule,
} from '../../../src/modules/tax/index.js';
import { ImportPacks } from '../../../src/modules/tax/application/import-packs.js';
import { readPackFiles, SHIPPED_PACKS } from '../../../src/modules/tax/integrations/pack-files.js';
import { PackVersionRepository } from '../../../src/modules/tax/persistence/pack-version.repository.js';
import { ConfigModule } from '../../../src/platform/config/config.module.js';
import { DatabaseModule } from '../../../src/platform/database/database.module.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { I18nModule } from '../../../src/platform/i18n/i18n.module.js';
import { PlatformModule } from '../../../src/platform/platform.module.js';
import { ratio } from '../../../src/shared/ratio.js';
import { FakeClock } from '../../support/fake-clock.js';
import {
  createTestStore,
  STORES,
  type StoreKind,
  type TestStore,
} from '../../support/test-store.js';

interface TaxTest {
  readonly app: INestApplicationContext;
  readonly tax: TaxFacade;
  close(): Promise<void>;
}

async function startTax(
  kind: StoreKind,
  env: Readonly<Record<string, string>>,
  store?: TestStore,
): Promise<TaxTest> {
  const used = store ?? (await createTestStore(kind, env));
  const module = await Test.createTestingModule({
    imports: [
      ConfigModule.with(used.config, used.secrets),
      PlatformModule.with(new FakeClock()),
      DatabaseModule,
      I18nModule,
      TaxModule,
    ],
  }).compile();
  const app = await module.init();
  return {
    app,
    tax: app.get(TaxFacade),
    close: async () => {
      await app.close();
      if (!store) await used.remove();
    },
  };
}

const CLASS = {
  seller: { country: 'DE', kind: 'sole_trader', taxRegistered: true, ossUnion: true },
  buyer: { country: 'FR', status: 'consumer' },
  service: { category: 'fitness_class', format: 'group', live: true, human: true },
  price: { amountMinor: 2400n, currency: 'EUR', taxBehavior: 'inclusive' },
} as const;

function aClass(overrides: Partial<Omit<SaleQuestion, 'at' | 'date'>> = {}): SaleQuestion {
  return {
    date: Temporal.PlainDate.from('2026-03-10'),
    ...CLASS,
    ...overrides,
  };
}

describe.each(STORES)('TaxFacade on %s', (kind) => {
  let test: TaxTest;
  beforeAll(async () => {
    test = await startTax(kind, { DEMO: '1' });
  });
  afterAll(() => test.close());

  it('quotes without storing', async () => {
    expect(await test.tax.quoteSale(aClass())).toMatchObject({
      ok: true,
      value: { final: false, placeOfSupply: 'FR', taxMinor: 400n, netMinor: 2000n },
    });
  });

  it('makes one decision per key, even when three ask at once', async () => {
    const asked = await Promise.all(
      [1, 2, 3].map(() => test.tax.decideSale('settle:race', aClass())),
    );
    const ids = new Set(asked.map((verdict) => verdict.ok && verdict.value.decisionId));
    expect(ids.size).toBe(1);
    expect([...ids]).not.toContain(false);
  });

  it('gives a stored decision back as it was made', async () => {
    const made = await test.tax.decideSale('settle:kept', aClass());
    if (!made.ok) throw new Error('the sale was refused');
    expect(made.value).toMatchObject({
      final: true,
      components: [{ name: 'TVA', ratePercent: '20', taxMinor: 400n }],
    });
    expect(await test.tax.decision(made.value.decisionId)).toEqual(made.value);
  });

  it('refuses the same key for another question', async () => {
    await test.tax.decideSale('settle:other', aClass());
    await expect(
      test.tax.decideSale(
        'settle:other',
        aClass({ price: { amountMinor: 2500n, currency: 'EUR', taxBehavior: 'inclusive' } }),
      ),
    ).rejects.toThrow(TaxDecisionKeyReusedError);
  });

  it('does not keep a refusal, so that the question can be asked again', async () => {
    const refused = await test.tax.decideSale(
      'settle:refused',
      aClass({ buyer: { country: 'PE', status: 'consumer' } }),
    );
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'tax.no_live_pack', facts: { jurisdiction: 'PE', reason: 'not_adopted' } },
    });
    expect(await test.tax.decideSale('settle:refused', aClass())).toMatchObject({ ok: true });
  });

  it('cannot change or delete a decision', async () => {
    const made = await test.tax.decideSale('settle:immutable', aClass());
    const id = made.ok ? made.value.decisionId : '';
    const { manager } = test.app.get(UnitOfWork);
    await expect(
      manager.query(`UPDATE tax_decisions SET kind = 'other' WHERE id = '${id}'`),
    ).rejects.toThrow(/immutable/);
    await expect(manager.query(`DELETE FROM tax_decisions WHERE id = '${id}'`)).rejects.toThrow(
      /immutable/,
    );
  });

  it('reverses in parts that add up to the whole', async () => {
    const made = await test.tax.decideSale(
      'settle:reversed',
      aClass({ price: { amountMinor: 1001n, currency: 'EUR', taxBehavior: 'inclusive' } }),
    );
    if (!made.ok) throw new Error('the sale was refused');
    const half = await test.tax.reverse(made.value.decisionId, ratio(1n, 2n));
    const rest = await test.tax.reverse(made.value.decisionId, 'all', ratio(1n, 2n));
    expect(half.grossMinor + rest.grossMinor).toBe(1001n);
    expect(half.taxMinor + rest.taxMinor).toBe(made.value.taxMinor);
  });

  it('takes the day of the tax point from the zone of the place of supply', async () => {
    const newYear = await test.tax.quoteSale({
      ...CLASS,
      at: Temporal.Instant.from('2024-12-31T23:30:00Z'),
    });
    expect(newYear).toMatchObject({ ok: true, value: { date: '2025-01-01', placeOfSupply: 'FR' } });
    const stillOld = await test.tax.quoteSale({
      ...CLASS,
      at: Temporal.Instant.from('2024-12-31T22:30:00Z'),
    });
    expect(stillOld).toMatchObject({
      ok: true,
      value: { date: '2024-12-31', placeOfSupply: 'DE' },
    });
  });

  it('decides the commission with the platform of the settings', async () => {
    const question = {
      date: Temporal.PlainDate.from('2026-03-10'),
      expert: { country: 'DE', kind: 'sole_trader', taxRegistered: true },
      fee: { amountMinor: 480n, currency: 'EUR', taxBehavior: 'exclusive' },
    } as const;
    expect(await test.tax.decideCommission('settle:fee', question)).toMatchObject({
      ok: true,
      value: {
        kind: 'commission',
        placeOfSupply: 'DE',
        liable: 'buyer',
        treatment: 'reverse_charge',
        noteRequired: true,
      },
    });
    expect(
      await test.tax.quoteCommission({
        ...question,
        expert: { ...question.expert, country: 'FR' },
      }),
    ).toMatchObject({
      ok: true,
      value: { liable: 'platform', taxMinor: 96n },
    });
  });

  it('withholds nothing where the pack says so', async () => {
    const verdict = await test.tax.quoteWithholding({
      date: Temporal.PlainDate.from('2026-03-10'),
      expert: { country: 'FR', kind: 'sole_trader', taxRegistered: true },
      netMinor: 2000n,
      taxMinor: 400n,
      grossMinor: 2400n,
      currency: 'EUR',
    });
    expect(verdict).toMatchObject({ ok: true, value: { items: [], totalMinor: 0n } });
  });

  it('explains a decision in the language of whoever reads', async () => {
    const made = await test.tax.decideSale('settle:explained', aClass());
    const id = made.ok ? made.value.decisionId : '';
    expect(await test.tax.explain(id, 'en', 'learner')).toEqual([
      'A live class over video is taxed where the learner lives.',
      'No exemption applies, so the French standard rate does.',
      'EUR 24.00 includes EUR 4.00 of tax.',
    ]);
    for (const locale of ['fr', 'ar']) {
      const sentences = await test.tax.explain(id, locale, 'ops');
      expect(
        sentences.filter((sentence) => /\b(trace|party|obligation)\.|\{\{/.test(sentence)),
      ).toEqual([]);
    }
  });

  it('tells a refusal in one sentence', async () => {
    const refused = await test.tax.quoteSale(
      aClass({ buyer: { country: 'PE', status: 'consumer' } }),
    );
    if (refused.ok) throw new Error('the sale was decided');
    expect(await test.tax.explainRefusal(refused.refusal, 'en')).toContain('Peru');
  });

  it('serves the shipped countries in the demo', async () => {
    const served = (await test.tax.servedCountries()).map(
      ({ code, currency, displayInclusive }) => `${code} ${currency} ${displayInclusive}`,
    );
    expect(served).toEqual(
      expect.arrayContaining(['DE EUR true', 'FR EUR true', 'JP JPY true', 'US USD false']),
    );
    // Drafts are law that nobody has confirmed; regions are served with their country.
    expect(served.filter((line) => /^(TH|BR|US-WA|CA-QC) /.test(line))).toEqual([]);
    expect(served).toHaveLength(40);
    expect(test.tax.consumerDisplay('FR')).toBe('inclusive');
  });

  it('knows its own files at the next start and only proposes what changed', async () => {
    const versions = test.app.get(PackVersionRepository);
    const before = await versions.heads();
    await test.app.get(ImportPacks).runShipped();
    await test.app.get(ImportPacks).run(readPackFiles(SHIPPED_PACKS));
    expect(await versions.heads()).toEqual(before);
    const [changed] = readPackFiles(SHIPPED_PACKS).filter(
      ({ jurisdiction }) => jurisdiction === 'DE',
    );
    if (!changed) throw new Error('no German pack ships');
    await test.app.get(ImportPacks).run([{ ...changed, open: ['something new'] }]);
    const german = (await versions.heads()).filter(({ jurisdiction }) => jurisdiction === 'DE');
    expect(german.map(({ version, state }) => [version, state])).toEqual([
      [1, 'live'],
      [2, 'proposed'],
    ]);
    expect(await test.tax.quoteSale(aClass())).toMatchObject({ ok: true });
  });
});

describe.each(STORES)('TaxFacade outside the demo on %s', (kind) => {
  let test: TaxTest;
  beforeAll(async () => {
    test = await startTax(kind, { DEMO: '0' });
  });
  afterAll(() => test.close());

  it('sells nothing paid before somebody adopted the country, and passes what is free', async () => {
    expect(await test.tax.servedCountries()).toEqual([]);
    expect(await test.tax.quoteSale(aClass())).toMatchObject({
      ok: false,
      refusal: { code: 'tax.no_live_pack' },
    });
    const free = aClass({ price: { amountMinor: 0n, currency: 'EUR', taxBehavior: 'inclusive' } });
    expect(await test.tax.quoteSale(free)).toMatchObject({
      ok: true,
      value: { treatment: 'no_consideration' },
    });
  });

  it('opens only the country that was adopted', async () => {
    await test.tax.adoptCountry('FR', '019aa000-0000-7000-8000-000000000001');
    expect((await test.tax.servedCountries()).map(({ code }) => code)).toEqual(['FR']);
    expect(await test.tax.quoteSale(aClass())).toMatchObject({
      ok: true,
      value: { placeOfSupply: 'FR' },
    });
    expect(
      await test.tax.quoteSale(aClass({ buyer: { country: 'DE', status: 'consumer' } })),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'tax.no_live_pack', facts: { jurisdiction: 'DE' } },
    });
    await expect(
      test.tax.adoptCountry('TH', '019aa000-0000-7000-8000-000000000001'),
    ).rejects.toMatchObject({ code: 'tax.pack_not_adoptable' });
  });

  it('opens a country with all its regions', async () => {
    await test.tax.adoptCountry('CA', '019aa000-0000-7000-8000-000000000001');
    const inQuebec = await test.tax.quoteSale(
      aClass({
        seller: { country: 'CA', region: 'QC', kind: 'sole_trader', taxRegistered: true },
        buyer: { country: 'CA', region: 'QC', status: 'consumer' },
        price: { amountMinor: 10_000n, currency: 'CAD', taxBehavior: 'exclusive' },
      }),
    );
    expect(inQuebec).toMatchObject({
      ok: true,
      value: { placeOfSupply: 'CA-QC', ratePercent: '14.975', taxMinor: 1498n },
    });
  });
});
