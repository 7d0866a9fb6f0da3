import { taxCategoryFor } from './category.js';
import type { CategoryTree } from './category-tree.js';
import type { HelpKind } from './listing-draft.js';

/** What of an offer decides its tax category. */
export interface TaxedOffer {
  readonly listingId: string;
  readonly title: string;
  readonly categoryId: string;
  readonly kindOfHelp: HelpKind;
  /** What the expert picked; null takes the category's usual one. */
  readonly taxCategory: string | null;
}

/** An offer that would be taxed otherwise. */
export interface TaxEffect {
  readonly listingId: string;
  readonly title: string;
  readonly kindOfHelp: HelpKind;
  readonly before: string | null;
  /** Null: nobody could say what tax it bears, so it could not be sold. */
  readonly after: string | null;
}

/** The offers that a change of the tree would tax otherwise, in the order given. */
export function taxEffects(
  offers: readonly TaxedOffer[],
  before: CategoryTree,
  after: CategoryTree,
): TaxEffect[] {
  return offers.flatMap(({ listingId, title, categoryId, kindOfHelp, taxCategory }) => {
    const inTree = (tree: CategoryTree): string | null =>
      taxCategoryFor(tree.category(categoryId)?.taxCategories ?? {}, kindOfHelp, taxCategory);
    const effect = { listingId, title, kindOfHelp, before: inTree(before), after: inTree(after) };
    return effect.before === effect.after ? [] : [effect];
  });
}
