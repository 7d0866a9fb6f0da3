import type { ListingDraft } from '../../modules/catalog/index.js';
import type { DemoListing } from '../content/shape.js';

/** @throws RangeError when the category was not planted */
export function draftOf(
  { category, ...content }: DemoListing,
  categoryIds: ReadonlyMap<string, string>,
): ListingDraft {
  const categoryId = categoryIds.get(category);
  if (categoryId === undefined) throw new RangeError(`the category ${category} is not there`);
  return { categoryId, ...content };
}
