/**
 * Why the engine gives no answer. Unknown never means 0 %: a paid supply that meets one of these is
 * not sold, and the facts say what would open it.
 */
export type TaxRefusal =
  | {
      readonly code: 'no_live_pack';
      readonly jurisdiction: string;
      readonly reason: 'not_adopted' | 'draft' | 'date_not_covered';
      /** What the draft still lacks, in its author's words. */
      readonly open: readonly string[];
    }
  | {
      readonly code: 'rate_expired';
      readonly jurisdiction: string;
      readonly rate: string;
      readonly expiredOn: string;
    }
  | { readonly code: 'rate_missing'; readonly jurisdiction: string; readonly rate: string }
  | {
      readonly code: 'fact_missing';
      readonly facts: readonly string[];
      readonly ruleId: string | null;
    }
  | { readonly code: 'unsure_rule'; readonly jurisdiction: string; readonly ruleId: string }
  /** Two laws claim the supply and neither rule is marked primary. */
  | { readonly code: 'place_conflict'; readonly jurisdictions: readonly string[] }
  | { readonly code: 'no_rule'; readonly jurisdiction: string; readonly step: string };

export type TaxRefusalCode = TaxRefusal['code'];
