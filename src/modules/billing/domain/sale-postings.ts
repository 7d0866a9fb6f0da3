import { type Money, money } from '../../../shared/money.js';
import { ACCOUNT } from './accounts-of-ledger.js';
import type { Posting, PostingReason } from './posting.js';
import type { CollectedParts } from './split-collected.js';

/** Where the parts of a sale belong. */
export interface SaleAccounts {
  readonly provider: string;
  readonly expertId: string;
  /** Whose tax the platform owes on its commission. */
  readonly commissionTaxPlace: string;
  readonly saleTaxPlace: string;
  readonly withholdingPlace: string;
}

type Part = keyof CollectedParts;

const REASON_OF = {
  payout: 'payout',
  commission: 'commission',
  commissionTax: 'commission_tax',
  withheld: 'withheld',
  taxOwed: 'sale_tax',
} as const satisfies Record<Part, PostingReason>;

const PARTS = Object.keys(REASON_OF) as Part[];

/** What was collected, in the accounts of those it belongs to; parts of nothing are left out. */
export function salePostings(
  saleId: string,
  parts: CollectedParts,
  accounts: SaleAccounts,
): Posting[] {
  return postings('sale', saleId, parts, accounts, (reason) => reason);
}

/**
 * The mirror of a sale, or of a part of it. A part of a part may come out negative by a unit of
 * rounding; it is then written the other way round, so that amounts stay positive and sums exact.
 */
export function reversalPostings(
  reversalId: string,
  parts: CollectedParts,
  accounts: SaleAccounts,
): Posting[] {
  const mirrored = negate(parts);
  return postings(
    'reversal',
    reversalId,
    mirrored,
    accounts,
    (reason) => `${reason}_reversed` as const,
  );
}

/** A sum too small for the provider: nobody is charged and nobody is paid, but it is on the books. */
export function waiverPosting(saleId: string, amount: Money): Posting {
  return {
    debit: ACCOUNT.waived,
    credit: ACCOUNT.unbilled,
    amount,
    reason: 'waived',
    causeKind: 'sale',
    causeId: saleId,
    key: `sale:${saleId}:waived`,
  };
}

function postings(
  causeKind: 'sale' | 'reversal',
  causeId: string,
  parts: CollectedParts,
  accounts: SaleAccounts,
  reasonOf: (reason: (typeof REASON_OF)[Part]) => PostingReason,
): Posting[] {
  return PARTS.filter((part) => parts[part].amountMinor !== 0n).map((part) => {
    const reason = reasonOf(REASON_OF[part]);
    const amount = parts[part];
    const clearing = ACCOUNT.clearing(accounts.provider);
    const owner = ownerOf(part, accounts);
    const isForward = amount.amountMinor > 0n;
    return {
      debit: isForward ? clearing : owner,
      credit: isForward ? owner : clearing,
      amount: isForward ? amount : money(-amount.amountMinor, amount.currency),
      reason,
      causeKind,
      causeId,
      key: `${causeKind}:${causeId}:${reason}`,
    };
  });
}

function ownerOf(part: Part, accounts: SaleAccounts): string {
  switch (part) {
    case 'payout':
      return ACCOUNT.payable(accounts.expertId);
    case 'commission':
      return ACCOUNT.commission;
    case 'commissionTax':
      return ACCOUNT.taxOwed(accounts.commissionTaxPlace);
    case 'withheld':
      return ACCOUNT.withheld(accounts.withholdingPlace);
    case 'taxOwed':
      return ACCOUNT.taxOwed(accounts.saleTaxPlace);
  }
}

function negate(parts: CollectedParts): CollectedParts {
  const turned = (part: Money): Money => money(-part.amountMinor, part.currency);
  return {
    payout: turned(parts.payout),
    commission: turned(parts.commission),
    commissionTax: turned(parts.commissionTax),
    withheld: turned(parts.withheld),
    taxOwed: turned(parts.taxOwed),
  };
}
