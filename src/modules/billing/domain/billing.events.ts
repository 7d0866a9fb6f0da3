import type { DomainEvent } from '../../../shared/domain-event.js';

/** Amounts are decimal strings of minor units. */
interface PaymentFacts {
  readonly paymentId: string;
  readonly payerId: string;
  readonly purposeKind: 'help_request' | 'booking';
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
