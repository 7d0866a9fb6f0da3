import { type Category, type CategoryNode, inLanguage } from '../domain/category.js';
import type { CategoryTree } from '../domain/category-tree.js';
import type { SearchListings } from './search-listings.js';

export interface CategoryView {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly icon: string;
  readonly parentSlug: string | null;
  readonly listingCount: number;
  readonly freeNowCount: number;
}

/** One category for those who edit the tree. */
export interface CategoryForEditing {
  /** As it was written. */
  readonly own: CategoryNode;
  /** With what it has from its parents. */
  readonly effective: Category;
  /** What it would have if it said nothing of its own. */
  readonly inherited: Pick<Category, 'requirements' | 'taxCategories' | 'forbidsRecording'>;
  readonly oldAddresses: readonly string[];
}

type Counts = Awaited<ReturnType<SearchListings['countsByCategory']>>;

export function categoryViewOf(
  category: Category,
  tree: CategoryTree,
  counts: Counts,
  language: string,
): CategoryView {
  const parent = category.parentId === null ? undefined : tree.node(category.parentId);
  return {
    id: category.id,
    slug: category.slug,
    name: inLanguage(category.names, language),
    icon: category.icon,
    parentSlug: parent?.slug ?? null,
    ...(counts.get(category.slug) ?? { listingCount: 0, freeNowCount: 0 }),
  };
}
