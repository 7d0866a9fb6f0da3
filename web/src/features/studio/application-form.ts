import type { Resolver } from 'react-hook-form';
import * as z from 'zod/mini';
import { zodResolver } from '../../shared/forms/zod-resolver';
import { listingSchema, placeInListing, type WithListing } from './listing-form';
import { taxSchema, type TaxTyped, type WithTax } from './tax-form';

/** An application while it is typed: the person, what the category asks, the first offer, the tax position. */
export interface ApplicationTyped extends WithListing, WithTax {
  categoryId: string;
  about: string;
  answers: Record<string, string>;
  evidenceFileIds: Record<string, string>;
}

const common = {
  categoryId: z.string().check(z.minLength(1, 'errors:rule.required')),
  about: z
    .string()
    .check(
      z.trim(),
      z.minLength(40, 'studio:problem.about'),
      z.maxLength(4000, 'studio:problem.about'),
    ),
  answers: z.record(z.string(), z.string()),
  evidenceFileIds: z.record(z.string(), z.string()),
  listing: listingSchema,
};

/** Who only gives free help has nothing to be taxed. */
const paidSchema = z.object({ ...common, tax: taxSchema });
const freeSchema = z.object({ ...common, tax: z.custom<TaxTyped>() });

export const applicationResolver: Resolver<ApplicationTyped> = (values, context, options) =>
  zodResolver(values.listing.model === 'free' ? freeSchema : paidSchema)(values, context, options);

/** The API's names of fields in the places of this form. */
export function placeInApplication(field: string): string {
  if (field.startsWith('taxPosition.')) return field.replace('taxPosition.', 'tax.');
  const own = ['categoryId', 'about'];
  const isOwn = own.includes(field) || /^(answers|evidenceFileIds)\./.test(field);
  return isOwn ? field : placeInListing(field);
}
