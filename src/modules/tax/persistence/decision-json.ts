import { canonicalJson } from '../../../shared/canonical-json.js';
import type { TaxedComponent } from '../domain/arithmetic.js';
import type { TaxDecision } from '../domain/decision.js';

interface StoredAmounts {
  readonly netMinor: string;
  readonly taxMinor: string;
  readonly grossMinor: string;
  readonly components: readonly {
    readonly name: string;
    readonly ratePercent: string;
    readonly taxMinor: string;
  }[];
}

type StoredDecision = Omit<TaxDecision, keyof StoredAmounts> & StoredAmounts;

/** Facts or a decision as plain JSON: amounts become decimal strings. */
export function toStoredJson(value: unknown): unknown {
  return JSON.parse(canonicalJson(value));
}

export function decisionFromJson(stored: unknown): TaxDecision {
  const decision = stored as StoredDecision;
  return {
    ...decision,
    netMinor: BigInt(decision.netMinor),
    taxMinor: BigInt(decision.taxMinor),
    grossMinor: BigInt(decision.grossMinor),
    components: decision.components.map((part): TaxedComponent => ({
      ...part,
      taxMinor: BigInt(part.taxMinor),
    })),
  };
}
