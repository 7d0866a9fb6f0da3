import { money, type Money } from '../../../shared/money.js';
import type { CardTrace } from '../domain/card.js';
import type { PaymentState } from '../domain/payment.js';
import type { PaymentRecord } from '../persistence/payment.records.js';

export interface PaymentView {
  readonly id: string;
  readonly payerId: string;
  readonly state: PaymentState;
  /** What was to be held. */
  readonly amount: Money;
  readonly captured: Money;
  readonly refunded: Money;
  /** The provider's code, e.g. `card_declined`; null when nothing failed. */
  readonly failure: string | null;
  readonly card: CardTrace;
  /** RFC 3339, UTC; when the provider would let the hold go; null when nothing is held. */
  readonly holdEndsAt: string | null;
}

export function paymentView(record: PaymentRecord): PaymentView {
  const { id, payerId, state, failure, currency } = record;
  return {
    id,
    payerId,
    state,
    amount: money(record.amountMinor, currency),
    captured: money(record.capturedMinor, currency),
    refunded: money(record.refundedMinor, currency),
    failure,
    card: { brand: record.cardBrand, lastFour: record.cardLastFour },
    holdEndsAt: record.holdEndsAt?.toString() ?? null,
  };
}
