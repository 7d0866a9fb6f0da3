import type { operations } from '../../shared/api/schema';

type Query = NonNullable<operations['TaxExplorerController_explore']['parameters']['query']>;

/** What the form of the explorer asks, as it stands in the address. */
export const TAX_FIELDS = [
  'seller',
  'sellerRegion',
  'registered',
  'buyer',
  'buyerRegion',
  'business',
  'taxId',
  'category',
  'price',
] as const satisfies readonly (keyof Query)[];

export type TaxField = (typeof TAX_FIELDS)[number];

/** Empty fields say nothing. A comma is a decimal point to half the world. Whatever else an address says, the server checks. */
export function taxQuery(params: URLSearchParams): Query {
  const filled = TAX_FIELDS.flatMap((field) => {
    const value = params.get(field)?.trim() ?? '';
    return value === '' ? [] : [[field, field === 'price' ? value.replace(',', '.') : value]];
  });
  return Object.fromEntries(filled) as Query;
}
