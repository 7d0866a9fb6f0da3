export { BillingModule } from './billing.module.js';
export { BillingFacade } from './billing.facade.js';
export type { AuthoriseInput } from './application/authorise-payment.js';
export type { PaymentView } from './application/payment-view.js';
export type {
  QuoteInput,
  QuoteRefusal,
  QuoteVerdict,
  QuoteView,
  ServiceFactsInput,
} from './application/quote-sale.js';
export type { SellerProfile } from './application/sellers.js';
export type { CardEntry, CardTrace } from './domain/card.js';
export type { PaymentState } from './domain/payment.js';
export {
  BelowProviderMinimumError,
  BillingKeyReusedError,
  PaymentProviderRefusedError,
  PaymentProviderUnavailableError,
  PaymentStateError,
} from './domain/billing.errors.js';
export type {
  PaymentAuthorised,
  PaymentCaptured,
  PaymentFailed,
  PaymentRefunded,
  PaymentVoided,
} from './domain/billing.events.js';
