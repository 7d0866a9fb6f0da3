import * as z from 'zod/mini';
import type { TaxPosition } from '../../shared/api/contract';

export const SELLER_KINDS = [
  'individual',
  'sole_trader',
  'company',
  'education_body',
] as const satisfies readonly TaxPosition['kind'][];

export const SCHEMES = ['none', 'small_business', 'mei'] as const;

/** What goes on the expert's invoices; a number only where there is one. */
export const taxSchema = z
  .object({
    legalName: z
      .string()
      .check(
        z.trim(),
        z.minLength(2, 'errors:rule.required'),
        z.maxLength(120, 'errors:rule.invalid'),
      ),
    address: z
      .string()
      .check(
        z.trim(),
        z.minLength(5, 'errors:rule.required'),
        z.maxLength(400, 'errors:rule.invalid'),
      ),
    kind: z.enum(SELLER_KINDS),
    taxRegistered: z.boolean(),
    taxId: z.string(),
    scheme: z.enum(SCHEMES),
    ossUnion: z.boolean(),
  })
  .check(
    z.refine(({ taxRegistered, taxId }) => !taxRegistered || isTaxId(taxId), {
      message: 'studio:tax.problem',
      path: ['taxId'],
    }),
  );

export type TaxTyped = z.infer<typeof taxSchema>;

/** A form, or a part of one, in which a tax position is typed. */
export interface WithTax {
  tax: TaxTyped;
}

export const EMPTY_TAX: TaxTyped = {
  legalName: '',
  address: '',
  kind: 'individual',
  taxRegistered: false,
  taxId: '',
  scheme: 'none',
  ossUnion: false,
};

function isTaxId(text: string): boolean {
  return /^[A-Z0-9 .-]{4,20}$/.test(text.trim().toUpperCase());
}

export function positionOf({ taxId, taxRegistered, ossUnion, ...rest }: TaxTyped): TaxPosition {
  return {
    ...rest,
    taxRegistered,
    ossUnion: taxRegistered && ossUnion,
    taxId: taxRegistered ? taxId.trim().toUpperCase() : null,
  };
}
