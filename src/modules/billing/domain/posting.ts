import { canonicalJson } from '../../../shared/canonical-json.js';
import type { Money } from '../../../shared/money.js';

export type PostingReason =
  | 'payout'
  | 'commission'
  | 'commission_tax'
  | 'withheld'
  | 'sale_tax'
  | 'waived'
  | 'payout_reversed'
  | 'commission_reversed'
  | 'commission_tax_reversed'
  | 'withheld_reversed'
  | 'sale_tax_reversed'
  | 'paid_out'
  | 'paid_out_returned';

/** Money moves from the credited to the debited account; one row, so an unbalanced set cannot be written. */
export interface Posting {
  readonly debit: string;
  readonly credit: string;
  /** Above zero. */
  readonly amount: Money;
  readonly reason: PostingReason;
  readonly causeKind: 'sale' | 'reversal' | 'payout';
  readonly causeId: string;
  /** Unique: the same posting is never written twice. */
  readonly key: string;
}

/** A posting in its place of the chain of its currency. */
export interface LedgerEntry extends Posting {
  /** From one, without holes within the currency. */
  readonly seq: number;
  readonly postedAtMs: number;
  readonly hash: string;
}

export type Sha256 = (text: string) => string;

export function genesisOf(currency: string): string {
  return `visavis ledger ${currency}`;
}

/** The hash of an entry covers everything in it and the entry before it. */
export function hashOf(previous: string, entry: Omit<LedgerEntry, 'hash'>, sha256: Sha256): string {
  const { debit, credit, amount, reason, causeKind, causeId, key, seq, postedAtMs } = entry;
  return sha256(
    `${previous}|${canonicalJson({
      debit,
      credit,
      amountMinor: amount.amountMinor,
      currency: amount.currency,
      reason,
      causeKind,
      causeId,
      key,
      seq,
      postedAtMs,
    })}`,
  );
}
