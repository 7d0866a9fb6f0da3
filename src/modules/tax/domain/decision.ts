import type { CurrencyCode } from '../../../shared/currency.js';
import type { TaxedComponent } from './arithmetic.js';
import type { InvoiceRules, Source, Texts } from './pack.js';
import type { Confidence, En16931Category, LiableParty, Treatment } from './vocabulary.js';

export interface DecisionNote {
  readonly id: string;
  readonly texts: Texts;
}

export interface UsedFact {
  readonly fact: string;
  readonly value: string;
}

export type TraceStepName =
  'location' | 'place' | 'abroad' | 'liability' | 'treatment' | 'rate' | 'arithmetic' | 'flag';

/** One step of the reasoning, in the order taken. `key` names the sentence for people. */
export interface TraceStep {
  readonly step: TraceStepName;
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
  readonly ruleId: string | null;
  readonly jurisdiction: string | null;
  readonly because: readonly UsedFact[];
  readonly confidence: Confidence | null;
  /** The rule's own sentence, kept with the decision so that old decisions explain themselves by the old rules. */
  readonly say: Texts | null;
  readonly source: Source | null;
}

/** Something that follows for somebody from the decision. */
export interface Obligation {
  readonly code: 'registration_needed' | 'reverse_charge_statement' | 'one_stop_return';
  readonly who: LiableParty;
  readonly where: string;
}

export interface PackReference {
  readonly jurisdiction: string;
  readonly version: number;
  readonly hash: string;
}

export interface TaxDecision {
  readonly kind: 'sale' | 'commission';
  /** ISO day that chose the rules. */
  readonly date: string;
  readonly placeOfSupply: string;
  readonly liable: LiableParty;
  readonly treatment: Treatment;
  /** Sum of the components' rates, decimal string. */
  readonly ratePercent: string;
  readonly components: readonly TaxedComponent[];
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
  readonly currency: CurrencyCode;
  /** The document must bear the texts of `notes`. */
  readonly noteRequired: boolean;
  readonly notes: readonly DecisionNote[];
  /** Rules of the jurisdiction whose invoice law applies; null when no pack of it is live. */
  readonly invoiceRequirements: (InvoiceRules & { readonly jurisdiction: string }) | null;
  readonly en16931: { readonly category: En16931Category; readonly exemptionCode: string | null };
  readonly obligations: readonly Obligation[];
  readonly packs: readonly PackReference[];
  readonly trace: readonly TraceStep[];
}
