import type { CategoryNode, HelpKind, TaxMapping } from '../../modules/catalog/index.js';
import { type Branch, type TaxPosition, type Trade, TRADES } from './trades.js';

export interface DemoCategory extends Omit<
  CategoryNode,
  'id' | 'parentId' | 'position' | 'state' | 'mergedInto'
> {
  readonly parentSlug: string | null;
}

/** Each trade before its parts, in the order in which pages show them. */
export const DEMO_CATEGORIES: readonly DemoCategory[] = TRADES.flatMap((trade) => [
  categoryOf(trade, null),
  ...trade.parts.map((part) => partOf(part, trade)),
]);

function categoryOf(trade: Trade, parentSlug: string | null): DemoCategory {
  return {
    slug: trade.slug,
    parentSlug,
    icon: trade.icon,
    names: trade.names,
    requirements: trade.requirements,
    taxCategories: listed(trade.taxCategories),
    forbidsRecording: trade.forbidsRecording ?? false,
  };
}

/** A part has what it asks and how it is taxed from its trade, unless it says otherwise. */
function partOf(part: Branch, trade: Trade): DemoCategory {
  return {
    slug: part.slug,
    parentSlug: trade.slug,
    icon: part.icon ?? trade.icon,
    names: part.names,
    requirements: [],
    taxCategories: listed(part.taxCategories ?? {}),
    forbidsRecording: false,
  };
}

function listed(mapping: TaxPosition): TaxMapping {
  return Object.fromEntries(Object.entries(mapping).map(([kind, usual]) => [kind, [usual]]));
}

/** @throws RangeError for a slug that the demo does not have */
export function demoCategory(slug: string): DemoCategory {
  const category = DEMO_CATEGORIES.find((candidate) => candidate.slug === slug);
  if (!category) throw new RangeError(`the demo has no category ${slug}`);
  return category;
}

/** @throws RangeError when the category does not offer this kind of help */
export function demoTaxCategory(slug: string, kind: HelpKind): string {
  const { taxCategories, parentSlug } = demoCategory(slug);
  if (Object.keys(taxCategories).length === 0 && parentSlug !== null)
    return demoTaxCategory(parentSlug, kind);
  const [usual] = taxCategories[kind] ?? [];
  if (!usual) throw new RangeError(`${slug} does not offer ${kind}`);
  return usual;
}
