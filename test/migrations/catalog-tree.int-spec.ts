import { DataSource, type QueryRunner } from 'typeorm';
import { databaseOptions } from '../../src/platform/database/database-options.js';
import { createTestStore, STORES, type TestStore } from '../support/test-store.js';

/** The first migration of those that take the tree of categories apart from what was there. */
const FIRST = 'CatalogAddCategoryState1763800000304';

describe.each(STORES)('the move to a tree that can be edited, on %s', (kind) => {
  let store: TestStore;
  let source: DataSource;
  beforeAll(async () => {
    store = await createTestStore(kind);
    const options = await databaseOptions(store.config, store.secrets);
    const migrations = (options.migrations as { readonly name: string }[]).filter(({ name }) =>
      name.startsWith('Catalog'),
    );
    const split = migrations.findIndex(({ name }) => name === FIRST);
    await migrate({ ...options, migrations: migrations.slice(0, split) } as typeof options);
    source = await migrate({ ...options, migrations } as typeof options, fillAsBefore);
  }, 60_000);
  afterAll(async () => {
    await source.destroy();
    await store.remove();
  });

  async function migrate(
    options: Awaited<ReturnType<typeof databaseOptions>>,
    before?: (runner: QueryRunner) => Promise<void>,
  ): Promise<DataSource> {
    const opened = await new DataSource(options).initialize();
    const runner = opened.createQueryRunner();
    await before?.(runner);
    await opened.runMigrations();
    await runner.release();
    if (!before) await opened.destroy();
    return opened;
  }

  async function fillAsBefore(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO catalog_categories (id, slug, parent_id, icon, names, requirements, tax_categories, forbids_recording, position)
       VALUES ('c1', 'cooking', NULL, 'cooking', '{}', '[]', '{"lesson":"hobby_class"}', 0, 0)`,
    );
    await runner.query(
      `INSERT INTO catalog_revisions (id, listing_id, number, state, content, created_at)
       VALUES ('r1', 'l1', 1, 'live', '{"categoryId":"c1","title":"Bread"}', 0)`,
    );
  }

  const rows = (statement: string) => source.query<Record<string, string | null>[]>(statement);

  it('makes lists of tax categories, knows each address, and finds revisions by their category', async () => {
    const [category] = await rows('SELECT * FROM catalog_categories');
    expect(category).toMatchObject({ state: 'open', merged_into: null });
    expect(JSON.parse(category?.['tax_categories'] ?? '')).toEqual({ lesson: ['hobby_class'] });
    expect(await rows('SELECT slug, category_id FROM catalog_category_addresses')).toEqual([
      { slug: 'cooking', category_id: 'c1' },
    ]);
    expect(await rows('SELECT category_id FROM catalog_revisions')).toEqual([
      { category_id: 'c1' },
    ]);
  });
});
