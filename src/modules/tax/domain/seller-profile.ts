import { type FieldProblem } from '../../../shared/domain-error.js';
import { SCHEMES, type Scheme, SELLER_KINDS, type SellerKind } from './vocabulary.js';

/** What an expert declares about their own tax position; the country is that of the account. */
export interface SellerProfile {
  readonly kind: SellerKind;
  readonly taxRegistered: boolean;
  /** Number of the registration; needed when registered. */
  readonly taxId: string | null;
  readonly scheme: Scheme | null;
  /** Registered for the one-stop shop of their own union. */
  readonly ossUnion: boolean;
}

const TAX_ID = /^[A-Z0-9 .-]{4,20}$/;

export function problemsOfProfile(profile: SellerProfile): FieldProblem[] {
  return [
    ...(SELLER_KINDS.includes(profile.kind) ? [] : [{ field: 'kind', rule: 'in' }]),
    ...(profile.scheme === null || SCHEMES.includes(profile.scheme)
      ? []
      : [{ field: 'scheme', rule: 'in' }]),
    ...checkTaxId(profile),
  ];
}

function checkTaxId({ taxRegistered, taxId }: SellerProfile): FieldProblem[] {
  if (taxId === null) return taxRegistered ? [{ field: 'taxId', rule: 'required' }] : [];
  return TAX_ID.test(taxId) ? [] : [{ field: 'taxId', rule: 'tax_id' }];
}
