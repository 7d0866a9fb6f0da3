import type { Money } from '../../../shared/money.js';
import { ACCOUNT } from './accounts-of-ledger.js';
import type { Posting } from './posting.js';

interface PayoutFacts {
  readonly id: string;
  readonly expertId: string;
  readonly provider: string;
  readonly amount: Money;
}

/** A payout has left: the expert is owed that much less, and the provider holds that much less for us. */
export function payoutPosting({ id, expertId, provider, amount }: PayoutFacts): Posting {
  return {
    debit: ACCOUNT.payable(expertId),
    credit: ACCOUNT.clearing(provider),
    amount,
    reason: 'paid_out',
    causeKind: 'payout',
    causeId: id,
    key: `payout:${id}:paid_out`,
  };
}

/** The mirror of it: the bank sent the money back. */
export function returnPosting({ id, expertId, provider, amount }: PayoutFacts): Posting {
  return {
    debit: ACCOUNT.clearing(provider),
    credit: ACCOUNT.payable(expertId),
    amount,
    reason: 'paid_out_returned',
    causeKind: 'payout',
    causeId: id,
    key: `payout:${id}:paid_out_returned`,
  };
}
