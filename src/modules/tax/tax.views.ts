import type { Temporal } from 'temporal-polyfill';
import type { TaxPoint } from './application/tax-point.js';
import type { TaxDecision } from './domain/decision.js';
import type { BuyerFacts, Price, SellerFacts, ServiceFacts } from './domain/facts.js';
import type { Texts } from './domain/pack.js';
import type { TaxRefusalCode } from './domain/refusal.js';
import type { Reversal } from './domain/reversal.js';
import type { EvidenceCode } from './domain/vocabulary.js';

/** A session to be sold. The platform's own facts come from the installation's settings. */
export type SaleQuestion = TaxPoint & {
  readonly seller: SellerFacts;
  readonly buyer: BuyerFacts;
  readonly service: ServiceFacts;
  readonly price: Price;
  /** Declarations of the expert that exemptions rest on. */
  readonly evidence?: readonly EvidenceCode[];
};

/** The platform's fee to an expert. */
export type CommissionQuestion = TaxPoint & {
  readonly expert: SellerFacts;
  readonly fee: Price;
  /** `placeOfSupply` of the session's own decision; needed for experts who are private persons. */
  readonly underlyingPlace?: string;
};

export interface WithholdingQuestion {
  readonly date: Temporal.PlainDate;
  readonly expert: SellerFacts;
  readonly buyerRegion?: string;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
  readonly currency: string;
}

export interface TaxDecisionView extends TaxDecision {
  /** False for a quote: nothing was stored, and facts may still change it. */
  readonly final: boolean;
}

export interface StoredTaxDecisionView extends TaxDecisionView {
  readonly decisionId: string;
}

/** Why a paid supply cannot be sold; `tax:refusal.<reason>` is its sentence. */
export interface TaxRefusalView {
  readonly code: `tax.${TaxRefusalCode}`;
  readonly reason: TaxRefusalCode;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface ReversalView extends Reversal {
  readonly decisionId: string;
  readonly currency: string;
}

export interface ServedCountryView {
  readonly code: string;
  readonly name: Texts;
  readonly currency: string;
  /** Consumers see prices with the tax in them. */
  readonly displayInclusive: boolean;
}
