import { money, type Money } from '../../../shared/money.js';
import type { DocumentKind } from '../domain/document.js';
import type { SaleState } from '../domain/sale.js';
import type { DocumentRecord } from '../persistence/document.records.js';
import type { EarningState } from '../domain/payout.js';
import type { EarningRecord } from '../persistence/payout.records.js';
import type { SaleRecord } from '../persistence/sale.records.js';
import { readersOf } from './document-readers.js';
import type { SaleTerms } from './sale-terms.js';

export interface DocumentView {
  readonly id: string;
  /** A credit note corrects the session's invoice or that of the commission; the latter only the expert sees. */
  readonly kind: Exclude<DocumentKind, 'commission_credit_note'>;
  readonly number: string;
  /** Whether its PDF was made. */
  readonly isReady: boolean;
  /** Accounts that may read it. */
  readonly readerIds: readonly string[];
}

/** How a session was paid for. Amounts are zero until it is settled. */
export interface SaleView {
  readonly id: string;
  readonly sessionId: string;
  readonly paymentId: string | null;
  readonly learnerId: string;
  readonly expertId: string;
  readonly title: string;
  readonly state: SaleState;
  /** What the meter said. */
  readonly gross: Money;
  /** What was taken from the learner, before anything was given back. */
  readonly charged: Money;
  readonly refunded: Money;
  readonly commission: Money;
  /** Tax on the commission. */
  readonly commissionTax: Money;
  readonly withheld: Money;
  /** Of the sale, as it was settled; reversals lower what is paid out, see `payoutDue`. */
  readonly payout: Money;
  readonly payoutDue: {
    readonly amount: Money;
    readonly at: string;
    readonly state: EarningState;
  } | null;
  readonly taxDecisionId: string | null;
  readonly commissionDecisionId: string | null;
  /** RFC 3339, UTC. */
  readonly performedAt: string;
  readonly settledAt: string | null;
  readonly documents: readonly DocumentView[];
}

export function saleView(
  sale: SaleRecord,
  documents: readonly DocumentRecord[],
  earnings: readonly EarningRecord[],
): SaleView {
  const amount = (minor: bigint): Money => money(minor, sale.currency);
  const own = earnings.find(({ causeId }) => causeId === sale.id) ?? null;
  const { id, sessionId, paymentId, learnerId, expertId, state } = sale;
  return {
    id,
    sessionId,
    paymentId,
    learnerId,
    expertId,
    title: (sale.terms as SaleTerms).asked.title,
    state,
    gross: amount(sale.grossMinor),
    charged: amount(sale.collectedMinor),
    refunded: amount(sale.refundedMinor),
    commission: amount(sale.commissionMinor),
    commissionTax: amount(sale.commissionTaxMinor),
    withheld: amount(sale.withheldMinor),
    payout: amount(sale.payoutMinor),
    payoutDue: own && {
      amount: amount(earnings.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)),
      at: own.dueAt.toString(),
      state: own.state,
    },
    taxDecisionId: sale.saleDecisionId,
    commissionDecisionId: sale.commissionDecisionId,
    performedAt: sale.performedAt.toString(),
    settledAt: sale.settledAt?.toString() ?? null,
    documents: documents.map(documentView),
  };
}

function documentView(document: DocumentRecord): DocumentView {
  const { id, kind, number, pdfSha256 } = document;
  return {
    id,
    kind: kind === 'commission_credit_note' ? 'credit_note' : kind,
    number,
    isReady: pdfSha256 !== null,
    readerIds: readersOf(document),
  };
}
