import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Row {
  readonly id: string;
  readonly tax_categories: string;
}

type Mapping = Readonly<Record<string, string | readonly string[]>>;

/** A kind of help may fall under several tax categories: what was one becomes a list of one. */
export class CatalogListTaxCategories implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return rewrite(runner, (value) => (typeof value === 'string' ? [value] : value));
  }

  down(runner: QueryRunner): Promise<void> {
    return rewrite(runner, (value) => (typeof value === 'string' ? value : (value[0] ?? '')));
  }
}

async function rewrite(
  runner: QueryRunner,
  change: (value: string | readonly string[]) => string | readonly string[],
): Promise<void> {
  const rows = (await runner.query('SELECT id, tax_categories FROM catalog_categories')) as Row[];
  for (const { id, tax_categories: stored } of rows) {
    const mapping = Object.entries(JSON.parse(stored) as Mapping);
    const changed = Object.fromEntries(mapping.map(([kind, value]) => [kind, change(value)]));
    await runner.query('UPDATE catalog_categories SET tax_categories = ? WHERE id = ?', [
      JSON.stringify(changed),
      id,
    ]);
  }
}
