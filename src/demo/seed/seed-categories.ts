import { Injectable } from '@nestjs/common';
import { CatalogFacade } from '../../modules/catalog/index.js';
import { DEMO_CATEGORIES } from '../content/categories.js';

/** Plants the demo's tree of categories. */
@Injectable()
export class SeedCategories {
  private ids: Map<string, string> | null = null;

  constructor(private readonly catalog: CatalogFacade) {}

  async add(): Promise<void> {
    const ids = await this.idsBySlug();
    for (const [position, { parentSlug, ...category }] of DEMO_CATEGORIES.entries()) {
      if (ids.has(category.slug)) continue;
      const parentId = parentSlug === null ? null : (ids.get(parentSlug) ?? null);
      const id = await this.catalog.addCategory({ ...category, parentId, position });
      ids.set(category.slug, id);
    }
  }

  async idsBySlug(): Promise<Map<string, string>> {
    if (this.ids) return this.ids;
    const views = await this.catalog.categoryViews('en');
    this.ids = new Map(views.map(({ slug, id }) => [slug, id]));
    return this.ids;
  }
}
