import type { Category, HelpKind } from '../../modules/catalog/index.js';
import { type Branch, type Trade, TRADES } from './trades.js';

export interface DemoCategory extends Omit<Category, 'id' | 'parentId' | 'position'> {
  readonly parentSlug: string | null;
}

/** Each trade before its parts, in the order in which pages show them. */
export const DEMO_CATEGORIES: readonly DemoCategory[] = TRADES.flatMap((trade) => [
  categoryOf(trade, trade, null),
  ...trade.parts.map((part) => categoryOf(part, trade, trade.slug)),
]);

/** A part asks and is taxed as its trade unless it says otherwise. */
function categoryOf(branch: Branch, trade: Trade, parentSlug: string | null): DemoCategory {
  return {
    slug: branch.slug,
    parentSlug,
    icon: branch.icon ?? trade.icon,
    names: branch.names,
    requirements: trade.requirements,
    taxCategories: branch.taxCategories ?? trade.taxCategories,
    forbidsRecording: trade.forbidsRecording ?? false,
  };
}

/** @throws RangeError for a slug that the demo does not have */
export function demoCategory(slug: string): DemoCategory {
  const category = DEMO_CATEGORIES.find((candidate) => candidate.slug === slug);
  if (!category) throw new RangeError(`the demo has no category ${slug}`);
  return category;
}

/** @throws RangeError when the category does not offer this kind of help */
export function demoTaxCategory(slug: string, kind: HelpKind): string {
  const taxCategory = demoCategory(slug).taxCategories[kind];
  if (!taxCategory) throw new RangeError(`${slug} does not offer ${kind}`);
  return taxCategory;
}
