import { Temporal } from 'temporal-polyfill';
import type { Verdict } from '../../../shared/verdict.js';
import { decideCommission } from './commission.js';
import { decideSale } from './decide.js';
import type { TaxDecision } from './decision.js';
import { commissionFactsOf, saleFactsOf } from './facts-json.js';
import type { PackSet } from './pack.js';
import type { TaxRefusal } from './refusal.js';

/** A decision that was made for good, with the facts that were written down beside it. */
export interface StoredSupply {
  readonly decisionId: string;
  readonly kind: TaxDecision['kind'];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly decided: TaxDecision;
}

const FACTS_OF = {
  sale: ['seller', 'buyer', 'platform', 'service', 'price', 'evidence'],
  commission: ['platform', 'expert', 'fee', 'underlyingPlace'],
} as const;

/** Decides the supply once more on its own day, by other packs or by those of then. */
export function decideAgain(
  { kind, facts, decided }: StoredSupply,
  packs: PackSet,
): Verdict<TaxDecision, TaxRefusal> {
  const day = Temporal.PlainDate.from(decided.date);
  const known = Object.fromEntries(
    FACTS_OF[kind]
      .filter((name) => facts[name] !== undefined)
      .map((name) => [name, facts[name]] as const),
  );
  return kind === 'sale'
    ? decideSale(saleFactsOf(known), day, packs)
    : decideCommission(commissionFactsOf(known), day, packs);
}
