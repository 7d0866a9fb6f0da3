import type { DomainEvent } from '../../../shared/domain-event.js';
import type { DocumentKind } from './document.js';

/** Amounts are decimal strings of minor units. */
interface PaymentFacts {
  readonly paymentId: string;
  readonly payerId: string;
  readonly purposeKind: 'help_request' | 'booking' | 'extension';
  readonly purposeId: string;
  readonly currency: string;
}

export type PaymentAuthorised = DomainEvent<
  'billing.payment.authorised',
  PaymentFacts & { readonly amountMinor: string }
>;
export type PaymentFailed = DomainEvent<
  'billing.payment.failed',
  PaymentFacts & { readonly failure: string | null }
>;
/** The hold was let go, by us or because it ran out. */
export type PaymentVoided = DomainEvent<
  'billing.payment.voided',
  PaymentFacts & { readonly reason: 'released' | 'expired' }
>;
export type PaymentCaptured = DomainEvent<
  'billing.payment.captured',
  PaymentFacts & { readonly capturedMinor: string }
>;
export type PaymentRefunded = DomainEvent<
  'billing.payment.refunded',
  PaymentFacts & { readonly refundedMinor: string }
>;
export type PaymentEvent =
  PaymentAuthorised | PaymentFailed | PaymentVoided | PaymentCaptured | PaymentRefunded;

interface SaleFacts {
  readonly saleId: string;
  readonly sessionId: string;
  readonly learnerId: string;
  readonly expertId: string;
  readonly currency: string;
}

/** The money of a session is where it belongs; `state` says whether there was any. */
export type SaleSettled = DomainEvent<
  'billing.sale.settled',
  SaleFacts & {
    readonly state: 'settled' | 'free' | 'waived' | 'uncollected';
    readonly collectedMinor: string;
    readonly payoutMinor: string;
  }
>;
export type SaleReversed = DomainEvent<
  'billing.sale.reversed',
  SaleFacts & {
    readonly reversalId: string;
    readonly refundMinor: string;
    readonly reason: string;
  }
>;
export type DocumentIssued = DomainEvent<
  'billing.document.issued',
  {
    readonly documentId: string;
    readonly saleId: string;
    readonly kind: DocumentKind;
    readonly number: string;
    /** Whose it is to keep. */
    readonly recipientId: string;
  }
>;

interface PayoutFacts {
  readonly payoutId: string;
  readonly expertId: string;
  readonly amountMinor: string;
  readonly currency: string;
}

/** Money has left for an expert; banks take about a day. */
export type PayoutSent = DomainEvent<
  'billing.payout.sent',
  PayoutFacts & { readonly destination: string | null }
>;
/** The provider refused it or the bank sent it back; it is owed again. */
export type PayoutFailed = DomainEvent<
  'billing.payout.failed',
  PayoutFacts & { readonly failure: string }
>;
export type PayoutAccountChanged = DomainEvent<
  'billing.payout-account.changed',
  {
    readonly expertId: string;
    readonly destination: string | null;
    readonly isFirst: boolean;
    /** Mail addresses that are told: of today and of the last change. */
    readonly contacts: readonly string[];
  }
>;
