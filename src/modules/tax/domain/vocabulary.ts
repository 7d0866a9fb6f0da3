/** Closed lists of the tax engine. Packs, facts and decisions use these words only. */

export const CATEGORIES = [
  'tutoring_school',
  'tutoring_university',
  'tutoring_language',
  'vocational_training',
  'hobby_class',
  'fitness_class',
  'consulting_business',
  'consulting_personal',
  'it_support',
  'it_training',
  'counselling_personal',
  'health_regulated',
  'entertainment',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const FORMATS = ['one_to_one', 'group'] as const;
export type Format = (typeof FORMATS)[number];

export const SELLER_KINDS = ['individual', 'sole_trader', 'company', 'education_body'] as const;
export type SellerKind = (typeof SELLER_KINDS)[number];

export const SCHEMES = ['none', 'small_business', 'mei'] as const;
export type Scheme = (typeof SCHEMES)[number];

export const TURNOVER_BANDS = ['under_threshold', 'over_threshold', 'over_500m'] as const;
export type TurnoverBand = (typeof TURNOVER_BANDS)[number];

export const BUYER_STATUSES = ['consumer', 'business'] as const;
export type BuyerStatus = (typeof BUYER_STATUSES)[number];

export const PLATFORM_ROLES = ['disclosed_agent', 'own_name'] as const;
export type PlatformRole = (typeof PLATFORM_ROLES)[number];

export const EVIDENCE_CODES = [
  'teaches_in_person_own_account',
  'curriculum_subject',
  'curriculum_link_declared',
  'school_subject_declared',
  'education_body',
] as const;
export type EvidenceCode = (typeof EVIDENCE_CODES)[number];

/** Who must account for the tax. In a pack `expert` means the supplier under the contract. */
export const LIABLE_PARTIES = ['expert', 'platform', 'buyer', 'none'] as const;
export type LiableParty = (typeof LIABLE_PARTIES)[number];

export const TREATMENTS = [
  'standard',
  'reduced',
  'zero_rated_export',
  'exempt_education',
  'exempt_private_tuition',
  'exempt_medical',
  'exempt_professional',
  'exempt_small_business',
  'exempt_service_out_of_state',
  'reverse_charge',
  'outside_scope_place',
  'not_registered',
  'no_obligation',
  'not_taxable_service',
  'no_tax_jurisdiction',
  'deemed_supplier',
  'included_in_seller_regime',
  'no_consideration',
] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** VAT category codes of the European invoice standard. */
export type En16931Category = 'S' | 'Z' | 'E' | 'AE' | 'O' | 'G';

/** @source EN 16931-1, business term BT-151, code list UNCL 5305 */
export const EN16931_CATEGORY_OF = {
  standard: 'S',
  reduced: 'S',
  deemed_supplier: 'S',
  zero_rated_export: 'G',
  exempt_education: 'E',
  exempt_private_tuition: 'E',
  exempt_medical: 'E',
  exempt_professional: 'E',
  exempt_small_business: 'E',
  exempt_service_out_of_state: 'O',
  reverse_charge: 'AE',
  outside_scope_place: 'O',
  not_registered: 'O',
  no_obligation: 'O',
  not_taxable_service: 'O',
  no_tax_jurisdiction: 'O',
  included_in_seller_regime: 'O',
  no_consideration: 'O',
} as const satisfies Record<Treatment, En16931Category>;

/** How sure the author of a rule was; `unsure` refuses a paid sale until a named person has approved the rule. */
export const CONFIDENCES = ['law', 'guidance', 'inferred', 'unsure'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** `line`: each component of each line; `invoice_per_rate`: each component once; `invoice`: the whole tax once. */
export const ROUNDING_SCOPES = ['line', 'invoice_per_rate', 'invoice'] as const;
export type RoundingScope = (typeof ROUNDING_SCOPES)[number];

export const WITHHOLDING_BASES = ['net', 'tax', 'gross'] as const;
export type WithholdingBase = (typeof WITHHOLDING_BASES)[number];

export type TaxBehavior = 'inclusive' | 'exclusive';
